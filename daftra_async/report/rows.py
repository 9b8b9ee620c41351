"""Rows of tables as plain values: amounts as `Decimal`, dates as dates, and what a column could not hold from `_extra`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.wire.columns.layout import EXTRA, Kind
from daftra_async.wire.jsontext import loads
from daftra_async.wire.moments import to_date, to_datetime
from daftra_async.wire.scalars import to_bool, to_decimal, to_int, to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from daftra_async.wire.columns.layout import Table

_READ: Final[dict[Kind, Callable[[Any], tuple[Any, bool]]]] = {
    Kind.INTEGER: to_int,
    Kind.DECIMAL: to_decimal,
    Kind.BOOLEAN: to_bool,
    Kind.DATE: to_date,
    Kind.MOMENT: to_datetime,
    Kind.TEXT: to_text,
}


@attrs.define
class Misfits:
    """Values that no column holds, counted while rows are read."""

    unknown: Counter[str] = attrs.field(factory=Counter[str])
    """Records by a field that the model does not describe: `Invoice.extra_details`."""
    odd: Counter[str] = attrs.field(factory=Counter[str])
    """Records by a described field whose value is not of its type."""


def rows(table: Table, held: Any, names: Sequence[str], misfits: Misfits) -> Iterator[tuple[Any, ...]]:
    """Yield the values of columns, row by row.

    A value that its column cannot hold is read from `_extra`, by the rules for odd values; it is None where they refuse it.

    Args:
        table: The layout.
        held: A table of Arrow with these columns.
        names: The columns; `_id` and `_parent` too.
        misfits: Counts what is in `_extra`.
    """
    present = set(held.schema.names)
    nothing = [None] * held.num_rows
    columns = [held.column(name).to_pylist() if name in present else nothing for name in names]
    extras = held.column(EXTRA).to_pylist() if EXTRA in present else nothing
    known = {column.wire: column for column in table.columns}
    at = {name: place for place, name in enumerate(names)}
    title = "" if table.model is None else table.model.__name__
    for values, extra in zip(zip(*columns, strict=True), extras, strict=True):
        if extra is None:
            yield values
            continue
        row = list(values)
        for wire, value in loads(extra).items():
            column = known.get(wire)
            (misfits.unknown if column is None else misfits.odd)[f"{title}.{wire}"] += 1
            if column is not None and column.kind in _READ and (place := at.get(column.name)) is not None:
                found, ok = _READ[column.kind](value)
                row[place] = found if ok else None
        yield tuple(row)
