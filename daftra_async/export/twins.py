"""Find the changed records of a v1 list: its v2 twin filters by time and gives their ids.

The twin is asked for the records that changed since a day before the wanted time. Its answer is used only if

- it holds as many records as the list: it hides none (those of another branch) and has none that the list lacks;
- it names at least one record. The filter includes the last change that an earlier run met, so no correct answer is empty;
- no record is older than the filter allows: otherwise the filter was ignored;
- its clock is that of the list, or is off by a fixed number of quarters of an hour: the newest record is fetched from the list's
  side (`get`) and compared. A filter that takes times for those of another zone costs nothing for the day that was asked for;
- it names every change that a first look at the list has shown;
- each record that is fetched has the time that the twin gave, or a later one: otherwise parts of the twin are out of date.

If the whole twin is late, nothing is lost: the watermark is the newest change that the twin knew of.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.catalogue import operation_of
from daftra_async.errors import DaftraError
from daftra_async.export.incremental import EAST, Window, moment
from daftra_async.export.targets import Target
from daftra_async.http.filters import F
from daftra_async.lists.executor import Executor, executor_of
from daftra_async.lists.twin import TwinList
from daftra_async.wire import census, moments, structure, unstructure
from daftra_async.wire.identity import id_of
from daftra_async.writes.bulk.reads import get_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.client import DaftraClient
    from daftra_async.export.manifest import Done
    from daftra_async.lists.page import Page
    from daftra_async.models import Entity
    from daftra_async.operation import Twin

_SHORT: Final = 100
"""Records of a list that is fetched as quickly as its twin is asked."""
_SAMPLE: Final = 20
"""Rows that show which relations the list carries."""
_GETS: Final = 20
"""Single records that cost as much as a full page."""
_CONCURRENCY: Final = 8
_DAY: Final = dt.timedelta(days=1)
_QUARTER: Final = dt.timedelta(minutes=15)
"""Zones differ by multiples of it."""


@attrs.frozen(kw_only=True)
class Changes:
    """The changed records of a list."""

    entity: str
    """Key of the v2 entity that named them."""
    window: Window
    records: list[Any]
    newest: str | None
    """The latest change that the twin knew of, as ISO text."""


async def changes(client: DaftraClient, target: Target, twin: Twin, window: Window, done: Done | None) -> Changes | str:
    """Return what has changed since the last complete fetch (`done`), or why the list is better walked.

    Raises:
        TwinError: the twin cannot be relied on.
    """
    if done is not None and done.held <= _SHORT:
        return f"the list is short ({done.held} records)"
    executor = executor_of(client)
    asked = _Asked(executor, target, window, TwinList(executor, twin))
    page = await executor.paginate(target.operation, {}, {**target.arguments, "limit": _SAMPLE})
    if page.total_results is None:
        return "the list announces no number of records"
    if page.total_results <= _SHORT:
        return f"the list is short ({page.total_results} records)"
    known = None if done is None or done.newest is None else dt.datetime.fromisoformat(done.newest)
    named = await asked.named(page.total_results, known)
    await asked.entity.require(page.total_results)
    return await asked.fetched(named, known, page)


@attrs.frozen
class _Asked:
    executor: Executor
    target: Target
    window: Window
    entity: TwinList

    async def named(self, total: int, known: dt.datetime | None) -> dict[int | str, dt.datetime]:
        """Return the ids of what may have changed, with the times by the clock of the twin, the newest first.

        Raises:
            TwinError: nothing was named, or something that is too old.
        """
        field = self.window.field
        start = min(self.window.start, known or self.window.start) - _DAY
        rows = await self.entity.rows(F(field).gte(start), sort=f"-{field}", most=total // 2)
        found = {_id(row): self._time(row) for row in rows}
        if not found:
            self.entity.refuse("names no record, which proves nothing")
        if min(found.values()) < start - EAST:
            self.entity.refuse(f"ignores the filter of {field}")
        return dict(sorted(found.items(), key=lambda item: item[1], reverse=True))

    def _time(self, row: Entity) -> dt.datetime:
        time, readable = moments.to_datetime(row.extra.get(self.window.field), self.executor.date_format)
        if not readable or time is None:
            self.entity.refuse(f"has a record without a readable {self.window.field}")
        return _plain(time)

    async def fetched(self, named: dict[int | str, dt.datetime], known: dt.datetime | None, page: Page[Any]) -> Changes | str:
        """Fetch what has changed, and compare the times.

        Raises:
            TwinError: the two sides do not agree.
        """
        newest = next(iter(named))
        first = (await self._get([newest]))[newest]
        offset = self._offset(first, named[newest])
        times = {identity: time + offset for identity, time in named.items()}
        wanted = [identity for identity, time in times.items() if time >= self.window.start]
        size = self.target.arguments.get("limit")
        pages = -(-(page.total_results or 0) // (size if isinstance(size, int) else _SAMPLE))
        if len(wanted) > _GETS * pages:
            return f"{len(wanted)} records have changed, more than the whole list costs"
        latest = _latest(times.values())
        if known is not None and (latest is None or latest < known):
            self.entity.refuse(f"knows of no change as late as {known.isoformat()}, which the list has shown")
        records = await self._get([identity for identity in wanted if identity != newest])
        records[newest] = first
        self._compare(records, times)
        self._match(page.data, times)
        shown = _shown(page.data)
        return Changes(
            entity=self.entity.twin.entity,
            window=self.window,
            records=[_like_rows(records[identity], shown) for identity in wanted],
            newest=None if latest is None else latest.isoformat(),
        )

    async def _get(self, ids: list[int | str]) -> dict[int | str, Any]:
        op = operation_of(f"{self.target.operation.resource}.get")
        try:
            return (await get_many(self.executor, op, ids, {}, concurrency=_CONCURRENCY)).by_id
        except DaftraError as error:
            self.entity.refuse(f"names a record that cannot be fetched ({type(error).__name__})", error)

    def _offset(self, record: Any, time: dt.datetime) -> dt.timedelta:
        """Return how far the clock of the twin is behind that of the list."""
        offset = self._moment(record) - time
        if abs(offset) > EAST or offset % _QUARTER:
            self.entity.refuse("tells other times than the list")
        return offset

    def _moment(self, record: Any) -> dt.datetime:
        time = moment(record, self.window.field)
        if time is None:
            self.entity.refuse(f"names a record without {self.window.field}")
        return _plain(time)

    def _compare(self, records: dict[int | str, Any], times: dict[int | str, dt.datetime]) -> None:
        # What was changed after the twin was asked is newer than all that it knew.
        last = max(times.values())
        for identity, record in records.items():
            time = self._moment(record)
            if time != times[identity] and time < last:
                self.entity.refuse("tells other times than the list")

    def _match(self, rows: Sequence[Any], times: dict[int | str, dt.datetime]) -> None:
        """Check that the twin named each changed row that the list has shown before."""
        known = {str(identity): time for identity, time in times.items()}
        for row in rows:
            time, named = moment(row, self.window.field), known.get(str(id_of(row)))
            if time is not None and _plain(time) >= self.window.start and (named is None or named < _plain(time)):
                self.entity.refuse("does not name a change that the list shows")


def _id(row: Entity) -> int | str:
    identity = id_of(row)
    assert identity is not None, "checked by the list of the twin"
    return identity


def _plain(time: dt.datetime) -> dt.datetime:
    """Return a time as it stands on the clock: v1 knows no zones and no fractions."""
    return time.replace(tzinfo=None, microsecond=0)


def _latest(times: Iterable[dt.datetime]) -> dt.datetime | None:
    """Return the latest time; those of the future are typing errors."""
    limit = dt.datetime.now(dt.UTC).replace(tzinfo=None) + EAST
    return max((time for time in times if time <= limit), default=None)


def _shown(rows: Sequence[Any]) -> frozenset[str]:
    return frozenset(key for row in rows for key in unstructure(row))


def _like_rows(record: Any, shown: frozenset[str]) -> Any:
    """Return a record without the relations that rows of the list do not carry: all rows of a list have one shape."""
    data = unstructure(record)
    kept = {key: value for key, value in data.items() if key in shown or not (value is None or isinstance(value, list | dict))}
    if len(kept) == len(data):
        return record
    model: type[Any] = record.__class__
    with census.counting({}):  # it was counted when it came
        return structure(model, kept)
