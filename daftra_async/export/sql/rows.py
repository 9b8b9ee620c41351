"""Records into the tables of a resource: inserted or replaced by account and id, and lines with their record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from daftra_async.export.sql.columns import columns_of
from daftra_async.export.sql.loading import KeyTakenError, insert
from daftra_async.export.sql.merging import Merger
from daftra_async.export.sql.schema import RUN
from daftra_async.export.tabular.packing import unpacked
from daftra_async.export.tabular.pages import Renumber, StoredPage
from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.batches import MAIN
from daftra_async.wire.columns.layout import ACCOUNT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from sqlalchemy.ext.asyncio import AsyncConnection

    from daftra_async.export.protocols import Job
    from daftra_async.export.sql.schema import Schema


class TableWriter:
    """Writes the records of one run, within one transaction."""

    def __init__(self, connection: AsyncConnection, schema: Schema, job: Job) -> None:
        self._connection = connection
        self._schema = schema
        self._job = job
        self._renumber = Renumber()

    async def write_all(self, pages: Callable[[], AsyncIterator[bytes]]) -> None:
        """Insert the records of all pages or replace those that differ; of records with the same key the last one is taken.

        Unless the run is incremental, records of the account that did not come are deleted.

        Args:
            pages: Reads the stored pages in their order, from the first one each time.
        """
        if await self._is_first() and await self._filled(pages):
            return
        merger = Merger(self._connection, self._schema, self._job.account)
        await merger.begin()
        async for page in pages():
            await merger.add(self._columns(page))
        if not self._job.incremental:
            await merger.delete_others()
        await merger.end()

    async def _is_first(self) -> bool:
        """Return whether nothing of the account is there."""
        mine = sa.select(sa.literal(1)).where(self._schema.main.c[ACCOUNT] == self._job.account).limit(1)
        return await self._connection.scalar(mine) is None

    async def _filled(self, pages: Callable[[], AsyncIterator[bytes]]) -> bool:
        """Insert all without looking for what is there; return whether no key came twice."""
        try:
            async with self._connection.begin_nested():
                async for page in pages():
                    await self._insert(page)
        except KeyTakenError:
            self._renumber = Renumber()
            return False
        return True

    async def _insert(self, page: bytes) -> None:
        for relation, columns in self._columns(page).items():
            await insert(self._connection, self._schema.tables[relation], columns)

    def _columns(self, page: bytes) -> dict[str, dict[str, Any]]:
        """Return the columns of each table of a page, in which each record is there once; empty tables are left out.

        Not made in a thread, each of which takes memory of its own.
        """
        layout = self._schema.layout
        layouts = {MAIN: layout, **layout.lines}
        stored = unpacked(layout, page)
        stored = StoredPage(self._renumber(stored.keys), stored.batches)
        places = sorted({key: at for at, key in enumerate(stored.keys.to_pylist())}.values())
        if len(places) < stored.batches.size:
            stored = stored.take(places)
        return {
            relation: self._own(relation, rows.num_rows) | columns_of(layouts[relation], rows)
            for relation, rows in stored.batches.tables(stored.keys).items()
            if rows.num_rows
        }

    def _own(self, relation: str, rows: int) -> dict[str, Any]:
        own = {ACCOUNT: self._job.account, **({RUN: self._job.run} if relation == MAIN else {})}
        return {name: pa.repeat(pa.scalar(value, pa.string()), rows) for name, value in own.items()}
