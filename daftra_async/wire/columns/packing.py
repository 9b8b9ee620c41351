"""Rows in wire names to values of columns, and back."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.wire.columns.fits import MISFIT, Fit, fit_of
from daftra_async.wire.columns.layout import Kind, Table
from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.jsontext import dumps, loads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.wire.columns.fits import DecimalPrecision
    from daftra_async.wire.columns.layout import Column

_NO_LINES: Final[Mapping[str, list[list[Any]]]] = {}


@attrs.frozen
class Packed:
    """One record."""

    values: list[Any]
    """By the columns of its table, then `_extra`."""
    lines: Mapping[str, list[list[Any]]]
    """Lines by the name of their relation, each like `values`; without the relations that were not sent."""


@attrs.frozen
class _Place:
    """Where the value of a wire key goes."""

    at: int
    fit: Fit
    lines: Table | None
    name: str


def pack(table: Table, limits: DecimalPrecision, row: Any) -> Packed:
    """Split a row in wire names into columns; what does not fit goes to `_extra` as it is.

    Raises:
        TypeError: a value has no JSON form.
    """
    if table.model is None or not is_map(row):
        return Packed([None] * len(table.columns) + [dumps(row).decode()], _NO_LINES)
    places = _places(table, limits)
    values: list[Any] = [None] * (len(table.columns) + 1)
    lines: dict[str, list[list[Any]]] = {}
    extra: dict[str, Any] = {}
    for wire, value in row.items():
        place = places.get(wire)
        if place is None:
            extra[wire] = value
        elif value is None:
            pass
        elif place.lines is None:
            fitted = place.fit(value)
            if fitted is MISFIT:
                extra[wire] = value
            else:
                values[place.at] = fitted
        elif is_list(value) and all(is_map(line) for line in value):
            values[place.at] = len(value)
            lines[place.name] = [pack(place.lines, limits, line).values for line in value]
        else:
            extra[wire] = value
    if extra:
        values[-1] = dumps(extra).decode()
    return Packed(values, lines)


def unpack(table: Table, values: Sequence[Any], lines: Mapping[str, Sequence[Sequence[Any]]] = _NO_LINES) -> Any:
    """Put a row together from the values of its columns and its lines; None is left out.

    Args:
        table: What the values were packed for.
        values: By the columns of the table, then `_extra`; JSON as its text.
        lines: Lines by the name of their relation.
    """
    extra = values[-1]
    if table.model is None:
        return None if extra is None else loads(extra)
    row: dict[str, Any] = {}
    for column, value in zip(table.columns, values, strict=False):
        if value is None:
            continue
        if column.lines is not None:
            row[column.wire] = [unpack(column.lines, line) for line in lines.get(column.name, ())]
        else:
            row[column.wire] = loads(value) if column.kind is Kind.JSON else value
    if extra is not None:
        row.update(loads(extra))
    return row


@functools.cache
def _places(table: Table, limits: DecimalPrecision) -> dict[str, _Place]:
    return {column.wire: _place(at, column, limits) for at, column in enumerate(table.columns)}


def _place(at: int, column: Column, limits: DecimalPrecision) -> _Place:
    return _Place(at, fit_of(column.kind, limits), column.lines, column.name)
