"""Texts of numbers to `Decimal`, in C, where that is surely what the slow tier makes of them."""

from __future__ import annotations

import decimal
from typing import TYPE_CHECKING, Final

from daftra_async._numbers import MOST_DIGITS

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

MOST_PRECISE: Final = 64
"""Digits of a number that is read here."""

# Unlike Decimal(), a context refuses underscores and blanks, and each of these signals is an error here: a number is read exactly
# and within the bounds of the slow tier, or not at all. The smallest exponent of a zero is Emin - prec + 1.
_CONTEXT: Final = decimal.Context(
    prec=MOST_PRECISE,
    Emin=MOST_PRECISE - MOST_DIGITS,
    Emax=MOST_DIGITS - 1,
    traps=[decimal.InvalidOperation, decimal.Overflow, decimal.Subnormal, decimal.Rounded, decimal.Clamped],
)

read_number: Final[Callable[[str], Decimal]] = _CONTEXT.create_decimal
"""Make a number of its text. `NaN` and `Infinity` pass: `NOT_FINITE` is looked for before."""

NOT_FINITE: Final = "nN"
"""Letters of which one is in every spelling of NaN and Infinity, and none in a number."""


def is_plain_number(text: str) -> bool:
    """Return whether a text is read here."""
    try:
        return read_number(text).is_finite()
    except ArithmeticError:
        return False
