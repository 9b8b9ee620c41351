"""Columns into a table of a database, within the transaction of its connection.

PostgreSQL takes them as CSV, which Arrow writes and COPY reads, both in C. SQLite takes them row by row.
"""

from __future__ import annotations

import importlib
import io
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import exc

from daftra_async.wire.columns.arrow import pa

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    import sqlalchemy as sa
    from sqlalchemy.ext.asyncio import AsyncConnection


_ROWS: Final = 250
"""Rows that are objects of Python at a time."""


class KeyTakenError(Exception):  # internal; rows are merged then
    """A key of a row is there already."""


async def insert(connection: AsyncConnection, table: sa.Table, columns: Mapping[str, Any]) -> None:
    """Insert rows, which are arrays of Arrow by name: all columns of the table that no other program has made.

    Raises:
        KeyTakenError: a key is there already.
    """
    batch = pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
    load = _copy if connection.dialect.name == "postgresql" else _insert
    await load(connection, table.name, batch)


async def _copy(connection: AsyncConnection, table: str, batch: Any) -> None:
    from asyncpg import UniqueViolationError  # noqa: PLC0415  # SQLite does without it

    driver: Any = (await connection.get_raw_connection()).driver_connection
    try:
        await driver.copy_to_table(table, source=_texts(batch), columns=batch.schema.names, format="csv")
    except UniqueViolationError as error:
        raise KeyTakenError from error


async def _insert(connection: AsyncConnection, table: str, batch: Any) -> None:
    names, places = ", ".join(f'"{name}"' for name in batch.schema.names), ", ".join("?" * batch.num_columns)
    statement = f'INSERT INTO "{table}" ({names}) VALUES ({places})'  # noqa: S608  # names are identifiers
    for start in range(0, batch.num_rows, _ROWS):
        try:
            await connection.exec_driver_sql(statement, _rows(batch.slice(start, _ROWS)))
        except exc.IntegrityError as error:
            raise KeyTakenError from error


async def _texts(batch: Any) -> AsyncIterator[bytes]:
    # The driver reads files in threads, each of which takes memory of its own.
    yield csv_of(batch)


def csv_of(batch: Any) -> bytes:
    """Return rows as COPY reads them: nothing for null, quotes around every text."""
    csv: Any = importlib.import_module("pyarrow.csv")
    out = io.BytesIO()
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
