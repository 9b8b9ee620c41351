"""Numbers as filters read them, and as SQLite can hold them without changing them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any, Final

from daftra_async._numbers import number_of

_WIDEST: Final = 2**63
_DIGITS: Final = 15
"""Decimals of so many digits are told apart, and keep their order, as 64-bit floating-point numbers."""
_LARGEST_EXPONENT: Final = 290
_SHORT: Final = 18


def number_in(text: Any) -> Decimal | None:
    """The number that a value spells, or None."""
    try:
        found = number_of(Decimal, text) if isinstance(text, str) else Decimal(text)
    except (InvalidOperation, TypeError, ValueError):
        return None
    return found if found.is_finite() else None


def exact(text: str) -> int | float | None:
    """The number that a text spells, in a form that SQLite compares exactly; None where it spells none.

    Raises:
        OverflowError: it has too many digits for that.
    """
    if text.isascii() and text.isdigit() and len(text) <= _SHORT:
        return int(text)
    found = number_in(text)
    if found is None:
        return None
    if abs(found.adjusted()) <= _LARGEST_EXPONENT:
        if found.adjusted() < _SHORT + 1 and found == found.to_integral_value() and -_WIDEST <= found < _WIDEST:
            return int(found)
        if len("".join(map(str, found.as_tuple().digits)).strip("0")) <= _DIGITS:
            return float(found)
    raise OverflowError(text)
