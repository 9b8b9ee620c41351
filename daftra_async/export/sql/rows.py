"""Records into the tables of a resource: inserted or replaced by account and id, and lines with their record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from daftra_async.export.files import threaded
from daftra_async.export.sql.schema import RUN
from daftra_async.export.tabular import ACCOUNT, EXTRA, KEY, PARENT, POSITION, WIDE, Keys, pack
from daftra_async.wire import loads

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

    from daftra_async.export.protocols import Job
    from daftra_async.export.sql.schema import Schema

_CHUNK: Final = 500
"""Keys in one DELETE."""


class TableWriter:
    """Writes the records of one run, within one transaction."""

    def __init__(self, connection: AsyncConnection, schema: Schema, job: Job) -> None:
        self._connection = connection
        self._schema = schema
        self._job = job
        self._keys = Keys()

    async def write(self, lines: bytes) -> None:
        """Insert or replace the records of a page, which are JSON Lines."""
        rows, its_lines = await threaded(lambda: self._pack(lines))
        if not rows:
            return
        keys = [row[KEY] for row in rows]
        for table in self._schema.lines.values():
            for at in range(0, len(keys), _CHUNK):
                old = (table.c[ACCOUNT] == self._job.account) & table.c[PARENT].in_(keys[at : at + _CHUNK])
                await self._connection.execute(sa.delete(table).where(old))
        await self._connection.execute(upsert(self._connection, self._schema.main), rows)
        for relation, found in its_lines.items():
            if found:
                await self._connection.execute(sa.insert(self._schema.lines[relation]), found)

    async def delete_others(self) -> None:
        """Delete the records of the account that this run has not written."""
        main, job = self._schema.main, self._job
        gone = (main.c[ACCOUNT] == job.account) & (main.c[RUN] != job.run)
        for table in self._schema.lines.values():
            parents = sa.select(main.c[KEY]).where(gone)
            mine = (table.c[ACCOUNT] == job.account) & table.c[PARENT].in_(parents)
            await self._connection.execute(sa.delete(table).where(mine))
        await self._connection.execute(sa.delete(main).where(gone))

    def _pack(self, text: bytes) -> tuple[list[dict[str, Any]], dict[str, list[dict[str, Any]]]]:
        """Return rows and lines by column; of records with the same key the last one is taken."""
        table, account, run = self._schema.table, self._job.account, self._job.run
        names = [column.name for column in table.columns]
        inner = {c.name: [column.name for column in c.lines.columns] for c in table.relations if c.lines is not None}
        packed = {self._keys.of(row): pack(table, WIDE, row) for row in map(loads, text.splitlines())}
        rows = [
            {ACCOUNT: account, KEY: key, RUN: run, EXTRA: one.values[-1], **dict(zip(names, one.values, strict=False))}
            for key, one in packed.items()
        ]
        lines: dict[str, list[dict[str, Any]]] = {
            relation: [
                {ACCOUNT: account, PARENT: key, POSITION: at, EXTRA: values[-1], **dict(zip(columns, values, strict=False))}
                for key, one in packed.items()
                for at, values in enumerate(one.lines.get(relation, ()))
            ]
            for relation, columns in inner.items()
        }
        return rows, lines


def upsert(connection: AsyncConnection, table: sa.Table) -> sa.Insert:
    """Return the statement that inserts rows or replaces those with the same key."""
    key = [column.name for column in table.primary_key]
    statement = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)
    others = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in key}
    upserting: sa.Insert = statement.on_conflict_do_update(index_elements=key, set_=others)
    return upserting
