"""Pages of columns of what was read back from files."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from daftra_async.export.tabular.pages import StoredPage
from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.batches import Batches, Rows
from daftra_async.wire.columns.schemas import plain_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from daftra_async.wire.columns.layout import Column, Table
    from daftra_async.wire.columns.packing import Packed

_BATCH: Final = 1000
"""Records of a page."""


def restored(table: Table, found: Iterator[tuple[str, Packed]]) -> Iterator[StoredPage]:
    """Yield pages of records and their keys; values are of their types, or texts as an export writes them."""
    while some := list(islice(found, _BATCH)):
        main = _rows(table, [packed.values for _, packed in some])
        lines = {
            name: _rows(each, [line for _, packed in some for line in packed.lines.get(name, ())])
            for name, each in table.lines.items()
        }
        yield StoredPage(pa.array([key for key, _ in some], pa.string()), Batches(table, main, lines))


def _rows(table: Table, rows: Sequence[list[Any]]) -> Rows:
    columns = list(zip(*rows, strict=True)) if rows else [()] * (len(table.columns) + 1)
    arrays = [_array(column, values) for column, values in zip(table.columns, columns, strict=False)]
    return Rows(arrays, pa.array(columns[-1], pa.string()))


def _array(column: Column, values: Sequence[Any]) -> Any:
    kind = plain_type(column)
    are_texts = any(value.__class__ is str for value in values)
    array = pa.array(values, pa.string()).cast(kind) if are_texts else pa.array(values, kind)
    return array.dictionary_encode() if column.is_enumeration else array
