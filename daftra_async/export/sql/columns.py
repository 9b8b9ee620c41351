"""Columns of a page as databases take them.

Decimals are text, so that none is rounded and none has more zeros than it needs. A column of a database holds more of them than
one of Arrow, so those that wait in `_extra` go into their column. JSONB takes less than JSON; what it refuses goes to `_extra`.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from daftra_async.export.tabular.numbers import number_texts
from daftra_async.wire.columns.arrow import pa, pc
from daftra_async.wire.columns.fits import MISFIT, WIDE, fit_of
from daftra_async.wire.columns.layout import EXTRA, Kind
from daftra_async.wire.jsontext import dumps, loads
from daftra_async.wire.scalars import decimal_text, to_decimal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daftra_async.wire.columns.layout import Column, Table

_MAYBE_TOO_MUCH: Final = r'\\u(?:0000|[dD][89a-fA-F])|[0-9][eE][+-]?[0-9]{3}|[0-9]{99}|"[0-9]+":'
"""Whatever JSONB may refuse or change; `fit_of` says whether it does."""


def columns_of(table: Table, batch: Any) -> dict[str, Any]:
    """Return the columns of a batch with keys by name: decimals as text, enumerations as their values."""
    held = {name: _plain(array) for name, array in zip(batch.schema.names, batch.columns, strict=True)}
    moves = _Moves(held)
    odd = _odd(table)
    if odd.decimals:
        for row in _matches(held[EXTRA], odd.pattern):
            moves.to_columns(row, odd.decimals)
    for column in odd.json:
        for row in _matches(held[column.name], _MAYBE_TOO_MUCH):
            moves.to_extra(row, column)
    return moves.done()


class _Moves:
    """Moves values between the columns and `_extra` of some rows."""

    def __init__(self, held: dict[str, Any]) -> None:
        self._held = held
        self._changed: dict[str, list[Any]] = {}

    def to_columns(self, row: int, columns: Iterable[Column]) -> None:
        """Move the numbers that their columns hold after all."""
        extra = loads(self._values(EXTRA)[row])
        for column in columns:
            text = _number(extra[column.wire]) if column.wire in extra else None
            if text is not None:
                self._values(column.name)[row] = text
                del extra[column.wire]
        self._values(EXTRA)[row] = dumps(extra).decode() if extra else None

    def to_extra(self, row: int, column: Column) -> None:
        """Move a value that JSONB does not hold."""
        value = loads(self._values(column.name)[row])
        if fit_of(Kind.JSON, WIDE)(value) is not MISFIT:
            return
        self._values(column.name)[row] = None
        before = self._values(EXTRA)[row]
        self._values(EXTRA)[row] = dumps({**({} if before is None else loads(before)), column.wire: value}).decode()

    def done(self) -> dict[str, Any]:
        """Return the columns."""
        return self._held | {name: pa.array(values, self._held[name].type) for name, values in self._changed.items()}

    def _values(self, name: str) -> list[Any]:
        found = self._changed.get(name)
        if found is None:
            found = self._changed[name] = self._held[name].to_pylist()
        return found


class _Odd(NamedTuple):
    decimals: tuple[Column, ...]
    pattern: str
    """Finds their keys."""
    json: tuple[Column, ...]


@functools.cache
def _odd(table: Table) -> _Odd:
    """Return the columns that may hold more or less than those of Arrow."""
    decimals = tuple(column for column in table.columns if column.kind is Kind.DECIMAL)
    keys = "|".join(re.escape(dumps(column.wire).decode()) for column in decimals)
    return _Odd(decimals, f"(?:{keys}):", tuple(column for column in table.columns if column.kind is Kind.JSON))


def _matches(texts: Any, pattern: str) -> list[int]:
    if texts.null_count == len(texts):
        return []
    rows: list[int] = pc.indices_nonzero(pc.match_substring_regex(texts, pattern).fill_null(False)).to_pylist()  # noqa: FBT003  # the value to fill in
    return rows


def _number(value: Any) -> str | None:
    """Return the text of a number that a column of a database holds; None for others."""
    if value.__class__ is not str:
        number, ok = to_decimal(value)
        if not ok or number is None:
            return None
        value = decimal_text(number)
    number = fit_of(Kind.DECIMAL, WIDE)(value)
    return None if number is MISFIT else decimal_text(number)


def _plain(array: Any) -> Any:
    if pa.types.is_dictionary(array.type):
        return array.cast(array.type.value_type)
    return number_texts(array) if pa.types.is_decimal(array.type) else array
