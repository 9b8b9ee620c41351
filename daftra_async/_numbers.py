"""Bounds of numbers, and numbers that people write as text."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

MOST_DIGITS: Final = 400
"""Numbers with more digits before the point, or more zeros after it, are kept as sent and refused in arguments: `1e999999999` is
eleven bytes on the wire and a gigabyte in plain notation."""


def is_short(number: Decimal) -> bool:
    """Return whether a number is finite and its plain notation is about as long as what was sent."""
    return -MOST_DIGITS <= number.adjusted() < MOST_DIGITS and number.is_finite()


def number_of(kind: type[Any], text: str) -> Any:
    """Read an `int` or a `Decimal` from its text.

    Raises:
        ValueError: it is not a number, has underscores (Python takes them for its own source code), or is huge.
        ArithmeticError: it is no decimal number.
    """
    number = kind(text)
    if "_" in text or (isinstance(number, Decimal) and not is_short(number)):
        raise ValueError(text)
    return number
