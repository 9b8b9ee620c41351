"""What runs on a worker: the export of one account, or of several small ones."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

import aiohttp
import attrs

from daftra_async._words import WORDS, Words
from daftra_async.export import EVERYTHING, ExportReport, ResourceReport, export_account
from daftra_async.export.report import reason_of
from daftra_async.http import transport
from daftra_async.integrations.dask.cluster import distributed
from daftra_async.integrations.dask.progress import Sender
from daftra_async.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from daftra_async.export import AccountSpec

_LONG: Final = 10.0
"""Seconds after which a task begins no other account."""


@attrs.frozen(kw_only=True)
class Order:
    """Arguments for the export of each account.

    Workers log their repr, so it shows no URL of a database: that may hold a password.
    """

    to: str | Path = attrs.field(repr=False)
    settings: Settings | None = attrs.field(repr=False)
    options: dict[str, Any] = attrs.field(repr=False)
    run: str | None = None
    """Id of the export whose progress is sent to the client; None to send none."""
    words: Words = attrs.field(factory=WORDS.get, repr=False)
    """How messages name arguments, as for who gave the order."""

    def listening(self) -> dict[str, Any]:
        """Return the options of `export` on the worker where this is called."""
        if self.run is None:
            return self.options
        return {**self.options, "progress": Sender(self.run, distributed.get_worker().log_event)}


@attrs.define
class _Shared:
    session: aiohttp.ClientSession
    users: int = 0


_sessions: Final[WeakKeyDictionary[asyncio.AbstractEventLoop, _Shared]] = WeakKeyDictionary()


async def export_share(specs: Sequence[AccountSpec], order: Order) -> list[ExportReport]:
    """Export accounts one after another; when they turn out to take long, only the first ones.

    Small accounts share what Dask does for a task; large ones are left to other workers.
    """
    reports: list[ExportReport] = []
    begun = monotonic()
    async with shared_session():
        for spec in specs:
            reports.append(await export_one(spec, order))
            if monotonic() - begun > _LONG:
                break
    return reports


async def export_one(spec: AccountSpec, order: Order) -> ExportReport:
    """Export an account and return the report; one that could not be exported at all has a single failed resource, `*`."""
    WORDS.set(order.words)
    try:
        async with shared_session() as session:
            return await export_account(spec, order.to, session=session, settings=order.settings, **order.listening())
    except Exception as error:  # noqa: BLE001  # what is raised ends the task, and the worker logs it with all arguments
        return failed(spec.name, type(error).__name__, reason_of(error, spec.name))


def failed(account: str, error_type: str, reason: str) -> ExportReport:
    """Return the report of an account of which no list was tried."""
    failure = ResourceReport(resource=EVERYTHING, operation=EVERYTHING, account=account, error=reason, error_type=error_type)
    return ExportReport(resources=(failure,), seconds=0.0)


@asynccontextmanager
async def shared_session() -> AsyncGenerator[aiohttp.ClientSession]:
    """Share a session between the accounts that are exported in this loop; the last one closes it."""
    loop = asyncio.get_running_loop()
    shared = _sessions.get(loop)
    if shared is None:
        shared = _sessions[loop] = _Shared(transport.open_session())
    shared.users += 1
    try:
        yield shared.session
    finally:
        shared.users -= 1
        if not shared.users:
            del _sessions[loop]
            await shared.session.close()
