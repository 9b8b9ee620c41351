"""Merge pages into tables that hold rows already. Unchanged rows are not written.

Each table of a page goes into a temporary one first; the database compares the rows. Keys that came are kept in another temporary
table, to find the records that did not come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa
from sqlalchemy.schema import CreateTable, DropTable

from daftra_async.export.sql.loading import insert
from daftra_async.export.sql.schema import RUN
from daftra_async.export.sql.upsert import upsert
from daftra_async.wire.columns.batches import MAIN
from daftra_async.wire.columns.layout import ACCOUNT, EXTRA, KEY, PARENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncConnection

    from daftra_async.export.sql.schema import Schema

_SEEN: Final = sa.Table("_daftra_seen", sa.MetaData(), sa.Column("key", sa.Text(), primary_key=True), prefixes=["TEMPORARY"])
"""Keys of all records that came."""


class Merger:
    """Merges the pages of one run of an account, within one transaction."""

    def __init__(self, connection: AsyncConnection, schema: Schema, account: str) -> None:
        self._connection = connection
        self._account = account
        self._tables = schema.tables
        # SQLite looks rows up, PostgreSQL joins without an index.
        keyed = connection.dialect.name == "sqlite"
        self._stages = {
            relation: _temporary(f"_daftra_rows_{at}", table, keyed=keyed)
            for at, (relation, table) in enumerate(self._tables.items())
        }

    async def begin(self) -> None:
        """Make the temporary tables; they go with the transaction if it fails."""
        for table in (*self._stages.values(), _SEEN):
            await self._connection.execute(CreateTable(table))

    async def add(self, page: Mapping[str, Mapping[str, Any]]) -> None:
        """Insert the records that are new, and write those that differ.

        Args:
            page: The columns of each table by relation, each record once; without those of tables that have no rows.
        """
        for relation, stage in self._stages.items():
            await self._connection.execute(sa.delete(stage))
            if relation in page:
                await insert(self._connection, stage, page[relation])
        came = sa.select(self._stages[MAIN].c[KEY])
        known = sa.select(_SEEN.c.key)
        await self._connection.execute(sa.insert(_SEEN).from_select(["key"], came.where(self._stages[MAIN].c[KEY].not_in(known))))
        for relation, stage in self._stages.items():
            table = self._tables[relation]
            if relation != MAIN:
                gone = self._mine(table) & table.c[PARENT].in_(came) & ~sa.exists().where(_same_key(table, stage))
                await self._connection.execute(sa.delete(table).where(gone))
            unchanged = sa.exists().where(_same_key(table, stage), *_same_values(table, stage))
            changes = upsert(self._connection, table).from_select(stage.c.keys(), sa.select(stage).where(~unchanged))
            await self._connection.execute(changes)

    async def delete_others(self) -> None:
        """Delete the records that did not come, with their lines."""
        for relation, table in self._tables.items():
            owner = table.c[KEY if relation == MAIN else PARENT]
            gone = self._mine(table) & ~sa.exists().where(owner == _SEEN.c.key)
            await self._connection.execute(sa.delete(table).where(gone))

    async def end(self) -> None:
        """Drop the temporary tables."""
        for table in (*self._stages.values(), _SEEN):
            await self._connection.execute(DropTable(table))

    def _mine(self, table: sa.Table) -> sa.ColumnElement[bool]:
        return table.c[ACCOUNT] == self._account


def _temporary(name: str, table: sa.Table, *, keyed: bool) -> sa.Table:
    columns = [sa.Column(column.name, column.type, primary_key=keyed and column.primary_key) for column in table.columns]
    return sa.Table(name, sa.MetaData(), *columns, prefixes=["TEMPORARY"])


def _same_key(table: sa.Table, stage: sa.Table) -> sa.ColumnElement[bool]:
    return sa.and_(*(column == stage.c[column.name] for column in table.primary_key))


def _same_values(table: sa.Table, stage: sa.Table) -> list[sa.ColumnElement[bool]]:
    pairs = [(column, stage.c[column.name]) for column in table.columns if not column.primary_key and column.name != RUN]
    return [
        # JSON as it was written has no equality in PostgreSQL.
        sa.cast(old, sa.Text()).is_not_distinct_from(sa.cast(new, sa.Text()))
        if old.name == EXTRA
        else old.is_not_distinct_from(new)
        for old, new in pairs
    ]
