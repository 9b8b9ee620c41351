"""`daftra get`: records by their ids."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
import asyncio
from typing import Annotated, Any

import typer

from daftra_async.cli import options
from daftra_async.cli.columns import named
from daftra_async.cli.output import line, wants_json, wire
from daftra_async.cli.routes import operation, path_arguments
from daftra_async.cli.running import FAILED, NOT_FOUND, complain, run
from daftra_async.errors import APIError, AuthenticationError, NotFoundError
from daftra_async.lists.executor import executor_of
from daftra_async.wire import hints
from daftra_async.wire.record import Record


def get_command(
    resource: options.GetResource,
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="One or more.")] = None,
    columns: options.Columns = None,
    args: options.Arguments = None,
    as_json: options.AsJson = None,
) -> None:
    """Show records by their ids.

    On a terminal field by field, elsewhere (or with --json) as JSON: one record as an object, several as JSON Lines. Ends with 4
    when one is not there; the others are still shown.
    """

    async def work() -> list[Any]:
        op = operation(resource, "get")
        paths = [path_arguments(op, args or (), identity) for identity in ids or (None,)]
        if columns is not None and op.response.model is not None:
            named(hints.model(op.response.model), columns)
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # bad arguments are refused without aiohttp

        async with connect(*options.given()) as client:

            async def fetch(path: dict[str, object]) -> Any:
                try:
                    return await executor_of(client).execute(op, path, {})
                except AuthenticationError:
                    raise
                except APIError as error:
                    if len(paths) == 1:
                        raise
                    return error

            try:
                async with asyncio.TaskGroup() as group:
                    tasks = [group.create_task(fetch(path)) for path in paths]
            except BaseExceptionGroup as errors:
                raise errors.exceptions[0] from None
            return [task.result() for task in tasks]

    found = run(work())
    good = [each for each in found if not isinstance(each, APIError)]
    _show(resource, good, list(ids or ()), columns, as_json)
    failed = [each for each in found if isinstance(each, APIError)]
    for error in failed:
        complain(str(error))
    if failed:
        raise typer.Exit(NOT_FOUND if all(isinstance(error, NotFoundError) for error in failed) else FAILED)


def _show(resource: str, records: list[Any], ids: list[str], columns: str | None, as_json: bool | None) -> None:
    plain = not all(isinstance(record, Record) for record in records)
    first: Any = records[0] if records and not plain else None
    model: type[Record] | None = None if first is None else first.__class__
    shown = None if columns is None or model is None else named(model, columns)
    if wants_json(as_json) or plain:
        for record in records:
            line(wire(record, shown), indent=2 if len(ids) < 2 else None)  # one is an object, more are lines
        return
    from daftra_async.cli.record_tables import record_table, records_table  # noqa: PLC0415  # JSON does without rich

    if shown is not None and model is not None:
        records_table(model, records, shown, None, resource)
    else:
        for record in records:
            record_table(record, f"{resource} {getattr(record, 'id', '') or ''}".strip())
