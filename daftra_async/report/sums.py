"""Exact sums by currency."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# Wide enough for every amount that the rules for numbers let through, so that nothing is rounded.
_EXACT: Final = Context(prec=1000, traps=[])
ZERO: Final = Decimal(0)


def plus(one: Decimal, other: Decimal) -> Decimal:
    """Return a sum without rounding."""
    return _EXACT.add(one, other)


def minus(one: Decimal, other: Decimal) -> Decimal:
    """Return a difference without rounding."""
    return _EXACT.subtract(one, other)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Return the sum of amounts of one currency."""
    found = ZERO
    for amount in amounts:
        found = plus(found, amount)
    return found


def plain(amount: Decimal) -> str:
    """Return an amount as text: all digits, no exponent, no zeros behind the last digit."""
    text = format(amount, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text
