"""Divide a huge list into windows of time, which can be fetched independently of each other, on several machines.

A list is divided by the day on which its records were created. That day never changes, so no record moves from one window to
another while the list is fetched; new records come into the last window, which has no end. Pages would not do: records move from
page to page. `invoices` (`created_from`, `created_to`) and the lists of v2 have filters for such a window.

How the server applies these filters is not trusted. Each record belongs to the window of its own `created`, whichever request
returned it, and all windows together have to hold as many records as the whole list (`divided`).
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.export.incremental import has_time, moment
from daftra_async.http.filters import F

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.export.options import By
    from daftra_async.export.targets import Target

HUGE: Final = 50_000
"""Records from which on a list counts as huge."""
FEW: Final = 5_000
"""Planned records of a window: about 25 MB of invoices."""
MOST: Final = 20_000
"""The most records of a window; a larger one is halved."""
_FIELD: Final[By] = "created"
_CLOCKS: Final = dt.timedelta(hours=36)
"""How far the clock of an account can be behind UTC, and a day more: records created during the export are newer than that."""
_FROM: Final = "created_from"
_TO: Final = "created_to"
_FILTERS: Final = "filters"


@attrs.frozen(kw_only=True)
class TimeWindow:
    """The records that were created between two days, in the time zone of the account."""

    start: dt.date
    end: dt.date | None
    """The first day after it; None for the last window, which gets the new records."""
    first: bool = False
    """It is the first window: records created before `start` are in it too."""
    last_day: bool = True
    """`created_to` includes the day that it names; otherwise it ends where that day begins."""

    def holds(self, record: Any) -> bool:
        """Return whether a record belongs to it; one without a time belongs to none."""
        made = moment(record, _FIELD)
        if made is None:
            return False
        return (self.first or made.date() >= self.start) and (self.end is None or made.date() < self.end)

    def arguments(self, target: Target) -> dict[str, Any]:
        """Return the arguments by which a list is asked for this window."""
        if _FILTERS in _parameters(target):
            conditions = [] if self.first else [F(_FIELD).gte(_midnight(self.start))]
            conditions += [] if self.end is None else [F(_FIELD).lt(_midnight(self.end))]
            whole = conditions[0] & conditions[1] if len(conditions) > 1 else conditions[0] if conditions else None
            return {} if whole is None else {_FILTERS: whole}
        asked: dict[str, Any] = {} if self.first else {_FROM: self.start}
        if self.end is not None:
            asked[_TO] = self.end - dt.timedelta(days=1) if self.last_day else self.end
        return asked

    def halves(self) -> tuple[TimeWindow, TimeWindow] | None:
        """Return two windows of half the days; None for a single day, and for the last window."""
        if self.end is None or (days := (self.end - self.start).days) < 2:
            return None
        middle = self.start + dt.timedelta(days=days // 2)
        return attrs.evolve(self, end=middle), attrs.evolve(self, start=middle, first=False)


def divisible(target: Target) -> bool:
    """Return whether a list can be divided: it filters by the time of creation, and its own arguments do not set such filters."""
    names = _parameters(target)
    by_time = _FILTERS in names or {_FROM, _TO} <= names
    return by_time and has_time(target.operation, _FIELD) and not {_FROM, _TO, "page", "sort", "direction"} & target.named.keys()


def oldest_first(target: Target) -> dict[str, Any]:
    """Return the arguments that put the record that was created first on the first page."""
    return {"sort": _FIELD, "direction": "ASC"} if "direction" in _parameters(target) else {"sort": _FIELD}


def day_of(records: Sequence[Any]) -> dt.date | None:
    """Return the day on which the first of the records was created, None when that is not known."""
    made = moment(records[0], _FIELD) if records else None
    return None if made is None else made.date()


def last_begin(now: dt.datetime) -> dt.date:
    """Return the first day of the last window: no new record can be older.

    Args:
        now: UTC.
    """
    return (now - _CLOCKS).date()


def plan(total: int, oldest: dt.date, last: dt.date, *, last_day: bool) -> tuple[TimeWindow, ...]:
    """Divide a list into windows of equal length and a last one without an end; no windows if all records are in that one.

    Args:
        total: Records of the list.
        oldest: The day on which the first one was created.
        last: Where the last window begins.
        last_day: Whether `created_to` includes the day that it names.
    """
    days = (last - oldest).days
    if days < 1:
        return ()
    count = min(days, max(2, ceil(total / FEW)))
    bounds = [oldest + dt.timedelta(days=days * number // count) for number in range(count + 1)]
    closed = [TimeWindow(start=start, end=end, first=start == oldest, last_day=last_day) for start, end in pairwise(bounds)]
    return (*closed, TimeWindow(start=last, end=None))


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def _parameters(target: Target) -> set[str]:
    return {param.name for param in target.operation.query_params}
