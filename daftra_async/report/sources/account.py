"""The account itself: the lists that a report needs, walked at the same time."""

from __future__ import annotations

import asyncio
import datetime as dt
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final

from daftra_async._words import given
from daftra_async.catalogue import operations
from daftra_async.errors import IncompleteListError, NotFoundError, PermissionDeniedError
from daftra_async.export.targets import plan
from daftra_async.lists.executor import executor_of
from daftra_async.report.sources.held import INVOICES, WANTED, Held, Shortfall
from daftra_async.wire.census import counting
from daftra_async.wire.census_report import Report as Census
from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.batches import MAIN, empty

if TYPE_CHECKING:
    from daftra_async.client import DaftraClient
    from daftra_async.lists.drift import Drift
    from daftra_async.report.sources.held import Tables
    from daftra_async.wire.census import Entry

    Walked = tuple[Tables, Shortfall | None]

_PAGES_AHEAD: Final = 4


async def read_account(client: DaftraClient, *, keep: bool) -> Held:
    """Read the lists of the account. One that the credential may not read is left out; without invoices there is no report.

    Args:
        client: The account.
        keep: Whether lists that come short are used anyway, and named in the report.

    Raises:
        IncompleteListError: a list came short, and that is not accepted.
        DaftraError: a list cannot be read.
    """
    counts: dict[Entry, int] = {}
    began = dt.datetime.now(dt.UTC)
    with counting(counts):
        tasks = {name: asyncio.ensure_future(_allowed(client, name, keep=keep)) for name in WANTED}
        try:
            await asyncio.gather(*tasks.values())
        finally:
            for task in tasks.values():
                task.cancel()
            await asyncio.gather(*tasks.values(), return_exceptions=True)
    walks = {name: walk for name, task in tasks.items() if (walk := task.result()) is not None}
    return Held(
        kind="account",
        identity=repr(client),
        tables={name: tables for name, (tables, _) in walks.items()},
        read_at=began,
        missing=tuple(name for name in WANTED if name not in walks),
        short=tuple(short for _, short in walks.values() if short is not None),
        census=Census(counts),
    )


async def _allowed(client: DaftraClient, resource: str, *, keep: bool) -> Walked | None:
    """Walk a list; None where the credential may not read it, or the account does not have it."""
    try:
        return await _walk(client, resource, keep=keep)
    except (PermissionDeniedError, NotFoundError):
        if resource == INVOICES:
            raise
        return None
    except IncompleteListError as error:
        raise _explained(error) from None


def _explained(error: IncompleteListError) -> IncompleteListError:
    """Return the error with what to do about it in a report."""
    message = (
        f"the list ended early, after {error.received} of {error.announced} announced records; read it again,"
        f" or accept what came with {given('incomplete', 'keep')}"
    )
    told = IncompleteListError(error.status, None, message, None, error.operation, error.method, error.url)
    told.announced, told.received, told.token = error.announced, error.received, error.token
    return told


async def _walk(client: DaftraClient, resource: str, *, keep: bool) -> Walked:
    """Return the tables of a list, and whether it was complete."""
    wanted, target = WANTED[resource], plan(operations(), [resource])[0]
    pager: Any = executor_of(client).paginate(target.operation, {}, dict(target.arguments))
    pager = pager.checked(on_drift="ignore", dedupe=True, incomplete="ignore" if keep else "raise")
    start = empty(wanted.table)
    held: dict[str, list[Any]] = {name: [start[name].select(wanted.taken(name))] for name in wanted.columns}
    async with aclosing(pager.arrow(lines=len(held) > 1, concurrency=_PAGES_AHEAD)) as pages:
        async for page in pages:
            for name, some in held.items():
                some.append(page[name].select(wanted.taken(name)))
    tables = {name: pa.concat_tables(some) for name, some in held.items()}
    return tables, _shortfall(resource, tables[MAIN].num_rows, pager.drift)


def _shortfall(resource: str, received: int, drift: Drift) -> Shortfall | None:
    if drift.ended_early:
        return Shortfall(resource=resource, received=received, announced=drift.last_total)
    return Shortfall(resource=resource, received=received, announced=drift.last_total, changed=True) if drift.pages else None
