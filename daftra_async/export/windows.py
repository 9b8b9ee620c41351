"""Windows of time: parts of a huge list that can be fetched apart from each other, on several machines.

A list is cut by the day on which its records were made. Nobody changes that day, so no record moves from one window to another
while the list is fetched, and new ones come into the last window, which has no end. Pages of a list would not do: its records
move from page to page. `invoices` (`created_from`, `created_to`) and the lists of v2 can be asked for such a window.

What the server makes of these conditions is not trusted. Each record belongs to the window of its own `created`, whatever it
came with, and the records of all windows have to be as many as the whole list has (`divided`).
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
"""Records that a window is planned for: about 25 MB of invoices."""
MOST: Final = 20_000
"""Records of a window that is still fetched in one piece; a larger one is halved."""
_FIELD: Final[By] = "created"
_CLOCKS: Final = dt.timedelta(hours=36)
"""How far the clock of an account can be behind UTC, and a day more: what is made during the export is newer than that."""
_FROM: Final = "created_from"
_TO: Final = "created_to"
_FILTERS: Final = "filters"


@attrs.frozen(kw_only=True)
class TimeWindow:
    """The records that were made from one day to another one; days are those of the account."""

    start: dt.date
    end: dt.date | None
    """The first day after it; None for the last window, to which new records come."""
    first: bool = False
    """Nothing comes before it: what was made before `start` is in it too."""
    last_day: bool = True
    """`created_to` includes the day that it names; otherwise it ends where that day begins."""

    def holds(self, record: Any) -> bool:
        """Return whether a record belongs to it; one without a time belongs to none."""
        made = moment(record, _FIELD)
        if made is None:
            return False
        return (self.first or made.date() >= self.start) and (self.end is None or made.date() < self.end)

    def arguments(self, target: Target) -> dict[str, Any]:
        """Return what the list is asked for in addition."""
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
    """Return whether a list can be asked for windows, and its name asks for nothing that they need themselves."""
    names = _parameters(target)
    by_time = _FILTERS in names or {_FROM, _TO} <= names
    return by_time and has_time(target.operation, _FIELD) and not {_FROM, _TO, "page", "sort", "direction"} & target.named.keys()


def oldest_first(target: Target) -> dict[str, Any]:
    """Return how to ask for the record that was made first."""
    return {"sort": _FIELD, "direction": "ASC"} if "direction" in _parameters(target) else {"sort": _FIELD}


def day_of(records: Sequence[Any]) -> dt.date | None:
    """Return the day on which the first of the records was made, None when that is not known."""
    made = moment(records[0], _FIELD) if records else None
    return None if made is None else made.date()


def last_begin(now: dt.datetime) -> dt.date:
    """Return the day from which on the last window goes: older records are not made any more.

    Args:
        now: UTC.
    """
    return (now - _CLOCKS).date()


def plan(total: int, oldest: dt.date, last: dt.date, *, last_day: bool) -> tuple[TimeWindow, ...]:
    """Cut a list into windows of as many days each; the last one has no end. None, when all was made in the days of that one.

    Args:
        total: Records of the list.
        oldest: The day on which the first one was made.
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
