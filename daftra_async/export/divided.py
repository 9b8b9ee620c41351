"""Fetches a huge list by its windows, which others fetch at the same time, and proves that all of it came.

    plan (three small requests) -> the windows that have an end -> total -> the last window -> total -> as many came?
                                                                     ^                                     |
                                                                     +-- no: the list has moved meanwhile -+

If they still differ after three attempts, or there is no plan, the list is walked whole. That happens when the list counts
records that no window shows: those without a time, and those that the server filters in another way than documented.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.client import DaftraClient
from daftra_async.export.as_sent import sent_line
from daftra_async.export.walk import Walk
from daftra_async.export.window_task import TRIES, CannotDivideError, Fetched, WindowTask
from daftra_async.export.windows import TimeWindow, day_of, last_begin, oldest_first, plan
from daftra_async.lists.page import Page
from daftra_async.wire import hints
from daftra_async.wire.census import add
from daftra_async.wire.identity import id_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    Running = tuple[TimeWindow, asyncio.Task[Fetched | None]]

_EVER: Final = dt.date(1900, 1, 1)
_TOO_MANY: Final = "too many records were made in a day"


@attrs.frozen(kw_only=True)
class Divide:
    """How huge lists are exported that can be divided into windows."""

    least: int
    """Records from which on a list counts as huge."""
    fetch: Callable[[WindowTask], Awaitable[Fetched | None]] | None = None
    """Fetches a window, as `fetch_window` does; None leaves huge lists out, and the report says so."""
    at_a_time: int = 1
    """Windows that are fetched at a time."""


class HugeListError(Exception):  # internal; the list is fetched by its windows
    """The list is huge, and has to be fetched by its windows."""


@attrs.define(kw_only=True)
class Divided:
    """One walk of a list by its windows."""

    client: DaftraClient
    walk: Walk
    """Its count knows the records that were handed out; undocumented fields and values of all windows are added to its census."""
    divide: Divide
    as_sent: bool
    columns: bool
    windows: int = 0
    """Windows that were fetched."""

    async def pages(self) -> AsyncGenerator[Page[Any], None]:
        """Yield the pages of all windows, the oldest window first.

        Raises:
            CannotDivideError: the list has no windows, or other records than they hold.
        """
        total, windows = await self._plan()
        async with aclosing(self._closed(windows[:-1])) as closed:
            async for fetched in closed:
                for page in self._handed(fetched, total):
                    yield page
        total, fetched = await self._last(windows[-1])
        for page in self._handed(fetched, total):
            yield page

    async def _plan(self) -> tuple[int, tuple[TimeWindow, ...]]:
        total, oldest = await self._dated()
        # Documented is that `created_to` includes its day; a server may compare with the midnight before it.
        one_day = await self._total(TimeWindow(start=oldest, end=oldest + dt.timedelta(days=1)))
        windows = plan(total, oldest, last_begin(_now()), last_day=bool(one_day))
        if not windows or one_day == total:
            msg = "it does not filter by time, or all records were made on a day or two"
            raise CannotDivideError(msg)
        return total, windows

    async def _dated(self) -> tuple[int, dt.date]:
        """Return how many records there are, all of them with a time, and the day of the first one."""
        total = dated = None
        for _ in range(TRIES):
            first = await self._first(oldest_first(self.walk.target))
            total, oldest = first.total_results, day_of(first.data)
            dated = await self._total(TimeWindow(start=_EVER, end=None))
            if total is not None and dated == total and oldest is not None:
                return total, oldest
        msg = f"{total} records are announced, and {dated} with a time"
        raise CannotDivideError(msg)

    async def _closed(self, windows: Sequence[TimeWindow]) -> AsyncGenerator[Fetched, None]:
        """Fetch windows ahead and yield them in order; a window that is too large is replaced by its halves."""
        waiting = deque(windows)
        running: deque[Running] = deque()
        try:
            while waiting or running:
                while waiting and len(running) < self.divide.at_a_time:
                    running.append(self._begin(waiting.popleft()))
                window, task = running.popleft()
                found = await task
                if found is not None:
                    yield found
                elif (halves := window.halves()) is None:
                    raise CannotDivideError(_TOO_MANY)
                else:
                    running.extendleft([self._begin(half) for half in halves][::-1])
        finally:
            for _, task in running:
                task.cancel()
            await asyncio.gather(*(task for _, task in running), return_exceptions=True)

    async def _last(self, window: TimeWindow) -> tuple[int, Fetched]:
        """Fetch the last window between two totals that agree with the records of all windows."""
        came, after = 0, None
        for _ in range(TRIES):
            before = await self._total(None)
            found = await self._begin(window)[1]
            if found is None:
                raise CannotDivideError(_TOO_MANY)
            after = await self._total(None)
            new = [id_of(record) for page in found.pages for record in self._page(page, 0).data]
            came = self.walk.count.distinct + len(set(new) - {None}) + new.count(None)
            if before == came == after:
                return came, found
        msg = f"the windows hold {came} of {after} records"
        raise CannotDivideError(msg)

    def _begin(self, window: TimeWindow) -> Running:
        target = self.walk.target
        task = WindowTask(
            resource=target.name, page_size=target.page_size, window=window, as_sent=self.as_sent, columns=self.columns
        )
        assert self.divide.fetch is not None, "otherwise the list was left out"
        return window, asyncio.ensure_future(self.divide.fetch(task))

    def _handed(self, fetched: Fetched, total: int) -> list[Page[Any]]:
        self.windows += 1
        add(self.walk.census, fetched.census)
        return [self._page(page, total) for page in fetched.pages]

    def _page(self, held: Any, total: int) -> Page[Any]:
        page: Page[Any] = Page(data=[], page=1, page_count=None, total_results=total, has_next=True, next_page=None)
        if not self.columns:
            return attrs.evolve(page, data=[sent_line(line) for line in held])
        from daftra_async.export.tabular.packing import unpacked  # noqa: PLC0415  # its library is optional
        from daftra_async.lists.columns import column_page  # noqa: PLC0415  # as above
        from daftra_async.wire.columns.layout import table_of  # noqa: PLC0415  # as above

        table = table_of(hints.record_class(self.walk.target.operation))
        return column_page(page, unpacked(table, held).batches)

    async def _total(self, window: TimeWindow | None) -> int | None:
        return (await self._first({} if window is None else window.arguments(self.walk.target))).total_results

    async def _first(self, arguments: dict[str, Any]) -> Page[Any]:
        op = self.walk.target.operation
        asked = self.walk.target.with_page_size(1).arguments
        page: Page[Any] = await getattr(getattr(self.client, op.resource), op.verb)(**asked, **arguments)
        return page


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
