"""`daftra list`: records of a resource."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
import warnings
from collections.abc import Callable
from contextlib import aclosing
from typing import Any

import typer

from daftra_async._text import refuse
from daftra_async.cli import options
from daftra_async.cli.columns import Column, named
from daftra_async.cli.conditions import arguments, compared_here
from daftra_async.cli.output import line, wants_json, wire
from daftra_async.cli.routes import operation, path_arguments
from daftra_async.cli.running import FAILED, complain, run
from daftra_async.errors import ArgumentError, DriftWarning, IncompleteListWarning
from daftra_async.http.from_text import wanted
from daftra_async.lists.executor import executor_of
from daftra_async.operation import AnyOperation
from daftra_async.wire import hints

_PAGE = 1000


def list_command(
    resource: options.ListResource,
    where: options.Where = None,
    limit: options.Limit = 20,
    everything: options.Everything = False,
    sort: options.Sort = None,
    columns: options.Columns = None,
    args: options.Arguments = None,
    as_json: options.AsJson = None,
) -> None:
    """List records.

    On a terminal as a table, elsewhere (or with --json) as JSON Lines: one record a line, as the server sent it.

    Conditions of the newer lists (v2) are on any field: title~عقد, budget>=1000, status!=3; one that is repeated with = means any
    of the values, one without a value (status=) finds records that have none. The older lists (v1) take what the API documents
    for them, and >= and <= where it has a from and a to: date>=2026-01-01. Any other field may be given with =: the list is then
    read to its end, or until there are enough, and every record is compared here.
    """

    async def work() -> None:
        op = operation(resource, "list")
        path = path_arguments(op, args or ())
        model = hints.model(op.response.model or "")
        shown = None if columns is None else named(model, columns)
        sent, here = compared_here(op, where or ())
        query = arguments(op, sent, sort, _PAGE if everything or here else min(limit, _PAGE))
        fits = _comparing(op, here) if here else None
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # bad arguments are refused without aiohttp

        async with connect(*options.given()) as client:
            # A list that came short is shown as far as it came, and ends in the exit code of a failure.
            pager = executor_of(client).paginate(op, path, query).checked(incomplete="warn")
            matching = pager if fits is None else pager.filter(fits)
            stream = matching if everything else matching.limit(limit)
            if wants_json(as_json):
                await _lines(stream, shown)
                return
            found = await stream.collect()
            total = pager.total if fits is None else None
        from daftra_async.cli.record_tables import records_table  # noqa: PLC0415  # JSON does without rich

        records_table(model, found, shown, total, resource.replace("_", " "))

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", DriftWarning)
        run(work())
    for warning in caught:
        complain(str(warning.message).partition("; read it again")[0])
    if any(issubclass(warning.category, IncompleteListWarning) for warning in caught):
        raise typer.Exit(FAILED)


def _comparing(op: AnyOperation, fields: dict[str, list[object]]) -> Callable[[Any], bool]:
    """Return what compares a record with fields that the list has no filter for."""
    from daftra_async.lists.find.criteria import read_fields  # noqa: PLC0415  # most lists need no comparing

    try:
        return read_fields(op, fields, None, "list").fits
    except ArgumentError as error:
        # It says what Python takes, where the shell has text.
        types = hints.hints_of(hints.model(op.response.model or ""))
        spellings = [wanted(kind) for kind in hints.alternatives(types.get(error.argument or "", str))]
        if error.argument not in types or "text" in spellings:
            raise
        refuse("--where", f"{error.argument}={fields[error.argument][0]!s:.60} was given", " or ".join(spellings))


async def _lines(stream: Any, shown: list[Column] | None) -> None:
    async with aclosing(stream) as records:
        async for record in records:
            line(wire(record, shown))
