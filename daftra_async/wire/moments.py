"""The lenient rules for dates and date-times, as those of the other types in `scalars`.

Nothing here guesses: an ambiguous date is refused, and the caller keeps it as sent.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Final

from daftra_async.wire.scalars import ascii_digits, is_null

if TYPE_CHECKING:
    from daftra_async.wire.scalars import Result

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATETIME: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ Tt](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
    r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_LOCAL_DATE: Final = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})([/.])([0-9]{1,2})\2([0-9]{1,2})")
_WITH_TIME: Final = re.compile(r"(.+)[ T]((?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)")
_USUAL: Final = len("2026-01-31 08:00:00")
_NO_DATE: Final = frozenset({"0000-00-00", "0000-00-00 00:00:00", "0000-00-00t00:00:00"})


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
    text = ascii_digits(value)
    if _is_no_date(text):
        return None, True
    found = _date_of_text(text, date_format)
    if found is not None:
        return found, True
    moment = _datetime_of_text(text, date_format)
    return (moment.date(), True) if moment is not None and _is_midnight(moment) else (value, False)


def to_datetime(value: Any, date_format: str | None = None) -> Result:  # noqa: PLR0911  # one return a rule
    """Read a date-time: `YYYY-MM-DD HH:MM:SS`, with `T` or without seconds too; a date alone is its midnight.

    The result is naive and means the account's local time, unless the text names its offset.
    """
    if value is None or isinstance(value, dt.datetime):
        return value, True
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time.min), True
    if not isinstance(value, str):
        return value, False
    moment = _usual_moment(value)
    if moment is not None:
        return moment, True
    text = ascii_digits(value)
    if _is_no_date(text):
        return None, True
    moment = _datetime_of_text(text, date_format)
    if moment is not None:
        return moment, True
    day = _date_of_text(text, date_format)
    return (value, False) if day is None else (dt.datetime.combine(day, dt.time.min), True)


def _usual_moment(text: str) -> dt.datetime | None:
    """Read `YYYY-MM-DD HH:MM:SS`, None for any other spelling: nearly all are spelled so, and no pattern is needed for them."""
    usual = (
        len(text) == _USUAL
        and text[:4] != "0000"
        and text[4] + text[7] + text[10] + text[13] + text[16] == "-- ::"
        and text[11:13] < "24"
    )
    try:
        return dt.datetime.fromisoformat(text) if usual else None
    except ValueError:
        return None


def _is_no_date(text: str) -> bool:
    return is_null(text) or text.casefold() in _NO_DATE


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
