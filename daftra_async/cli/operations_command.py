"""`daftra operations`: the catalogue."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
from typing import Annotated, Any, Final

import typer
from rich.text import Text

from daftra_async.catalogue import operations
from daftra_async.cli.output import line
from daftra_async.cli.running import complain
from daftra_async.cli.tables import console, table
from daftra_async.cli.text import counted
from daftra_async.operation import AnyOperation

_GAP: Final = 3
"""Between two columns."""


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
    if not chosen:
        complain(
            f"no operation has {' and '.join(map(repr, words or ()))} in its id, path or title; `daftra operations` lists all"
        )
        return
    rows = [_row(op) for op in chosen]
    output = console()
    shown = _fitting(rows, output.width)
    result = table(*shown)
    # A name in two lines cannot be copied.
    result.columns[0].no_wrap = True
    for row in rows:
        result.add_row(*(Text(row[name]) for name in shown))
    output.print(result)
    output.print(counted(len(chosen), "operation"))


def _row(op: AnyOperation) -> dict[str, str]:
    return {
        "operation": op.id,
        "method": op.method,
        "path": op.path.removesuffix("{format}"),
        "title": op.title,
        "arguments": " ".join(_needed(op)),
    }


def _fitting(rows: list[dict[str, str]], width: int) -> list[str]:
    """Return the columns that the terminal has room for: titles are left out first, then arguments."""
    widths = {name: max(len(row[name]) for row in rows) + _GAP for name in rows[0]}
    for name in ("title", "arguments"):
        if sum(widths.values()) > width:
            del widths[name]
    return list(widths)


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
