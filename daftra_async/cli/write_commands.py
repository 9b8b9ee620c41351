"""`daftra create`, `update`, `edit` and `delete`."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
import sys
from typing import Annotated, Any

import typer

from daftra_async._text import refuse
from daftra_async.cli import options
from daftra_async.cli.bodies import body_of, from_pairs
from daftra_async.cli.columns import cell
from daftra_async.cli.output import line, text, wants_json
from daftra_async.cli.routes import operation, path_arguments, unknown
from daftra_async.cli.running import USAGE, complain, run
from daftra_async.cli.tables import console, table
from daftra_async.errors import OutcomeUnknown
from daftra_async.lists.executor import executor_of
from daftra_async.operation import UNSET
from daftra_async.wire import hints
from daftra_async.wire.writing import json_ready

JsonBody = Annotated[
    str | None, typer.Option("--json", metavar="FILE", help="JSON of the record in wire names; - for stdin.", show_default=False)
]
Identity = Annotated[str, typer.Argument(metavar="ID", help="Id of the record.")]


def create_command(
    resource: options.CreateResource,
    pairs: options.CreatePairs = None,
    json_body: JsonBody = None,
    reference: Annotated[
        str | None,
        typer.Option(help="Your own name for the record: by it a create whose answer was lost can be found.", show_default=False),
    ] = None,
    args: options.Arguments = None,
    account: options.Account = None,
    api_key: options.ApiKey = None,
    access_token: options.AccessToken = None,
    base_url: options.BaseUrl = None,
) -> None:
    """Create a record.

    daftra create clients business_name='شركة النور' email=info@example.com

    Fields are checked before anything is sent. Prints the id; as JSON where nobody is looking.
    """

    async def work() -> Any:
        op = operation(resource, "create")
        path = path_arguments(op, args or ())
        body = body_of(op, pairs or (), json_body)
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # bad arguments are refused without aiohttp

        async with connect(account, api_key, access_token, base_url) as client:
            try:
                return await executor_of(client).execute(op, path, {}, body, reference=UNSET if reference is None else reference)
            except OutcomeUnknown as error:
                raise _explained(error, op, reference) from None

    _done("created", resource, run(work()).id)


def edit_command(
    resource: options.UpdateResource,
    identity: Identity,
    pairs: options.UpdatePairs = None,
    args: options.Arguments = None,
    account: options.Account = None,
    api_key: options.ApiKey = None,
    access_token: options.AccessToken = None,
    base_url: options.BaseUrl = None,
) -> None:
    """Change fields of a record and keep the rest.

    daftra edit invoices 2415 notes='Paid in cash' po_number=PO-7

    The record is read, changed and written with everything that an update would lose; if somebody else changed it meanwhile,
    nothing is written.
    """
    _edit(resource, identity, pairs or [], args or [], (account, api_key, access_token, base_url))


def update_command(
    resource: options.UpdateResource,
    identity: Identity,
    pairs: options.UpdatePairs = None,
    json_body: JsonBody = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace the record: what is not sent is lost.")] = False,
    args: options.Arguments = None,
    account: options.Account = None,
    api_key: options.ApiKey = None,
    access_token: options.AccessToken = None,
    base_url: options.BaseUrl = None,
) -> None:
    """Change fields of a record, or replace it (--replace).

    With field=value it is `daftra edit`. A whole body (--json) takes the place of the stored record: its lines, number and dates
    are lost unless they are in it. Therefore it needs --replace.
    """
    if json_body is None and not replace:
        _edit(resource, identity, pairs or [], args or [], (account, api_key, access_token, base_url))
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

        async with connect(account, api_key, access_token, base_url) as client:
            try:
                await executor_of(client).execute(op, path, {}, body)
            except OutcomeUnknown as error:
                raise _explained(error, op, None, identity) from None

    run(work())
    _done("replaced", resource, identity)


def delete_command(
    resource: options.DeleteResource,
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="One or more.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    args: options.Arguments = None,
    account: options.Account = None,
    api_key: options.ApiKey = None,
    access_token: options.AccessToken = None,
    base_url: options.BaseUrl = None,
) -> None:
    """Delete records.

    Asks first; without a terminal to ask on it needs --yes. Stops at the first one that cannot be deleted.
    """

    async def work() -> None:
        op = operation(resource, "delete")
        paths = [path_arguments(op, args or (), identity) for identity in ids]
        if not yes and not _agreed(f"Delete {resource} {', '.join(ids)}?"):
            complain("nothing was deleted")
            raise typer.Exit(USAGE)
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # bad arguments are refused without aiohttp

        async with connect(account, api_key, access_token, base_url) as client:
            for identity, path in zip(ids, paths, strict=True):
                try:
                    await executor_of(client).execute(op, path, {})
                except OutcomeUnknown as error:
                    raise _explained(error, op, None, identity) from None
                _done("deleted", resource, identity)

    run(work())


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        complain("there is no terminal to ask on: add --yes")
        raise typer.Exit(USAGE)
    return typer.confirm(question, err=True)


def _edit(resource: str, identity: str, pairs: list[str], args: list[str], credentials: tuple[str | None, ...]) -> None:
    async def work() -> Any:
        get, update = operation(resource, "get"), operation(resource, "update")
        path = path_arguments(get, args, identity)
        if not pairs:
            refuse("field", "nothing was given", "field=value")
        values, only_written = _changes(get.response.model or "", update.request.model if update.request else "", pairs, resource)
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # bad arguments are refused without aiohttp

        async with connect(*credentials) as client:
            group: Any = getattr(client, resource)
            path.pop("level", None)
            session = group.edit(**path)
            try:
                async with session as draft:
                    for name, value in values.items():
                        setattr(draft, name, value)
                    if only_written:
                        draft.write(**only_written)
            except OutcomeUnknown as error:
                raise _explained(error, update, None, identity) from None
            return session.diff(), list(only_written)

    changed, hidden = run(work())
    if wants_json(None):
        sides = {name: [None if v is UNSET else json_ready(v) for v in (c.before, c.after)] for name, c in changed.items()}
        line({"id": _id(identity), "changed": sides, "written": hidden})
        return
    if not changed and not hidden:
        typer.echo(f"{resource} {identity}: it is so already, nothing was sent")
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
    known = {hints.wire_name(field): field.name for field in hints.fields_of(record)}
    hidden = {key: name for name, key in plan.only_written.items()}
    values: dict[str, Any] = {}
    only: dict[str, Any] = {}
    for each in pairs:
        name = each.partition("=")[0].removesuffix(":")
        attribute = known.get(name, name)
        if attribute in plan.attributes and attribute != "id":
            values |= from_pairs(record, [each], resource)
        elif name in plan.only_written or name in hidden:
            only |= from_pairs(body, [each], resource)
        elif attribute in known.values():
            refuse(name, "it is read-only", "what an update takes")
        else:
            unknown("field", name, f"field of {resource}", {*plan.attributes, *plan.only_written} - {"id"})
    return values, only


def _done(what: str, resource: str, identity: object) -> None:
    if wants_json(None):
        line({"id": _id(identity), "result": what})
    else:
        typer.echo(f"{what}: {resource} {identity}")


def _id(identity: object) -> object:
    """Return an id as the server writes it: a number, where it is one."""
    return int(identity) if isinstance(identity, str) and identity.isdecimal() else identity


def _explained(error: OutcomeUnknown, op: Any, reference: str | None, identity: str | None = None) -> OutcomeUnknown:
    """Say what to look at before the command is run again."""
    if identity is not None:
        look = f"look with `daftra get {op.resource} {identity}`"
    elif reference is not None and op.reference is not None:
        look = f"look with `daftra list {op.resource} --where {op.reference.field}={reference}`"
        look = (
            look if op.reference.parameter else f"look for {op.reference.field} {reference} in `daftra list {op.resource} --all`"
        )
    else:
        look = f"look with `daftra list {op.resource}`"
    reason = error.history[-1].reason if error.history else "the connection broke"
    msg = f"{op.id}: it may have been done or not ({reason}); {look} before you run this again"
    return OutcomeUnknown(
        msg,
        operation=error.operation,
        method=error.method,
        url=error.url,
        attempts=error.attempts,
        status=error.status,
        retry_after=error.retry_after,
    )
