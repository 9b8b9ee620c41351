"""Dates of cells: of spreadsheets, numbers of days, ISO, and the format of the account where that leaves no doubt."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from daftra_async.importing.numbers import exact, western
from daftra_async.importing.refusal import AmbiguousDate, refuse_cell

_EPOCH: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001  # days of spreadsheets have no zone
_EPOCH_1904: Final = dt.datetime(1904, 1, 1)  # noqa: DTZ001  # as above
_LAST_DAY: Final = 2_958_465
_LEAP: Final = 60
"""Day of 29 February 1900, which Excel counts and which never was; the days before it are off by one."""
_YEARS: Final = range(1900, 2101)
_ISO: Final = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_COMPACT: Final = re.compile(r"(19|20)\d{6}")
_NUMBERS: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_TIME: Final = re.compile(r"(.+?)[ T]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(?: ?([AaPp])\.?[Mm]\.?)?")
_SERIAL: Final = re.compile(r"\d{1,7}(?:\.\d+)?")
_NEEDED: Final = "a date is needed, such as 2026-01-31"


def read(cell: object, *, pattern: str | None, timed: bool, epoch_1904: bool = False) -> str:
    """Return the date of a cell as text: `2026-01-31`, with a time where the field has one.

    Args:
        cell: The cell.
        pattern: `strptime` pattern of the dates of this table, None if nobody said.
        timed: The field holds a time as well.
        epoch_1904: Numbers of days count from 1904.

    Raises:
        AmbiguousDate: day and month could be the other way round.
        CellRefused: it is not a date, or has a time where there is room for the day only.
    """
    moment = _moment(cell, pattern, epoch_1904=epoch_1904)
    if not timed and isinstance(moment, dt.datetime) and moment.time() != dt.time.min:
        refuse_cell("it has a time, and the field holds a date only")
    return plain(moment, timed=timed)


def plain(moment: dt.date, *, timed: bool) -> str:
    """Return a date in one form."""
    if not timed:
        return (moment.date() if isinstance(moment, dt.datetime) else moment).isoformat()
    full = moment if isinstance(moment, dt.datetime) else dt.datetime.combine(moment, dt.time.min)
    return full.isoformat(sep=" ", timespec="seconds")


def _moment(cell: object, pattern: str | None, *, epoch_1904: bool) -> dt.date:
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _serial(exact(cell), epoch_1904=epoch_1904)
    if not isinstance(cell, str):
        refuse_cell(_NEEDED)
    text = western(cell)
    if _SERIAL.fullmatch(text):
        return _serial(Decimal(text), epoch_1904=epoch_1904)
    day, time = text, dt.time.min
    if (match := _TIME.fullmatch(text)) is not None:
        day, time = match[1], _time(match[2], match[3])
    return dt.datetime.combine(_day(day.strip(), pattern), time)


def _serial(number: Decimal, *, epoch_1904: bool) -> dt.datetime:
    """Return the moment of a number of days."""
    if int(number) in _YEARS and number == int(number):
        refuse_cell(f"{_NEEDED}; it looks like a year")
    if not _LEAP < number <= _LAST_DAY:
        refuse_cell(f"{_NEEDED}; as a number of days it is out of range")
    seconds = round(number * 86400)
    return (_EPOCH_1904 if epoch_1904 else _EPOCH) + dt.timedelta(seconds=seconds)


def _time(text: str, half: str | None) -> dt.time:
    hours, _, rest = text.partition(":")
    hour = int(hours)
    if half is not None:
        if not 1 <= hour <= 12:
            refuse_cell(_NEEDED)
        hour = hour % 12 + (12 if half in "Pp" else 0)
    try:
        return dt.time.fromisoformat(f"{hour:02}:{rest}")
    except ValueError:
        refuse_cell(_NEEDED)


def _day(text: str, pattern: str | None) -> dt.date:
    try:
        found = _read_day(text, pattern)
    except ValueError:
        found = None
    if found is None:
        refuse_cell(_NEEDED if pattern is None else f"{_NEEDED}, or as the format {pattern} says")
    return found


def _read_day(text: str, pattern: str | None) -> dt.date | None:
    if (match := _ISO.fullmatch(text)) is not None:
        return dt.date(int(match[1]), int(match[3]), int(match[4]))
    if _COMPACT.fullmatch(text):
        return dt.date.fromisoformat(text)
    if pattern is not None:
        return dt.datetime.strptime(text, pattern).date()  # noqa: DTZ007  # a day has no zone
    if (match := _NUMBERS.fullmatch(text)) is not None:
        return _either(int(match[1]), int(match[3]), int(match[4]))
    return None


def _either(first: int, second: int, year: int) -> dt.date:
    """Return the day of two numbers that stand in an unknown order, where only one order makes sense."""
    if first > 12 or first == second:
        return dt.date(year, second, first)
    if second > 12:
        return dt.date(year, first, second)
    raise AmbiguousDate
