"""`daftra edit` and `daftra update`."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from daftra_async._text import refuse
from daftra_async.cli import options
from daftra_async.cli.bodies import body_of, from_pairs
from daftra_async.cli.columns import cell
from daftra_async.cli.output import done, line, wants_json, wire_id
from daftra_async.cli.record_tables import text
from daftra_async.cli.routes import attribute_of, operation, path_arguments, unknown, wire_names
from daftra_async.cli.running import USAGE, complain, explained, run
from daftra_async.cli.tables import console, table
from daftra_async.lists.executor import executor_of
from daftra_async.operation import UNSET
from daftra_async.wire import hints
from daftra_async.wire.writing import json_ready


def edit_command(
    resource: options.UpdateResource,
    identity: options.Identity,
    pairs: options.UpdatePairs = None,
    args: options.Arguments = None,
) -> None:
    """Change fields of a record and keep the rest.

    daftra edit invoices 2415 notes='Paid in cash' po_number=PO-7

    The record is read, changed and written with everything that an update would lose. If it was changed by someone else
    meanwhile, nothing is written.
    """
    _edit(resource, identity, pairs or [], args or [])


def update_command(
    resource: options.UpdateResource,
    identity: options.Identity,
    pairs: options.UpdatePairs = None,
    json_body: options.JsonBody = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace the record: what is not sent is lost.")] = False,
    args: options.Arguments = None,
) -> None:
    """Change fields of a record, or replace it (--replace).

    With field=value it is `daftra edit`. A whole body (--json) takes the place of the stored record: its lines, number and dates
    are lost unless they are in it. Therefore it needs --replace.
    """
    if json_body is None and not replace:
        _edit(resource, identity, pairs or [], args or [])
        return
    if not replace:
        complain(
            "--json replaces the record, and what it does not hold is lost: add --replace, or give field=value to keep the rest"
        )
        raise typer.Exit(USAGE)

    async def work() -> None:
        op = operation(resource, "update")
        path = path_arguments(op, args or (), identity)
        body = body_of(op, pairs or (), json_body)
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # bad arguments are refused without aiohttp

        async with connect(*options.given()) as client:
            with explained(op, identity):
                await executor_of(client).execute(op, path, {}, body)

    run(work())
    done("replaced", resource, identity)


def _edit(resource: str, identity: str, pairs: list[str], args: list[str]) -> None:
    async def work() -> Any:
        get, update = operation(resource, "get"), operation(resource, "update")
        path = path_arguments(get, args, identity)
        if not pairs:
            refuse("field", "nothing was given", "field=value")
        values, only_written = _changes(get.response.model or "", update.request.model if update.request else "", pairs, resource)
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # bad arguments are refused without aiohttp

        async with connect(*options.given()) as client:
            group: Any = getattr(client, resource)
            path.pop("level", None)
            session = group.edit(**path)
            with explained(update, identity):
                async with session as draft:
                    for name, value in values.items():
                        setattr(draft, name, value)
                    if only_written:
                        draft.write(**only_written)
            return session.diff(), list(only_written)

    _show(resource, identity, *run(work()))


def _show(resource: str, identity: str, changed: Mapping[str, Any], hidden: list[str]) -> None:
    """Print the fields before and after; `hidden` are those that can be written and not read."""
    if wants_json(None):
        sides = {name: [None if v is UNSET else json_ready(v) for v in (c.before, c.after)] for name, c in changed.items()}
        line({"id": wire_id(identity), "changed": sides, "written": hidden})
        return
    if not changed and not hidden:
        typer.echo(f"{resource} {identity}: these values are stored already, nothing was sent")
        return
    result = table("field", "before", "after")
    for name, change in changed.items():
        result.add_row(name, *(text(cell(None if v is UNSET else v)) for v in (change.before, change.after)))
    for name in hidden:
        result.add_row(name, "", "(written, not shown)")
    console().print(result)
    typer.echo(f"changed: {resource} {identity}")


def _changes(read: str, written: str, pairs: list[str], resource: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what to set on the draft, and what can only be written; both by attribute."""
    from daftra_async.writes.edit.update_mapping import mapping_of  # noqa: PLC0415  # only an edit needs it

    record, body = hints.model(read), hints.model(written)
    plan = mapping_of(record, body)
    hidden = {key: name for name, key in plan.only_written.items()}
    values: dict[str, Any] = {}
    only: dict[str, Any] = {}
    for each in pairs:
        name = each.partition("=")[0].removesuffix(":")
        attribute = attribute_of(record, name) or name
        if attribute in plan.attributes and attribute != "id":
            values |= from_pairs(record, [each], resource)
        elif name in plan.only_written or name in hidden:
            only |= from_pairs(body, [each], resource)
        elif attribute in wire_names(record):
            refuse(name, "it is read-only", "what an update takes")
        else:
            unknown("field", name, f"field of {resource}", {*plan.attributes, *plan.only_written} - {"id"})
    return values, only
