"""Records to the tables of a page, by way of their JSON: for what the decoder of columns leaves to the record path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.batches import Batches, Rows
from daftra_async.wire.columns.packing import pack
from daftra_async.wire.columns.schemas import LIMITS, plain_type
from daftra_async.wire.converter import unstructure
from daftra_async.wire.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.wire.columns.layout import Table


def batches_of(table: Table, records: Iterable[Any], *, with_lines: bool = True) -> Batches:
    """Return the tables of records.

    Args:
        table: Their columns.
        records: Records, or JSON objects in wire names.
        with_lines: Whether the lines have tables of their own; otherwise they are counted.
    """
    main: list[list[Any]] = []
    lines: dict[str, list[list[Any]]] = {name: [] for name in table.lines}
    for record in records:
        packed = pack(table, LIMITS, unstructure(record) if isinstance(record, Record) else record)
        main.append(packed.values)
        for relation, values in packed.lines.items():
            lines[relation] += values
    held = {name: rows_of(each, lines[name]) for name, each in table.lines.items()}
    return Batches(table, rows_of(table, main), held if with_lines else {})


def rows_of(table: Table, rows: Sequence[list[Any]]) -> Rows:
    """Return rows by the values of their columns, `_extra` last."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * (len(table.columns) + 1)
    arrays: list[Any] = []
    for column, values in zip(table.columns, columns, strict=False):
        array = pa.array(values, plain_type(column))
        arrays.append(array.dictionary_encode() if column.is_enumeration else array)
    return Rows(arrays, pa.array(columns[-1], pa.string()))
