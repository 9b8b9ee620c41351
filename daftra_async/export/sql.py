"""SQL databases: a table a resource, and one for each of its line relations.

Pages are kept in a table of their own, each with its checkpoint in one transaction, so a killed export loses and doubles nothing.
When the list is complete, its records go into the tables in one transaction, so readers see all of a run or nothing of it. Two
exports of the same resource and account do not mix: the younger takes over, the older fails at its next page.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import uuid
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from daftra_async._text import refuse
from daftra_async.export.files import encode, threaded
from daftra_async.export.merge import identities
from daftra_async.export.protocols import Checkpoint, StoreError, Written
from daftra_async.export.sql_engine import failures, make_engine, parse, shown
from daftra_async.export.sql_rows import TableWriter, upsert
from daftra_async.export.sql_schema import CONTROL, EXPORTS, MANIFESTS, PAGES, ensure, schema_of
from daftra_async.export.tabular import ACCOUNT, identifier
from daftra_async.wire import dumps

# After the modules above, which say how to get it when it is missing.
import sqlalchemy as sa  # isort: skip

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Mapping, Sequence

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from daftra_async.export.protocols import Job
    from daftra_async.export.sql_schema import Schema

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
        try:
            await self.prepare(CONTROL)
        except (TypeError, ValueError) as error:  # parameters of the URL go to the driver as they are
            refuse("to", f"{error}"[:200], "parameters that the driver asyncpg takes")

    async def close(self) -> None:
        """Close all connections."""
        if self._engine is not None:
            await self._engine.dispose()
            self._engine = None

    async def load(self, account: str) -> dict[str, Any] | None:
        """Return the manifest of an account."""
        query = sa.select(MANIFESTS.c.manifest).where(MANIFESTS.c.account == account)
        text = await self.transact(lambda connection: connection.scalar(query))
        return _plain(text)

    async def save(self, account: str, manifest: Mapping[str, Any]) -> None:
        """Keep the manifest of an account; of a complete run, nobody will continue what it has left of lists that failed."""
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

    async def prepare(self, tables: tuple[sa.Table, ...]) -> None:
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


async def finished(work: Coroutine[Any, Any, T]) -> T:
    """Run the work to its end, also when the caller is cancelled meanwhile; the cancellation follows then."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait([task])
        if not task.cancelled():
            task.exception()  # looked at, or the loop complains
        raise


class SqlSink:
    """One resource of one account."""

    def __init__(self, store: SqlStore, job: Job) -> None:
        self._store = store
        self._job = job
        self._owner = uuid.uuid4().hex
        self._schema: Schema = schema_of(job.target, job.model)

    async def begin(self, checkpoint: Checkpoint | None) -> Checkpoint | None:
        """Make or extend the tables, take the resource over, and return where to go on; the database knows better than others."""
        del checkpoint
        job = self._job
        await self._store.prepare(self._schema.all)

        async def take_over(connection: AsyncConnection) -> Checkpoint | None:
            found = (await connection.execute(sa.select(EXPORTS).where(self._mine(EXPORTS)))).one_or_none()
            kept = None
            if found is not None and job.resume and found.run == job.run:
                kept = Checkpoint.from_dict(_plain(found.checkpoint) or {})
            if kept is not None and kept.fingerprint != job.fingerprint:
                kept = None
            row: dict[str, str | None] = {"account": job.account, "resource": job.target.name, "run": job.run}
            row |= {"owner": self._owner, "checkpoint": None if kept is None else dumps(kept.to_dict()).decode()}
            await connection.execute(upsert(connection, EXPORTS), [row])
            if kept is None:
                await connection.execute(sa.delete(PAGES).where(self._mine(PAGES)))
            return kept

        return await self._store.transact(take_over)

    async def ids(self) -> list[str]:
        """Return the ids of the records that are stored already."""
        found: list[str] = []

        async def collect(connection: AsyncConnection) -> None:
            found.clear()
            async for lines in self._pages(connection):
                found.extend(await threaded(partial(identities, lines.splitlines())))

        await self._store.transact(collect)
        return found

    async def write(self, records: Sequence[Any], checkpoint: Checkpoint) -> int:
        """Store a page and its checkpoint in one transaction."""
        lines = await threaded(lambda: encode(records))
        page = {"account": self._job.account, "resource": self._job.target.name, "page": checkpoint.page, "records": lines}

        async def store(connection: AsyncConnection) -> None:
            await self._hold(connection, checkpoint)
            await connection.execute(upsert(connection, PAGES), [page])

        await self._store.transact(store)
        return 0

    async def finish(self) -> Written:
        """Put the records into the tables, delete what a complete run has not seen, and forget the checkpoint: all at once."""
        main, job = self._schema.main, self._job

        async def complete(connection: AsyncConnection) -> int:
            await self._hold(connection, None)
            writer = TableWriter(connection, self._schema, job)
            async for lines in self._pages(connection):
                await writer.write(lines)
            if not job.incremental:
                await writer.delete_others()
            for table in (PAGES, EXPORTS):
                await connection.execute(sa.delete(table).where(self._mine(table)))
            count = sa.select(sa.func.count()).select_from(main).where(main.c[ACCOUNT] == job.account)
            return await connection.scalar(count) or 0

        records = await self._store.transact(complete)
        return Written(name=identifier(job.target.stem), records=records, bytes=0)

    async def abandon(self) -> None:
        """Do nothing: every page is there with its checkpoint, or not at all."""

    def _mine(self, table: sa.Table) -> sa.ColumnElement[bool]:
        return (table.c.account == self._job.account) & (table.c.resource == self._job.target.name)

    async def _pages(self, connection: AsyncConnection) -> AsyncGenerator[bytes]:
        """Yield what is stored, in the order of pages, one page in memory at a time."""
        last = -1
        while True:
            query = sa.select(PAGES.c.page, PAGES.c.records).where(self._mine(PAGES), PAGES.c.page > last)
            found = (await connection.execute(query.order_by(PAGES.c.page).limit(1))).one_or_none()
            if found is None:
                return
            last = found.page
            yield found.records

    async def _hold(self, connection: AsyncConnection, checkpoint: Checkpoint | None) -> None:
        """Set the checkpoint, which in PostgreSQL also keeps others from taking over within this transaction.

        Raises:
            StoreError: another export has taken over.
        """
        text = None if checkpoint is None else dumps(checkpoint.to_dict()).decode()
        mine = self._mine(EXPORTS) & (EXPORTS.c.owner == self._owner)
        result = await connection.execute(sa.update(EXPORTS).where(mine).values(checkpoint=text))
        if result.rowcount != 1:
            msg = f"{self._store.name}: another export of {self._job.target.name} has taken over"
            raise StoreError(msg)


def _plain(text: str | None) -> dict[str, Any] | None:
    """Read our own state; its numbers are floats, unlike those of records."""
    try:
        found = None if text is None else json.loads(text)
    except ValueError:
        return None
    return cast("dict[str, Any]", found) if isinstance(found, dict) else None
