"""`daftra operations`: the catalogue."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
from typing import Annotated, Any

import typer
from rich.text import Text

from daftra_async.catalogue import operations
from daftra_async.cli.output import line
from daftra_async.cli.tables import console, table
from daftra_async.cli.text import counted
from daftra_async.operation import AnyOperation


def operations_command(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORD", help="Only those with all words in id, path or title.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the operations of the API."""
    chosen = [op for op in operations() if all(word.lower() in f"{op.id} {op.path} {op.title}".lower() for word in words or ())]
    if as_json:
        line([_describe(op) for op in chosen], indent=2)
        return
    result = table("operation", "method", "path", "title", "arguments")
    for op in chosen:
        result.add_row(op.id, op.method, Text(op.path.removesuffix("{format}")), Text(op.title), Text(" ".join(_needed(op))))
    output = console()
    output.print(result)
    output.print(counted(len(chosen), "operation"))


def _needed(op: AnyOperation) -> list[str]:
    body = ["body"] if op.request else []
    return [p.name for p in op.positional if p.required] + body + [p.name for p in op.query_params if p.required]


def _describe(op: AnyOperation) -> dict[str, Any]:
    return {
        "id": op.id,
        "title": op.title,
        "method": op.method,
        "path": op.path,
        "path_arguments": [p.name for p in op.positional],
        "query_arguments": [p.name for p in op.query_params if p.fixed is None],
        "body": op.request.model if op.request else None,
        "result": op.response.model,
        "list": op.pagination is not None,
        "idempotent": op.idempotent,
        "replaces": op.replaces,
        "doubtful": op.doubtful,
    }
