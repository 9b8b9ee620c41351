"""Parquet: a file a table, with the types of the columns.

Decimals are `decimal128(38, 10)`; a number that needs more digits is in `_extra`. Trailing zeros are not kept.
"""

from __future__ import annotations

import decimal
import importlib
from typing import TYPE_CHECKING, Any, Final

from daftra_async.errors import ArgumentError
from daftra_async.export.files import create
from daftra_async.export.tabular.files import read_packed
from daftra_async.export.tabular.writing import write_files
from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.layout import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from daftra_async.export.protocols import Job, Written
    from daftra_async.wire.columns.layout import Column, Table
    from daftra_async.wire.columns.packing import Packed

pq: Any = importlib.import_module("pyarrow.parquet")  # its types are incomplete, so none are used

_ROWS: Final = 100_000
"""Rows of a row group."""
_BYTES: Final = 8 * 2**20
"""Bytes of a row group in memory; one that reaches it has fewer rows."""
_BATCH: Final = 1000
_EXACT: Final = decimal.Context(prec=38)


def convert(spool: Path, job: Job, folder: Path) -> Written:
    """Write a resource as `<stem>.parquet`, and each line relation as `<stem>.<relation>.parquet`."""
    return write_files(spool, job, folder, "parquet", _Writer)


def packed(path: Path, table: Table) -> Iterator[tuple[str, Packed]]:
    """Yield the key and the columns of each record of a file that `convert` wrote.

    Raises:
        ArgumentError: no export wrote the file.
        OSError: it cannot be read.
    """
    return read_packed(path, table, _rows)


class _Writer:
    def __init__(self, path: Path, schema: Any, job: Job) -> None:
        from daftra_async import __version__  # noqa: PLC0415  # the package's names load lazily

        about: dict[bytes | str, bytes | str] = {
            "daftra.operation": job.target.operation.id,
            "daftra.resource": job.target.name,
            "daftra.account": job.account,
            "daftra.model": job.model.__name__ if job.model else "",
            "daftra.version": __version__,
        }
        self._out = create(path)
        self._file = pq.ParquetWriter(self._out, schema.with_metadata(about), compression="zstd")
        self._batches: list[Any] = []
        self._rows = self._bytes = 0

    def write(self, batch: Any) -> None:
        self._batches.append(batch)
        self._rows += batch.num_rows
        self._bytes += batch.nbytes
        if self._rows >= _ROWS or self._bytes >= _BYTES:
            self._flush(self._rows - self._rows % _ROWS or self._rows)

    def close(self) -> None:
        try:
            if self._rows:
                self._flush(self._rows)
        finally:
            try:
                self._file.close()
            finally:
                self._out.close()

    def _flush(self, rows: int) -> None:
        """Write the first rows, and keep the others."""
        held = pa.Table.from_batches(self._batches)
        self._file.write_table(held.slice(0, rows), row_group_size=_ROWS)
        self._batches = held.slice(rows).to_batches()
        self._rows, self._bytes = held.num_rows - rows, sum(batch.nbytes for batch in self._batches)


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
