"""One resource of one account on its way into a database."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from daftra_async.export.files import threaded
from daftra_async.export.protocols import Checkpoint, StoreError, Written
from daftra_async.export.sql.rows import TableWriter
from daftra_async.export.sql.schema import EXPORTS, PAGES, schema_of, state_of
from daftra_async.export.sql.upsert import upsert
from daftra_async.export.tabular.packing import packed, unpacked
from daftra_async.wire import dumps
from daftra_async.wire.columns.arrow import release_unused
from daftra_async.wire.columns.batches import Batches
from daftra_async.wire.columns.encoder import batches_of
from daftra_async.wire.columns.keys import MADE
from daftra_async.wire.columns.layout import ACCOUNT

# After the modules above, which say how to get it when it is missing.
import sqlalchemy as sa  # isort: skip

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from sqlalchemy.ext.asyncio import AsyncConnection

    from daftra_async.export.protocols import Job
    from daftra_async.export.sql.store import SqlStore
    from daftra_async.wire.columns.layout import Table


class SqlSink:
    """One resource of one account."""

    form: Final = "columns"

    def __init__(self, store: SqlStore, job: Job) -> None:
        self._store = store
        self._job = job
        self._owner = uuid.uuid4().hex
        self._schema = schema_of(job.target, job.model)

    async def begin(self, checkpoint: Checkpoint | None) -> Checkpoint | None:
        """Make or extend the tables, take the resource over, and return where to continue: what the database knows counts."""
        del checkpoint
        job = self._job
        await self._store.prepare(self._schema.tables.values())

        async def take_over(connection: AsyncConnection) -> Checkpoint | None:
            found = (await connection.execute(sa.select(EXPORTS).where(self._mine(EXPORTS)))).one_or_none()
            kept = None
            if found is not None and job.resume and found.run == job.run:
                kept = Checkpoint.from_dict(state_of(found.checkpoint) or {})
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
            async for page in self._pages(connection):
                found.extend(await threaded(partial(_ids, self._schema.layout, page)))

        await self._store.transact(collect)
        return found

    async def write(self, records: Sequence[Any] | Batches, checkpoint: Checkpoint) -> int:
        """Store a page of records or columns, and its checkpoint, in one transaction."""
        job, layout = self._job, self._schema.layout
        # Not in a thread, each of which takes memory of its own.
        held = packed(records if isinstance(records, Batches) else batches_of(layout, records))
        page = {"account": job.account, "resource": job.target.name, "page": checkpoint.page, "records": held}

        async def store(connection: AsyncConnection) -> None:
            await self._hold(connection, checkpoint)
            await connection.execute(upsert(connection, PAGES), [page])

        await self._store.transact(store)
        return 0

    async def finish(self) -> Written:
        """Put the records into the tables, delete what a complete run has not seen, and forget the checkpoint: all at once."""
        main, job = self._schema.main, self._job
        release_unused()  # what the pages took: the driver's thread takes memory of its own

        async def complete(connection: AsyncConnection) -> int:
            await self._hold(connection, None)
            await TableWriter(connection, self._schema, job).write_all(partial(self._pages, connection))
            for table in (PAGES, EXPORTS):
                await connection.execute(sa.delete(table).where(self._mine(table)))
            count = sa.select(sa.func.count()).select_from(main).where(main.c[ACCOUNT] == job.account)
            return await connection.scalar(count) or 0

        records = await self._store.transact(complete)
        return Written(name=main.name, records=records, bytes=0)

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


def _ids(table: Table, page: bytes) -> list[str]:
    """Return the ids of a page, without those of records that have none."""
    return [key for key in unpacked(table, page).keys.to_pylist() if key[0] != MADE]
