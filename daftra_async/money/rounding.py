"""Exact values, rounded once.

Amounts are added and multiplied as fractions, since a price without its tax is rarely a decimal number: 10 / 1.15 has no end.
What is given out is a `Decimal`, rounded in one step from the exact value, whatever the decimal context of the caller says.
"""

from __future__ import annotations

import decimal
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from daftra_async._suggest import did_you_mean
from daftra_async._text import refuse

if TYPE_CHECKING:
    from fractions import Fraction

ROUNDINGS: Final = (
    decimal.ROUND_HALF_UP,
    decimal.ROUND_HALF_EVEN,
    decimal.ROUND_HALF_DOWN,
    decimal.ROUND_UP,
    decimal.ROUND_DOWN,
    decimal.ROUND_CEILING,
    decimal.ROUND_FLOOR,
)
_MOST_DECIMALS: Final = 30


def rounded(value: Fraction, decimals: int, rounding: str) -> Decimal:
    """Return an exact value with so many decimals."""
    scaled = value * 10**decimals
    whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
    # All that rounding looks at behind the whole number: nothing, less than half, half, more than half.
    tail = 0 if not rest else 5 + (2 * rest > scaled.denominator) - (2 * rest < scaled.denominator)
    sign = "-" if scaled < 0 else ""
    units = int(Decimal(f"{sign}{whole}.{tail}").to_integral_value(rounding))
    return Decimal(f"{units}e-{decimals}")


def check_rounding(rounding: object) -> None:
    """Refuse what is not a rounding of the `decimal` module.

    Raises:
        ArgumentError: it is not a rounding.
    """
    if rounding not in ROUNDINGS:
        refuse("rounding", f"{rounding!r:.60} was given{did_you_mean(rounding, ROUNDINGS)}", f"one of {', '.join(ROUNDINGS)}")


def check_decimals(decimals: object) -> None:
    """Refuse what is not a number of decimals.

    Raises:
        ArgumentError: it is not a whole number from 0 to 30.
    """
    if not isinstance(decimals, int) or isinstance(decimals, bool) or not 0 <= decimals <= _MOST_DECIMALS:
        refuse("decimals", f"{decimals!r:.60} was given", f"a whole number from 0 to {_MOST_DECIMALS}")
