"""Parquet: a file a table, with the types of the columns.

Decimals are `decimal128(38, 10)`; a number that needs more digits is in `_extra`. Trailing zeros are not kept.
"""

from __future__ import annotations

import decimal
import importlib
from typing import TYPE_CHECKING, Any, Final

from daftra_async.errors import ArgumentError
from daftra_async.export.files import create
from daftra_async.export.protocols import missing_library
from daftra_async.export.tabular import DecimalPrecision, Kind
from daftra_async.export.tabular.files import read_files, write_files

try:
    # Its types are incomplete, so none are used.
    pa: Any = importlib.import_module("pyarrow")
    pq: Any = importlib.import_module("pyarrow.parquet")
except ImportError as error:
    raise missing_library(error, "parquet") from None

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from daftra_async.export.protocols import Job, Written
    from daftra_async.export.tabular import Column, Table

_DIGITS: Final = 38
_FRACTION: Final = 10
_LIMITS: Final = DecimalPrecision(_DIGITS - _FRACTION, _FRACTION)
_ROWS: Final = 5000
"""Rows of a row group, which is what is held in memory."""
_BATCH: Final = 1000
_EXACT: Final = decimal.Context(prec=_DIGITS)

_TYPES: Final[dict[Kind, Any]] = {
    Kind.INTEGER: pa.int64(),
    Kind.DECIMAL: pa.decimal128(_DIGITS, _FRACTION),
    Kind.BOOLEAN: pa.bool_(),
    Kind.DATE: pa.date32(),
    Kind.MOMENT: pa.timestamp("us"),
    Kind.TEXT: pa.string(),
    Kind.JSON: pa.string(),
}


def convert(spool: Path, job: Job, folder: Path) -> Written:
    """Write a resource as `<stem>.parquet`, and each line relation as `<stem>.<relation>.parquet`."""
    return write_files(spool, job, folder, "parquet", _LIMITS, _Writer)


def rows(path: Path, table: Table) -> Iterator[Any]:
    """Yield the records of a file that `convert` wrote, in wire names.

    Raises:
        ArgumentError: no export wrote the file.
        OSError: it cannot be read.
    """
    return read_files(path, table, _rows)


class _Writer:
    def __init__(self, path: Path, columns: tuple[Column, ...], job: Job) -> None:
        from daftra_async import __version__  # noqa: PLC0415  # the package's names load lazily

        about: dict[bytes | str, bytes | str] = {
            "daftra.operation": job.target.operation.id,
            "daftra.resource": job.target.name,
            "daftra.account": job.account,
            "daftra.model": job.model.__name__ if job.model else "",
            "daftra.version": __version__,
        }
        fields = [pa.field(column.name, _TYPES[column.kind]) for column in columns]
        self._schema = pa.schema(fields, metadata=about)
        self._out = create(path)
        self._file = pq.ParquetWriter(self._out, self._schema, compression="zstd")
        self._rows: list[Sequence[Any]] = []

    def add(self, values: Sequence[Any]) -> None:
        self._rows.append(values)
        if len(self._rows) >= _ROWS:
            self._flush()

    def close(self) -> None:
        try:
            if self._rows:
                self._flush()
        finally:
            try:
                self._file.close()
            finally:
                self._out.close()

    def _flush(self) -> None:
        columns = zip(*self._rows, strict=True)
        arrays = [pa.array(values, field.type) for values, field in zip(columns, self._schema, strict=True)]
        self._file.write_batch(pa.record_batch(arrays, schema=self._schema))
        self._rows = []


def _rows(path: Path, columns: tuple[Column, ...]) -> Iterator[Sequence[Any]]:
    try:
        file = pq.ParquetFile(path)
    except pa.ArrowInvalid:
        msg = f"path: {path.name} is not a Parquet file; expected one that an export wrote"
        raise ArgumentError(msg, "path") from None
    with file:
        present = set(file.schema_arrow.names)
        if columns[0].name not in present:
            msg = f"path: {path.name} has no column {columns[0].name}; expected a file that an export wrote"
            raise ArgumentError(msg, "path")
        names = [column.name for column in columns if column.name in present]
        for batch in file.iter_batches(_BATCH, columns=names):
            held = batch.to_pydict()
            nothing = [None] * batch.num_rows
            yield from zip(*(_read(column, held.get(column.name, nothing)) for column in columns), strict=True)


def _read(column: Column, values: list[Any]) -> list[Any]:
    if column.kind is not Kind.DECIMAL:
        return values
    return [None if number is None else _EXACT.normalize(number) for number in values]
