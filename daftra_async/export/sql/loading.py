"""Columns into a table of a database, within the transaction of its connection.

PostgreSQL takes them as CSV, which Arrow writes and COPY reads, both in C. SQLite takes them row by row.
"""

from __future__ import annotations

import importlib
import io
from typing import TYPE_CHECKING, Any, Final, Protocol

from sqlalchemy import exc

from daftra_async.export.files import threaded
from daftra_async.wire.columns.arrow import pa

if TYPE_CHECKING:
    from collections.abc import Mapping

    import sqlalchemy as sa
    from sqlalchemy.ext.asyncio import AsyncConnection

_STAGE: Final = "_daftra_rows"
"""The temporary table of PostgreSQL that rows are merged from."""


class Loader(Protocol):
    """Writes columns, which are arrays of Arrow by name; all columns of the table that no other program has made."""

    doubled: type[Exception]
    """What `insert` raises when a key is there already."""

    async def insert(self, table: sa.Table, columns: Mapping[str, Any]) -> None:
        """Insert rows."""
        ...

    async def upsert(self, table: sa.Table, columns: Mapping[str, Any]) -> None:
        """Insert rows or replace those with the same key."""
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
        await self._copy(table.name, columns)

    async def upsert(self, table: sa.Table, columns: Mapping[str, Any]) -> None:
        """Insert rows or replace those with the same key."""
        main, names = _quoted(table.name), ", ".join(map(_quoted, columns))
        rows = f"SELECT {names} FROM {main} WITH NO DATA"  # noqa: S608  # names are identifiers
        make = f"CREATE TEMPORARY TABLE IF NOT EXISTS {_STAGE} ON COMMIT DROP AS {rows}"
        await self._connection.exec_driver_sql(make)
        await self._connection.exec_driver_sql(f"TRUNCATE pg_temp.{_STAGE}")
        await self._copy(_STAGE, columns)
        merge = f"INSERT INTO {main} ({names}) SELECT {names} FROM pg_temp.{_STAGE} {_replacing(table, columns)}"  # noqa: S608  # names are identifiers
        await self._connection.exec_driver_sql(merge)

    async def _copy(self, name: str, columns: Mapping[str, Any]) -> None:
        text = await threaded(lambda: csv_of(columns))
        driver: Any = (await self._connection.get_raw_connection()).driver_connection
        await driver.copy_to_table(name, source=io.BytesIO(text), columns=list(columns), format="csv")


class SqliteLoader:
    """Inserts rows."""

    doubled: type[Exception] = exc.IntegrityError

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def insert(self, table: sa.Table, columns: Mapping[str, Any]) -> None:
        """Insert rows."""
        await self._execute(table, columns, "")

    async def upsert(self, table: sa.Table, columns: Mapping[str, Any]) -> None:
        """Insert rows or replace those with the same key."""
        await self._execute(table, columns, _replacing(table, columns))

    async def _execute(self, table: sa.Table, columns: Mapping[str, Any], rest: str) -> None:
        names, places = ", ".join(map(_quoted, columns)), ", ".join("?" * len(columns))
        rows = await threaded(lambda: list(zip(*map(_values, columns.values()), strict=True)))
        statement = f"INSERT INTO {_quoted(table.name)} ({names}) VALUES ({places}) {rest}"  # noqa: S608  # names are identifiers
        await self._connection.exec_driver_sql(statement, rows)


def csv_of(columns: Mapping[str, Any]) -> bytes:
    """Return rows as COPY reads them: nothing for null, quotes around every text."""
    csv: Any = importlib.import_module("pyarrow.csv")
    out = io.BytesIO()
    batch = pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
    csv.write_csv(batch, out, csv.WriteOptions(include_header=False))
    return out.getvalue()


def _replacing(table: sa.Table, columns: Mapping[str, Any]) -> str:
    key = [column.name for column in table.primary_key]
    others = ", ".join(f"{_quoted(name)} = excluded.{_quoted(name)}" for name in columns if name not in key)
    return f"ON CONFLICT ({', '.join(map(_quoted, key))}) DO UPDATE SET {others}"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _values(array: Any) -> list[Any]:
    """Return values as SQLite keeps them: dates and times as ISO text."""
    values: list[Any]
    if pa.types.is_timestamp(array.type):
        values = [None if moment is None else moment.isoformat(sep=" ") for moment in array.to_pylist()]
    else:
        values = (array.cast(pa.string()) if pa.types.is_date(array.type) else array).to_pylist()
    return values
