"""Columns into a table of a database, within the transaction of its connection.

PostgreSQL takes them as CSV, which Arrow writes and COPY reads, both in C. SQLite takes them row by row.
"""

from __future__ import annotations

import importlib
import io
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from sqlalchemy import exc

from daftra_async.export.files import threaded
from daftra_async.wire.columns.arrow import pa

if TYPE_CHECKING:
    from collections.abc import Mapping

    import sqlalchemy as sa
    from sqlalchemy.ext.asyncio import AsyncConnection


_ROWS: Final = 1000
"""Rows that are objects of Python at a time."""


class Loader(Protocol):
    """Writes columns, which are arrays of Arrow by name; all columns of the table that no other program has made."""

    doubled: type[Exception]
    """What `insert` raises when a key is there already."""

    async def insert(self, table: sa.Table, columns: Mapping[str, Any]) -> None:
        """Insert rows."""
        ...


def loader_of(connection: AsyncConnection) -> Loader:
    """Return what loads columns into the database of a connection."""
    return PostgresLoader(connection) if connection.dialect.name == "postgresql" else SqliteLoader(connection)


class PostgresLoader:
    """Copies CSV."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        from asyncpg import UniqueViolationError  # noqa: PLC0415  # SQLite does without it

        self.doubled: type[Exception] = UniqueViolationError

    async def insert(self, table: sa.Table, columns: Mapping[str, Any]) -> None:
        """Insert rows."""
        text = await threaded(lambda: csv_of(columns))
        driver: Any = (await self._connection.get_raw_connection()).driver_connection
        await driver.copy_to_table(table.name, source=io.BytesIO(text), columns=list(columns), format="csv")


class SqliteLoader:
    """Inserts rows."""

    doubled: type[Exception] = exc.IntegrityError

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def insert(self, table: sa.Table, columns: Mapping[str, Any]) -> None:
        """Insert rows."""
        names, places = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
        statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({places})'  # noqa: S608  # names are identifiers
        batch = pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
        for start in range(0, batch.num_rows, _ROWS):
            rows = await threaded(partial(_rows, batch.slice(start, _ROWS)))
            await self._connection.exec_driver_sql(statement, rows)


def csv_of(columns: Mapping[str, Any]) -> bytes:
    """Return rows as COPY reads them: nothing for null, quotes around every text."""
    csv: Any = importlib.import_module("pyarrow.csv")
    out = io.BytesIO()
    batch = pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
    csv.write_csv(batch, out, csv.WriteOptions(include_header=False))
    return out.getvalue()


def _rows(batch: Any) -> list[tuple[Any, ...]]:
    return list(zip(*map(_values, batch.columns), strict=True))


def _values(array: Any) -> list[Any]:
    """Return values as SQLite keeps them: dates and times as ISO text."""
    values: list[Any]
    if pa.types.is_timestamp(array.type):
        values = [None if moment is None else moment.isoformat(sep=" ") for moment in array.to_pylist()]
    else:
        values = (array.cast(pa.string()) if pa.types.is_date(array.type) else array).to_pylist()
    return values
