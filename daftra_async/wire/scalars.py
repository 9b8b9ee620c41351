"""The lenient rules: what one JSON value means in a field of a known type, and how one value is written.

Each function is pure and total: it takes any JSON value and returns `(value, True)`, or `(the value as it was, False)` when no
rule covers it. PHP sends "none" as null, as an empty text, and for dates as zeros; numbers as text; booleans in many spellings
(seen on live accounts). Nothing here guesses: a decimal comma is refused, and the caller keeps it as sent. Dates have their
rules in `moments`.
"""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import math
import re
import unicodedata
from decimal import Decimal
from typing import Any, Final

from daftra_async._numbers import MOST_DIGITS, is_short
from daftra_async.operation import UNSET
from daftra_async.wire.nesting import NestedText

Result = tuple[Any, bool]

_SEPARATORS: Final = str.maketrans("٫٬", ".,")  # noqa: RUF001  # they are the point
"""The Arabic decimal and thousands separators."""

_NUMBER: Final = re.compile(r"[+-]?(?:(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_NULLS: Final = frozenset({"", "null"})
_BOOLEANS: Final = {
    "0": False,
    "1": True,
    "false": False,
    "true": True,
    "off": False,
    "on": True,
    "no": False,
    "yes": True,
}

_USUAL_DIGITS: Final = 20
_BEYOND: Final = 10**MOST_DIGITS
_PLAIN_EXPONENT: Final = 100
_EXACT_FLOAT: Final = 2**53


def to_int(value: Any) -> Result:
    """Read an integer: a number without fraction, or text that spells one (`" 12 "`, `"1,234"`, `"12.0"`, `"٢٥"`)."""
    if value is None:
        return None, True
    if isinstance(value, int):
        return value, value.__class__ is int and -_BEYOND < value < _BEYOND
    if value.__class__ is str and value.isdigit() and value.isascii() and len(value) <= _USUAL_DIGITS:
        return int(value), True
    number, ok = to_decimal(value)
    if not ok or number is None:
        return (number, True) if ok else (value, False)
    if isinstance(value, float) and abs(value) >= _EXACT_FLOAT:
        return value, False
    whole = int(number)
    return (whole, True) if whole == number else (value, False)


def to_decimal(value: Any) -> Result:  # noqa: PLR0911  # one return a rule
    """Read a `Decimal`: from the text of a number, with thousands separators too; NaN, Infinity and huge exponents are refused.

    A float only comes from callers, as `loads` makes none; the shortest text that stands for it is taken.
    """
    if value is None:
        return None, True
    if isinstance(value, Decimal):
        return value, is_short(value)
    if isinstance(value, str):
        return _decimal_of_text(value)
    if isinstance(value, bool):
        return value, False
    if isinstance(value, int):
        return (Decimal(value), True) if -_BEYOND < value < _BEYOND else (value, False)
    if isinstance(value, float) and math.isfinite(value):
        return Decimal(repr(value)), True
    return value, False


def to_bool(value: Any) -> Result:
    """Read a boolean: true/false, 0/1, and their spellings as text, on/off and yes/no included."""
    if value is None or isinstance(value, bool):
        return value, True
    if isinstance(value, str):
        text = value.strip().casefold()
        meaning = None if text in _NULLS else _BOOLEANS.get(text, value)
        return meaning, meaning is not value
    if isinstance(value, Decimal):
        return (value == 1, True) if value.is_finite() and value in {0, 1} else (value, False)
    number, ok = to_decimal(value)
    return (number == 1, True) if ok and number in {0, 1} else (value, False)


def to_text(value: Any) -> Result:  # noqa: PLR0911  # one return a rule
    """Read text: as sent, blanks, leading zeros and emptiness included; a number in its place becomes its digits."""
    if value is None:
        return None, True
    if isinstance(value, enum.Enum):
        return value, False
    if isinstance(value, str):
        return value, value.__class__ is not NestedText
    if isinstance(value, bool):
        return value, False
    if isinstance(value, int):
        return (str(value), True) if -_BEYOND < value < _BEYOND else (value, False)
    if isinstance(value, (Decimal, float)):
        number, ok = to_decimal(value)
        return (decimal_text(number), True) if ok else (value, False)
    return value, False


def to_enum(enumeration: type[enum.Enum], value: Any) -> Result:
    """Read a member; an open enumeration makes one for a value that it does not list."""
    if value is None or isinstance(value, enumeration):
        return value, True
    if value == "" and not any(member.value == "" for member in enumeration):
        return None, True
    plain, ok = to_int(value) if issubclass(enumeration, int) else to_text(value)
    if not ok or plain is None:
        return (None, True) if ok else (value, False)
    try:
        return enumeration(plain), True
    except ValueError:
        return value, False


def is_null(text: str) -> bool:
    """Return whether a text stands for nothing: empty, blanks, or `null` in any case."""
    return text.strip().casefold() in _NULLS


def to_json(value: Any) -> Any:  # one return a type
    """Write a value that is not a container: dates as ISO text, a `Decimal` as plain text.

    Raises:
        ValueError: a number is not finite.
        TypeError: the value has no JSON form.
    """
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, dt.datetime):
        # The API knows no zones; one that was read from a text with an offset is written back with it.
        return value.isoformat(sep=" " if value.tzinfo is None else "T")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, float) and math.isfinite(value):
        return float(value)
    if isinstance(value, float):
        msg = f"{value} has no JSON form"
        raise ValueError(msg)  # noqa: TRY004  # the type is right, the value is not
    if isinstance(value, str):
        return value if value.__class__ is NestedText else str(value)
    if isinstance(value, int):
        return int(value)
    msg = f"{value!r:.60} of type {type(value).__name__} has no JSON form" if value is not UNSET else "UNSET has no JSON form"
    raise TypeError(msg)


def decimal_text(number: Decimal) -> str:
    """Write a number in plain notation, or with an exponent where plain notation would take a hundred zeros.

    Raises:
        ValueError: the number is NaN or infinite.
    """
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        msg = f"{number} has no JSON form"
        raise ValueError(msg)  # noqa: TRY004  # the type is right, the value is not
    return format(number, "f") if -_PLAIN_EXPONENT <= exponent <= _PLAIN_EXPONENT else str(number)


def _decimal_of_text(sent: str) -> Result:
    text = ascii_digits(sent)
    if _NUMBER.fullmatch(text) is None:  # Python's own rules would take `1_000` too
        return (None, True) if text.casefold() in _NULLS else (sent, False)
    try:
        number = Decimal(text.replace(",", "") if "," in text else text)
    except decimal.DecimalException:  # an exponent past what Decimal holds
        return sent, False
    return (number, True) if is_short(number) else (sent, False)


def ascii_digits(text: str) -> str:
    """Return the text without blanks around it, with digits of any script (Arabic-Indic, Persian, ...) as ASCII ones."""
    text = text.strip()
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text.translate(_SEPARATORS))
