"""A database as the target of an export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from daftra_async.export.files import finished
from daftra_async.export.sql.engine import connect_once, failures, make_engine, parse, shown
from daftra_async.export.sql.schema import CONTROL, EXPORTS, MANIFESTS, PAGES, ensure, state_of
from daftra_async.export.sql.sink import SqlSink
from daftra_async.export.sql.upsert import upsert
from daftra_async.wire import dumps

# After the modules above, which say how to get it when it is missing.
import sqlalchemy as sa  # isort: skip

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from daftra_async.export.protocols import Job

T = TypeVar("T")


class SqlStore:
    """A database as the target of an export.

    Args:
        url: `sqlite:///acme.db`, `postgresql://user:password@host/database`.

    Raises:
        ArgumentError: the URL is none that can be used, or a library is missing.
    """

    keeps_checkpoints = True
    keeps_rows = True

    def __init__(self, url: str) -> None:
        self._url = parse(url)
        self._engine: AsyncEngine | None = None

    @property
    def name(self) -> str:
        """The URL without its password."""
        return shown(self._url)

    @property
    def engine(self) -> AsyncEngine:
        """The engine, once it is open."""
        assert self._engine is not None, "used before it was opened"
        return self._engine

    async def open(self) -> None:
        """Connect and make the tables that exports keep their state in.

        Raises:
            ArgumentError: the driver is missing, or does not know a parameter of the URL.
            StoreError: the database cannot be reached or used.
        """
        self._engine = make_engine(self._url, writes=True)
        await connect_once(self._engine, self._url)
        await self.prepare(CONTROL)

    async def close(self) -> None:
        """Close all connections."""
        if self._engine is not None:
            await self._engine.dispose()
            self._engine = None

    async def load(self, account: str) -> dict[str, Any] | None:
        """Return the manifest of an account."""
        query = sa.select(MANIFESTS.c.manifest).where(MANIFESTS.c.account == account)
        text = await self.transact(lambda connection: connection.scalar(query))
        return state_of(text)

    async def save(self, account: str, manifest: Mapping[str, Any]) -> None:
        """Store the manifest of an account; when the run is complete, drop the pages of lists that failed."""
        values = {"account": account, "manifest": dumps(manifest).decode()}
        left = (EXPORTS.c.account == account) & (EXPORTS.c.run == manifest.get("run"))
        lists = sa.select(EXPORTS.c.resource).where(left)

        async def keep(connection: AsyncConnection) -> None:
            await connection.execute(upsert(connection, MANIFESTS), [values])
            if manifest.get("complete"):
                await connection.execute(sa.delete(PAGES).where((PAGES.c.account == account) & PAGES.c.resource.in_(lists)))
                await connection.execute(sa.delete(EXPORTS).where(left))

        await self.transact(keep)

    def sink(self, job: Job) -> SqlSink:
        """Return what takes the resource."""
        return SqlSink(self, job)

    async def prepare(self, tables: Iterable[sa.Table]) -> None:
        """Make or extend tables."""
        await self.transact(lambda connection: connection.run_sync(ensure, tables, self.name))

    async def transact(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        """Do the work in one transaction.

        With SQLite, a cancelled caller waits for its end: the driver's thread cannot be stopped, and a connection that was given
        up in the middle of a transaction would keep all others out.

        Raises:
            StoreError: the database refused it or was lost; nothing is stored.
        """

        async def run() -> T:
            with failures(self._url):
                async with self.engine.begin() as connection:
                    return await work(connection)

        return await (finished(run()) if self._url.get_backend_name() == "sqlite" else run())
