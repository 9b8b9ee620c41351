"""The Arrow types of columns. They follow from the model alone, never from the data."""

from __future__ import annotations

import decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.fits import DecimalPrecision
from daftra_async.wire.columns.layout import EXTRA, KEY, PARENT, POSITION, Kind

if TYPE_CHECKING:
    from daftra_async.wire.columns.layout import Column, Table

DIGITS: Final = 38
FRACTION: Final = 10
LIMITS: Final = DecimalPrecision(DIGITS - FRACTION, FRACTION)
"""What a column of decimals holds exactly; see docs/adr/0022."""

_TYPES: Final[dict[Kind, Any]] = {
    Kind.INTEGER: pa.int64(),
    Kind.DECIMAL: pa.decimal128(DIGITS, FRACTION),
    Kind.BOOLEAN: pa.bool_(),
    Kind.DATE: pa.date32(),
    Kind.MOMENT: pa.timestamp("us"),
    Kind.TEXT: pa.string(),
    Kind.JSON: pa.string(),
}
_SCHEMAS: Final[dict[tuple[int, bool], tuple[Table, Any]]] = {}
_STEP: Final = decimal.Decimal(1).scaleb(-FRACTION)
_EXACT: Final = decimal.Context(prec=DIGITS, traps=[decimal.InvalidOperation, decimal.Inexact])


def plain_type(column: Column) -> Any:
    """Return the type of the values of a column."""
    return _TYPES[column.kind]


def type_of(column: Column) -> Any:
    """Return the type of a column; those of enumerations refer to a dictionary of values."""
    plain = plain_type(column)
    return pa.dictionary(pa.int32(), plain) if column.is_enumeration else plain


def main_schema(table: Table) -> Any:
    """Return the schema of a main table: `_id`, the columns, `_extra`."""
    return _schema(table, lines=False)


def line_schema(table: Table) -> Any:
    """Return the schema of a table of lines: `_parent`, `_position`, the columns, `_extra`."""
    return _schema(table, lines=True)


def _schema(table: Table, *, lines: bool) -> Any:
    place = (id(table), lines)
    known = _SCHEMAS.get(place)
    if known is None:
        own = [(PARENT, pa.string()), (POSITION, pa.int64())] if lines else [(KEY, pa.string())]
        columns = [(column.name, type_of(column)) for column in table.columns]
        model = "" if table.model is None else table.model.__name__
        schema = pa.schema([*own, *columns, (EXTRA, pa.string())], metadata={"daftra.model": model})
        known = _SCHEMAS.setdefault(place, (table, schema))  # the table with it: its id is not given again
    return known[1]


def exactly(number: decimal.Decimal) -> decimal.Decimal | None:
    """Return a number with the digits of a column of decimals; None where the column cannot hold it exactly."""
    try:
        return _EXACT.quantize(number, _STEP)
    except decimal.DecimalException:
        return None
