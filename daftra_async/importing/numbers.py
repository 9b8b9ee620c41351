"""Numbers of cells, exact."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from daftra_async._numbers import is_short
from daftra_async._words import given
from daftra_async.importing.refusal import refuse_cell

# Arabic and Persian digits; their decimal point, their comma between thousands, and signs that stand for a minus.
_WESTERN: Final = str.maketrans(
    {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
    | {"\u066b": ".", "\u066c": ",", "\u2212": "-", "\u200f": "", "\u200e": "", "\u061c": ""}
)
_POINT: Final = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?")
_COMMA: Final = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d+)?")
_SCIENTIFIC: Final = re.compile(r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,3}")
_DIGITS: Final = 15
"""Significant digits that Excel keeps, and shows: 0.1 + 0.2 is 0.3 there, and 0.30000000000000004 in the file."""


def western(text: str) -> str:
    """Return a text with western digits and separators."""
    return text.translate(_WESTERN)


def exact(number: float) -> Decimal:
    """Return the number that a spreadsheet shows: of one with a fraction, 15 significant digits."""
    return Decimal(number) if isinstance(number, int) else Decimal(format(number, f".{_DIGITS}g"))


def plain(number: Decimal) -> str:
    """Return a number in one form: no exponent, no zeros at its end."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def read(cell: object, *, decimal_comma: bool = False) -> Decimal:
    """Return the number of a cell.

    Raises:
        CellRefused: it is not a number, or its comma may mean thousands or decimals.
    """
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        refuse_cell("a number is needed")
    if not isinstance(cell, str):
        number = exact(cell)
    else:
        text = western(cell)
        pattern = _COMMA if decimal_comma else _POINT
        if _SCIENTIFIC.fullmatch(text):
            number = Decimal(text)
        elif text.strip("+-") and pattern.fullmatch(text) and text[-1].isdigit():
            number = Decimal(text.replace(".", "").replace(",", ".") if decimal_comma else text.replace(",", ""))
        elif (_POINT if decimal_comma else _COMMA).fullmatch(text) and text[-1:].isdigit():
            refuse_cell(
                f"a number is needed; it is one {'without' if decimal_comma else 'with'} {given('decimal_comma', value=True)}"
            )
        else:
            refuse_cell("a number is needed, without a currency or a unit")
    if not number.is_finite() or not is_short(number):
        refuse_cell("the number is too large")
    return number
