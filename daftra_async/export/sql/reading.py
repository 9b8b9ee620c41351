"""Reads the rows of a resource back from its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async.export.protocols import StoreError
from daftra_async.export.sql.engine import connect_once, failures, make_engine, parse, shown
from daftra_async.export.sql.schema import present, schema_of
from daftra_async.wire.columns.layout import ACCOUNT, EXTRA, KEY, PARENT, POSITION
from daftra_async.wire.columns.packing import unpack

import sqlalchemy as sa  # isort: skip  # after the module that says how to get it

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping, Sequence

    from sqlalchemy.ext.asyncio import AsyncConnection

    from daftra_async.export.sql.schema import Schema
    from daftra_async.export.targets import Target
    from daftra_async.wire.columns.layout import Table

    _Known = Mapping[str, Mapping[str, str] | None]

_BATCH: Final = 1000


async def rows(url: str, target: Target, model: type[Any] | None, account: str) -> AsyncGenerator[Any]:
    """Yield the rows of an account in wire names, all from one snapshot."""
    place, schema = parse(url), schema_of(target, model)
    engine = make_engine(place, writes=False)
    try:
        await connect_once(engine, place)
        with failures(place):
            if engine.dialect.name == "postgresql":
                engine = engine.execution_options(isolation_level="REPEATABLE READ")
            async with engine.begin() as connection:
                known = {table.name: await connection.run_sync(present, table) for table in schema.tables.values()}
                if known[schema.main.name] is None:
                    msg = f"{shown(place)}: table {schema.main.name} does not exist"
                    raise StoreError(msg)
                reader = _Reader(connection, schema, known, account)
                batch = await reader.next()
                while batch:
                    for row in batch:
                        yield row
                    batch = await reader.next()
    finally:
        await engine.dispose()


class _Reader:
    """Reads one batch after the other, by key."""

    def __init__(self, connection: AsyncConnection, schema: Schema, known: _Known, account: str) -> None:
        self._connection = connection
        self._schema = schema
        self._known = known
        self._account = account
        self._last: str | None = None

    async def next(self) -> list[Any]:
        main, layout = self._schema.main, self._schema.layout
        mine = main.c[ACCOUNT] == self._account
        if self._last is not None:
            mine &= main.c[KEY] > self._last
        columns = self._select(main, layout)
        query = sa.select(main.c[KEY], *columns).where(mine).order_by(main.c[KEY]).limit(_BATCH)
        found = (await self._connection.execute(query)).all()
        if not found:
            return []
        first, last = found[0][0], found[-1][0]
        self._last = last
        lines = {name: await self._lines(name, first, last) for name in layout.lines}
        return [
            unpack(layout, row[1:], {relation: its_lines.get(row[0], ()) for relation, its_lines in lines.items()})
            for row in found
        ]

    async def _lines(self, relation: str, first: str, last: str) -> dict[str, list[Sequence[Any]]]:
        table = self._schema.tables[relation]
        if self._known[table.name] is None:
            return {}
        query = (
            sa.select(table.c[PARENT], *self._select(table, self._schema.layout.lines[relation]))
            .where(table.c[ACCOUNT] == self._account, table.c[PARENT].between(first, last))
            .order_by(table.c[PARENT], table.c[POSITION])
        )
        found: dict[str, list[Sequence[Any]]] = {}
        for row in await self._connection.execute(query):
            found.setdefault(row[0], []).append(row[1:])
        return found

    def _select(self, table: sa.Table, layout: Table) -> list[sa.ColumnElement[Any]]:
        """Return the columns, with null for those that an older version did not make."""
        names = self._known[table.name] or {}
        wanted = [*(column.name for column in layout.columns), EXTRA]
        return [table.c[name] if name in names else sa.null().label(name) for name in wanted]
