"""The account's date format while one answer is read or one body is written."""

from __future__ import annotations

import contextlib
import functools
import re
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

from daftra_async.wire import census

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Generator, Mapping

_CURRENT: Final[ContextVar[Dates | None]] = ContextVar("daftra_async.dates", default=None)
_FIXED: Final = "%d/%m/%Y"
"""The format of dates in the vendor's examples, which an account with another format reads otherwise."""
_LONGEST: Final = 60
_TIME: Final = re.compile(r"[ T]\d{2}:\d{2}(?::\d{2})?$")
_NUMBERS: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})")
_NAMED: Final = re.compile(
    r"(?:[^\W\d_]{3,},? )?(?:\d{1,2}[ ./-][^\W\d_]{3,}[ ,./-]{1,2}|[^\W\d_]{3,}[ ./-]\d{1,2}[ ,./-]{1,2})(?:\d{2}){1,2}"
)
_NAMES: Final = re.compile("%([abAB])")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Dates:
    """The account's date format, and whether a date needed it while it was unknown."""

    __slots__ = ("_held", "pattern", "unread", "unsure")

    def __init__(self, pattern: str | None = None, *, tentative: bool = False) -> None:
        self.pattern = pattern
        """The account's date format, as a `strptime` pattern; None while it is unknown."""
        self.unread = False
        """A date was met that cannot be read without the account's format."""
        self.unsure = False
        """A date was written in the format of the vendor's examples, since the account's is unknown."""
        self._held: list[Mapping[census.Entry, int]] | None = [] if tentative else None

    @property
    def missing(self) -> bool:
        """The account's format would have made a difference."""
        return self.unread or self.unsure

    def kept(self, value: object) -> None:
        """Note a date that no rule reads."""
        if self.pattern is None and not self.unread:
            self.unread = needs_format(value)

    def write(self, value: dt.date, pattern: str) -> str:
        """Write a date or date-time that is sent in the account's format.

        Args:
            value: The date.
            pattern: How the vendor's examples write it.
        """
        self.unsure = self.unsure or self.pattern is None
        return value.strftime(_NAMES.sub(functools.partial(_english, value), self.own(pattern)))

    def own(self, pattern: str) -> str:
        """Return a pattern with the account's date format in place of the vendor's, if it is known."""
        return pattern if self.pattern is None else pattern.replace(_FIXED, self.pattern)

    def count(self, counts: Mapping[census.Entry, int]) -> None:
        """Add counts to the census, at once or in `settle`."""
        if self._held is None:
            census.record_all(counts)
        else:
            self._held.append(counts)

    def settle(self) -> None:
        """Add the counts of a tentative reading to the census, once its result is used."""
        held, self._held = self._held, None
        for counts in held or ():
            census.record_all(counts)


def _english(value: dt.date, match: re.Match[Any]) -> str:
    """Return the English name of a month or day, independent of the locale of the process."""
    kind: str = match[1]
    name = _MONTHS[value.month - 1] if kind in "bB" else _DAYS[value.weekday()]
    return name if kind.isupper() else name[:3]


def needs_format(value: object) -> bool:
    """Return whether a value that the rules of dates do not read could be read if the account's format were known.

    That is a date that two formats read differently (`05/09/2026`), or one that only its own format reads (`5 Sep 2026`).
    """
    return isinstance(value, str) and len(value) <= _LONGEST and _needs_format(value)


@functools.lru_cache(maxsize=256)  # what is odd comes back on every row
def _needs_format(text: str) -> bool:
    text = _TIME.sub("", text.strip())
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return _NAMED.fullmatch(text) is not None
    low, high = sorted((int(match[1]), int(match[3])))
    return 1 <= low <= 12 and high <= (12 if len(match[4]) == 4 else 31)


def current() -> Dates:
    """Return the date format of this context; an unknown one outside of `dates()`."""
    return _CURRENT.get() or Dates()


@contextlib.contextmanager
def dates(date_format: str | None, *, tentative: bool = False) -> Generator[Dates]:
    """Read and write dates by the account's format within this context.

    Args:
        date_format: The format as a `strptime` pattern; None while it is unknown.
        tentative: Hold back what the census counts until `Dates.settle`: the work may be done a second time.
    """
    known = Dates(date_format, tentative=tentative)
    token = _CURRENT.set(known)
    try:
        yield known
    except BaseException:
        known.settle()
        raise
    finally:
        _CURRENT.reset(token)
