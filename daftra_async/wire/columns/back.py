"""Tables back to records.

    tables = {"": main, "invoice_item": items}          what `pager.arrow()` gave, or what was made of all its pages
    for invoice in records_of(Invoice, tables): ...

Both kinds of tables have to be in the order in which they were written: each record takes as many lines as its column says.
"""

from __future__ import annotations

import decimal
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from daftra_async.wire.columns.layout import EXTRA, Kind, table_of
from daftra_async.wire.columns.packing import unpack
from daftra_async.wire.converter import structure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from daftra_async.wire.columns.layout import Column, Table

_EXACT: Final = decimal.Context(prec=38)


def records_of(model: type[Any] | None, tables: Mapping[str, Any]) -> Iterator[Any]:
    """Yield the records of tables; JSON as it is where there is no model.

    Args:
        model: Class of the records.
        tables: A table or batch of Arrow for each relation, `""` for the main one; relations that are left out are not read.
    """
    for row in rows_of(table_of(model), tables):
        yield row if model is None else structure(model, row)


def rows_of(table: Table, tables: Mapping[str, Any]) -> Iterator[Any]:
    """Yield the rows of tables in wire names; arguments as for `records_of`."""
    others = {name: _rows(lines, tables[name]) for name, lines in table.lines.items() if name in tables}
    counted = [(at, column.name) for at, column in enumerate(table.columns) if column.lines is not None]
    for values in _rows(table, tables[""]):
        lines: dict[str, list[list[Any]]] = {}
        for at, relation in counted:
            if relation not in others:
                values[at] = None
            elif values[at] is not None:
                lines[relation] = list(islice(others[relation], int(values[at])))
        yield unpack(table, values, lines)


def _rows(table: Table, held: Any) -> Iterator[list[Any]]:
    """Yield the values of rows by the columns of their layout, then `_extra`."""
    for batch in held.to_batches() if hasattr(held, "to_batches") else [held]:
        present = set(batch.schema.names)
        columns = [_values(column, batch, present) for column in table.columns]
        extra = batch.column(EXTRA).to_pylist() if EXTRA in present else [None] * batch.num_rows
        for row in zip(*columns, extra, strict=True):
            yield list(row)


def _values(column: Column, batch: Any, present: set[str]) -> list[Any]:
    if column.name not in present:
        return [None] * batch.num_rows
    values: list[Any] = batch.column(column.name).to_pylist()
    if column.kind is not Kind.DECIMAL:
        return values
    return [None if number is None else _EXACT.normalize(number) for number in values]
