"""`daftra create` and `daftra delete`."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
from typing import Annotated, Any

import typer

from daftra_async.cli import options
from daftra_async.cli.bodies import body_of
from daftra_async.cli.output import done
from daftra_async.cli.routes import operation, path_arguments
from daftra_async.cli.running import USAGE, agreed, complain, explained, run
from daftra_async.lists.executor import executor_of
from daftra_async.operation import UNSET


def create_command(
    resource: options.CreateResource,
    pairs: options.CreatePairs = None,
    json_body: options.JsonBody = None,
    reference: Annotated[
        str | None,
        typer.Option(help="Your own reference for the record, to find it again if the answer is lost.", show_default=False),
    ] = None,
    args: options.Arguments = None,
) -> None:
    """Create a record.

    daftra create clients business_name='شركة النور' email=info@example.com

    Fields are checked before anything is sent. Prints the id, as JSON unless stdout is a terminal.
    """

    async def work() -> Any:
        op = operation(resource, "create")
        path = path_arguments(op, args or ())
        body = body_of(op, pairs or (), json_body)
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # bad arguments are refused without aiohttp

        async with connect(*options.given()) as client:
            with explained(op, reference=reference):
                return await executor_of(client).execute(op, path, {}, body, reference=UNSET if reference is None else reference)

    done("created", resource, run(work()).id)


def delete_command(
    resource: options.DeleteResource,
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="One or more.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    args: options.Arguments = None,
) -> None:
    """Delete records.

    Asks first; without a terminal to ask on it needs --yes. Stops at the first one that cannot be deleted.
    """

    async def work() -> None:
        op = operation(resource, "delete")
        paths = [path_arguments(op, args or (), identity) for identity in ids]
        if not yes and not agreed(f"Delete {resource} {', '.join(ids)}?"):
            complain("nothing was deleted")
            raise typer.Exit(USAGE)
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # bad arguments are refused without aiohttp

        async with connect(*options.given()) as client:
            for identity, path in zip(ids, paths, strict=True):
                with explained(op, identity):
                    await executor_of(client).execute(op, path, {})
                done("deleted", resource, identity)

    run(work())
