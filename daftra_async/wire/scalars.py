"""The lenient rules: what one JSON value means in a field of a known type.

Each function is pure and total: it takes any JSON value and returns `(value, True)`, or `(the value as it was, False)` when no
rule covers it. PHP sends "none" as null, as an empty text, and for dates as zeros; numbers as text; booleans in many spellings
(seen on live accounts). Nothing here guesses: an ambiguous date or a decimal comma is refused, and the caller keeps it as sent.
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
from daftra_async.wire.nesting import NestedText

Result = tuple[Any, bool]

_SEPARATORS: Final = str.maketrans("٫٬", ".,")  # noqa: RUF001  # they are the point
"""The Arabic decimal and thousands separators."""

_NUMBER: Final = re.compile(r"[+-]?(?:(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATETIME: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ Tt](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
    r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_LOCAL_DATE: Final = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})([/.])([0-9]{1,2})\2([0-9]{1,2})")
_WITH_TIME: Final = re.compile(r"(.+)[ T]((?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)")
_NULLS: Final = frozenset({"", "null"})
_NO_DATE: Final = frozenset({"0000-00-00", "0000-00-00 00:00:00", "0000-00-00t00:00:00"})
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


def to_date(value: Any, date_format: str | None = None) -> Result:  # noqa: PLR0911  # one return a rule
    """Read a date: ISO, the account's own format when it is known, otherwise only what can be read in one way.

    Args:
        value: `25/09/2026` and `09/25/2026` have one meaning; `05/09/2026` has two and is refused without `date_format`.
            A date-time passes when its time is midnight: any other time would be lost.
        date_format: the account's format as a `strptime` pattern.
    """
    if value is None:
        return None, True
    if isinstance(value, dt.datetime):
        return (value.date(), True) if _is_midnight(value) else (value, False)
    if isinstance(value, dt.date):
        return value, True
    if not isinstance(value, str):
        return value, False
    text = _ascii_digits(value)
    if _is_no_date(text):
        return None, True
    found = _date_of_text(text, date_format)
    if found is not None:
        return found, True
    moment = _datetime_of_text(text, date_format)
    return (moment.date(), True) if moment is not None and _is_midnight(moment) else (value, False)


def to_datetime(value: Any, date_format: str | None = None) -> Result:
    """Read a date-time: `YYYY-MM-DD HH:MM:SS`, with `T` or without seconds too; a date alone is its midnight.

    The result is naive and means the account's local time, unless the text names its offset.
    """
    if value is None or isinstance(value, dt.datetime):
        return value, True
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time.min), True
    if not isinstance(value, str):
        return value, False
    text = _ascii_digits(value)
    if _is_no_date(text):
        return None, True
    moment = _datetime_of_text(text, date_format)
    if moment is not None:
        return moment, True
    day = _date_of_text(text, date_format)
    return (value, False) if day is None else (dt.datetime.combine(day, dt.time.min), True)


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
    text = _ascii_digits(sent)
    if _NUMBER.fullmatch(text) is None:  # Python's own rules would take `1_000` too
        return (None, True) if text.casefold() in _NULLS else (sent, False)
    try:
        number = Decimal(text.replace(",", "") if "," in text else text)
    except decimal.DecimalException:  # an exponent past what Decimal holds
        return sent, False
    return (number, True) if is_short(number) else (sent, False)


def _is_no_date(text: str) -> bool:
    text = text.casefold()
    return text in _NULLS or text in _NO_DATE


def _ascii_digits(text: str) -> str:
    """Return the text without blanks around it, with digits of any script (Arabic-Indic, Persian, ...) as ASCII ones."""
    text = text.strip()
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text.translate(_SEPARATORS))


def _date_of_text(text: str, date_format: str | None) -> dt.date | None:
    if _DATE.fullmatch(text):
        return _date(text[:4], text[5:7], text[8:])
    if date_format is not None:
        try:
            moment = dt.datetime.strptime(text, date_format)  # noqa: DTZ007  # a date has no zone
        except ValueError:
            pass
        else:
            return moment.date()
    match = _YEAR_FIRST.fullmatch(text)
    if match:
        return _date(match[1], match[3], match[4])
    match = _LOCAL_DATE.fullmatch(text)
    if match is None:
        return None
    day_first, month_first = _date(match[4], match[3], match[1]), _date(match[4], match[1], match[3])
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    return None


def _datetime_of_text(text: str, date_format: str | None) -> dt.datetime | None:
    try:
        if _DATETIME.fullmatch(text):
            return dt.datetime.fromisoformat(text)
        match = _WITH_TIME.fullmatch(text)
        day = _date_of_text(match[1], date_format) if match else None
        return None if match is None or day is None else dt.datetime.combine(day, dt.time.fromisoformat(match[2]))
    except ValueError:
        return None


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _is_midnight(moment: dt.datetime) -> bool:
    return moment.time() == dt.time.min
