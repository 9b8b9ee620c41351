"""Choose how to fetch only the changes of each list.

v2 lists filter on any field, so they are asked for rows whose `modified` is late enough, newest first. For a v1 list, the v2
entity with the same records is asked for ids (`twins`). Without one that can be relied on, invoices and clients are walked newest
first, and the walk ends at the first page that is entirely older: invoices document `sort` and `direction`, and clients honour
them (seen on live accounts). The other lists can neither filter nor sort, and are fetched completely.

The server ignores parameters it does not know and answers with the full list, so none of this is trusted: rows that are too old
are dropped here, and a walk ends early only when its rows prove the order (`Order`):

    sorted so far, rival order unbroken --a row breaks the rival order--> proven: may end at a page that is entirely older
                    |                                                        |
                    +------------- a row out of order, or without a time ----+--> never proven: read to the end

Times of the API are local to the account and have no zone, so a `since` has none either.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final, get_args

import attrs

from daftra_async.export.options import By
from daftra_async.http.filters import F
from daftra_async.operation import Twin
from daftra_async.wire import hints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.export.manifest import Done
    from daftra_async.export.options import SinceOptions
    from daftra_async.export.targets import Target
    from daftra_async.operation import AnyOperation

_SORTED: Final = frozenset({"invoices.list", "clients.list"})
"""Lists of v1 that can be sorted."""
EAST: Final = dt.timedelta(hours=14)
"""How far the clock of an account can be ahead of UTC."""


@attrs.frozen(kw_only=True)
class Window:
    """The part of a list that is wanted."""

    field: By
    start: dt.datetime
    """Rows older than this are dropped; the overlap is in it."""
    arguments: dict[str, Any]
    """What the list is asked for in addition."""
    twin: Twin | None = None
    """The v2 entity to ask for ids before the list is walked."""

    def wanted(self, records: Sequence[Any]) -> list[int]:
        """Return the places of the records that are new enough, and of those whose time cannot be read."""
        return [at for at, record in enumerate(records) if not _older(moment(record, self.field), self.start)]

    def over(self, records: Sequence[Any]) -> bool:
        """Return whether all records of a page are older, none of them without a time."""
        return bool(records) and all(_older(moment(record, self.field), self.start) for record in records)


def window(target: Target, asked: SinceOptions, done: Done | None, *, mergeable: bool) -> Window | str:
    """Return the part of the list to fetch, or why it has to be the whole list.

    `done` is the last complete fetch of it, and `mergeable` says whether its records can be merged into.
    """
    op = target.operation
    if done is None and asked.start is None:
        return "full: nothing is known of an earlier run"
    if done is not None and not mergeable:
        return "full: the records of the earlier run were not kept"
    if asked.by not in _times(op):
        return f"full: the records have no field {asked.by}"
    start = asked.start
    if start is None and done is not None:
        if done.newest is None and not done.whole:
            return "full: the earlier run may have missed records"
        if done.newest is None:
            return f"full: the earlier run met no {asked.by}"
        # What changed while it ran, after its page was read, may be older than the newest it met: as much as it took.
        start = dt.datetime.fromisoformat(done.newest) - dt.timedelta(seconds=done.seconds)
    assert start is not None
    return from_start(target, asked.by, start - asked.overlap)


def from_start(target: Target, by: By, start: dt.datetime) -> Window | str:
    """Return the part of the list to fetch from a time on, or why it has to be the whole list."""
    op = target.operation
    names = {param.name for param in op.query_params}
    if "filters" in names:
        # Newest first: what changes meanwhile moves to pages that were read, and none of the rest slips past.
        return Window(field=by, start=start, arguments={"filters": F(by).gte(start), "sort": f"-{by}"})
    twin = None if target.named else op.twin  # which does not know the arguments of the list
    arguments: dict[str, Any] = {}
    if op.id in _SORTED:
        if {"sort", "direction"} & target.named.keys():
            return "full: another order was asked for"
        by_name = "sort" in names
        arguments = {"sort": by, "direction": "DESC"} if by_name else {"extra_query": {"sort": by, "direction": "desc"}}
    elif twin is None:
        return "full: the list can neither filter nor sort"
    return Window(field=by, start=start, arguments=arguments, twin=twin)


def steady(target: Target) -> dict[str, Any]:
    """Return how to ask for the order of ids, where the list documents an order: new records come last, and move no other."""
    op = target.operation
    names = {param.name for param in op.query_params}
    if "sort" not in names or {"sort", "direction"} & target.named.keys() or "id" not in _fields(op):
        return {}
    return {"sort": "id", "direction": "ASC"} if "direction" in names else {"sort": "id"}


def moment(record: Any, field: str) -> dt.datetime | None:
    """Return a time of a record, None when it has none that can be read."""
    found = getattr(record, field, None)
    return found if isinstance(found, dt.datetime) else None


def latest(records: Sequence[Any], field: str, before: str | None) -> str | None:
    """Return the latest of the times, as ISO text; those of the future are typing errors and would hide all that follows."""
    limit = dt.datetime.now(dt.UTC).replace(tzinfo=None) + EAST
    found = [time for record in records if (time := moment(record, field)) is not None and time <= limit]
    newest = max(found, default=None)
    return before if newest is None else max(newest.isoformat(), before or "")


class Order:
    """Checks whether the rows of a walk are sorted by a time, newest first, and not by another field.

    Where no record was changed after it was made, the order of ids is that of `modified` too, and a list that ignored the sort
    looks like one that honoured it; its oldest pages may then hold what was changed last. So the rival order has to be broken:
    by ids for `modified`, by the `date` of documents for `created`.
    """

    def __init__(self, field: By) -> None:
        self._field = field
        self._rival = "id" if field == "modified" else "date"
        self._before: tuple[dt.datetime, int | None] | None = None
        self._sorted = True
        self._rose = self._fell = False
        self._alone = True

    @property
    def proven(self) -> bool:
        """Whether the rows seen so far were sorted as asked, beyond chance."""
        return self._sorted and (self._alone or (self._rose and self._fell))

    def see(self, records: Sequence[Any]) -> None:
        """Look at the next rows."""
        for record in records:
            time, rival = moment(record, self._field), _comparable(getattr(record, self._rival, None))
            if time is None:
                self._sorted = False
                return
            self._alone &= rival is None
            if self._before is not None:
                self._sorted &= time <= self._before[0]
                if rival is not None and self._before[1] is not None:
                    self._rose |= rival > self._before[1]
                    self._fell |= rival < self._before[1]
            self._before = (time, rival)


def _comparable(value: object) -> int | None:
    """Return an id as it is, a date as the number of its day."""
    return value.toordinal() if isinstance(value, dt.date) else value if isinstance(value, int) else None


def _older(time: dt.datetime | None, start: dt.datetime) -> bool:
    return time is not None and time < start


def has_time(op: AnyOperation, field: By) -> bool:
    """Return whether the records of a list have a time."""
    return field in _times(op)


def _times(op: AnyOperation) -> frozenset[str]:
    return _fields(op) & frozenset(get_args(By))


def _fields(op: AnyOperation) -> frozenset[str]:
    model = hints.record_class(op)
    return frozenset() if model is None else frozenset(field.name for field in hints.fields_of(model))
