"""What the columns of a kind take.

A fit takes a wire value, as `unstructure` or a line of JSON gives it, and returns the value of the column, or MISFIT when the
column could not give back the same. Fits never raise.
"""

from __future__ import annotations

import datetime as dt
import decimal
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

import attrs

from daftra_async._numbers import is_short
from daftra_async.wire.columns.layout import Kind
from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.jsontext import dumps
from daftra_async.wire.scalars import decimal_text

Fit = Callable[[Any], Any]

MISFIT: Final = object()
"""The column cannot hold the value."""

_SMALLEST: Final = -(2**63)
_LARGEST: Final = 2**63 - 1
_DATE_CHARS: Final = 10
_TOO_MUCH_FOR_JSONB: Final = re.compile(r"\\u(?:0000|[dD][89a-fA-F])|[0-9][eE][+-]?[0-9]{3}|[0-9]{1000}")
"""NUL, halves of characters, and numbers past a thousand digits; where it finds what only looks like one, nothing is lost."""
_NUMBERED_KEY: Final = re.compile(r'"[0-9]+":')


@attrs.frozen
class DecimalPrecision:
    """Decimals that a target holds exactly."""

    whole: int
    """Digits before the point."""
    fraction: int
    """Digits after it."""


WIDE: Final = DecimalPrecision(1000, 1000)
"""For targets that hold any number; no amount has so many digits, and 1E+999999 in plain notation would fill a disk."""


def fit_of(kind: Kind, limits: DecimalPrecision) -> Fit:
    """Return the fit of a kind of column."""
    return _decimal(limits) if kind is Kind.DECIMAL else _FITS[kind]


def fit_text(value: Any) -> Any:
    """Take text; NUL is refused by PostgreSQL, halves of characters by UTF-8."""
    if value.__class__ is not str or "\x00" in value:
        return MISFIT
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return MISFIT
    return value


def _integer(value: Any) -> Any:
    return value if value.__class__ is int and _SMALLEST <= value <= _LARGEST else MISFIT


def _boolean(value: Any) -> Any:
    if value.__class__ is bool:
        return value
    # Some booleans are written as numbers; a number that is not a boolean would not have been read as one.
    return value == 1 if value.__class__ is int and value in {0, 1} else MISFIT


def _decimal(limits: DecimalPrecision) -> Fit:
    def fit(value: Any) -> Any:
        if value.__class__ is not str:
            return MISFIT
        try:
            sent = Decimal(value)
            if decimal_text(sent) != value or not is_short(sent):
                return MISFIT
            number = _with_fewer_zeros(sent, limits)
        except (decimal.DecimalException, ValueError):
            return MISFIT
        exponent = number.as_tuple().exponent
        fits = isinstance(exponent, int) and -limits.fraction <= exponent and number.adjusted() < limits.whole
        return number if fits else MISFIT

    return fit


def _with_fewer_zeros(number: Decimal, limits: DecimalPrecision) -> Decimal:
    """Return a number that has too many digits without those zeros among them that do not change its value."""
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or -limits.fraction <= exponent <= limits.whole:
        return number
    if not number:
        return Decimal((sign, (0,), 0))
    kept = len(digits)
    while exponent < -limits.fraction and digits[kept - 1] == 0:
        kept, exponent = kept - 1, exponent + 1
    return Decimal((sign, digits[:kept], exponent))


def _date(value: Any) -> Any:
    if value.__class__ is not str or len(value) != _DATE_CHARS:
        return MISFIT
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        return MISFIT
    return day if day.isoformat() == value else MISFIT


def _moment(value: Any) -> Any:
    if value.__class__ is not str:
        return MISFIT
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        return MISFIT
    return moment if moment.tzinfo is None and moment.isoformat(sep=" ") == value else MISFIT


def _json(value: Any) -> Any:
    text = dumps(value).decode()
    if _TOO_MUCH_FOR_JSONB.search(text) is not None:
        return MISFIT
    return MISFIT if _NUMBERED_KEY.search(text) is not None and _has_unsorted_numbers(value) else text


def _has_unsorted_numbers(value: Any) -> bool:
    """Tell whether a map in the value has numbers as keys, out of order.

    Such a map is no PHP list, but it would come back as one: JSONB sorts keys, shorter ones first.
    """
    if is_list(value):
        return any(map(_has_unsorted_numbers, value))
    if not is_map(value):
        return False
    keys = list(value)
    if all(key.isdigit() for key in keys) and keys != sorted(keys, key=lambda key: (len(key), key)):
        return True
    return any(map(_has_unsorted_numbers, value.values()))


_FITS: Final[dict[Kind, Fit]] = {
    Kind.INTEGER: _integer,
    Kind.BOOLEAN: _boolean,
    Kind.DATE: _date,
    Kind.MOMENT: _moment,
    Kind.TEXT: fit_text,
    Kind.JSON: _json,
}
