"""What a column of Arrow holds for a value that a rule has read: the value, or MISFIT."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async.wire.columns.fits import MISFIT, fit_text
from daftra_async.wire.columns.layout import Kind
from daftra_async.wire.columns.schemas import exactly

if TYPE_CHECKING:
    from collections.abc import Callable


def _hold_integer(value: Any) -> Any:
    return value if value.__class__ is int and -(2**63) <= value < 2**63 else MISFIT


def _hold_decimal(value: Any) -> Any:
    # Arrow makes another number of one with thousands of digits, be they zeros.
    number = exactly(value)
    return MISFIT if number is None else number


def _hold_moment(value: Any) -> Any:
    return value if value.tzinfo is None else MISFIT


def _hold_as_it_is(value: Any) -> Any:
    return value


HOLDS: Final[dict[Kind, Callable[[Any], Any]]] = {
    Kind.INTEGER: _hold_integer,
    Kind.DECIMAL: _hold_decimal,
    Kind.BOOLEAN: _hold_as_it_is,
    Kind.DATE: _hold_as_it_is,
    Kind.MOMENT: _hold_moment,
    Kind.TEXT: fit_text,
}
