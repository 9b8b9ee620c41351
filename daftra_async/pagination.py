"""Walking lists.

    page = await pager                     # the first page
    async for record in pager: ...         # every record, page by page
    async for page in pager.pages(): ...
    records = await pager.collect(concurrency=8)

The server's link to the next page is read for one thing: that there is one. The links drop limits and filters, and may lead to
another host, so the walk counts up by itself, on our URL, with our parameters. It ends when the server names no next page, at the
page count, and at an empty page; a link that leads nowhere (back, or to the same page) ends it only if no page count says that
there are more. A page that is not the one asked for is an error while the list claims to have that page: going on would repeat
records, and stopping would lose some without a word.

A list that changes under the walk is noticed: `pager.drift` tells what, and by default a `DriftWarning` is given. `checked` makes
a pager that raises instead, keeps silent, or drops records that come again.

Each walk starts anew, so a pager can be iterated several times. With `concurrency` above 1 the pages after the first are fetched
ahead as soon as the first one tells how many there are; at most that many pages are in flight or waiting to be consumed.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

from daftra_async._text import whole
from daftra_async.drift import Checks, Drift, Watcher

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator

    from daftra_async.drift import OnDrift

T_co = TypeVar("T_co", covariant=True)


@attrs.frozen(kw_only=True)
class Page(Generic[T_co]):
    """One page of a list; iterating it gives its records."""

    data: list[T_co]  # pyright: ignore[reportGeneralTypeIssues]  # pages are only read
    page: int
    """Number of this page, from 1."""
    page_count: int | None
    """Pages of the list, where the server says so."""
    total_results: int | None
    """Records of the list, where the server says so."""
    has_next: bool
    next_page: int | None
    """Number of the next page as the server names it; only shown, the walk counts by itself."""

    def __iter__(self) -> Iterator[T_co]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)


Fetch = Callable[[int | None], Awaitable[Page[T_co]]]
"""Gets one page; None for the first one without naming it."""
Misplaced = Callable[[int, Page[T_co]], Exception]
"""Makes the error of a page that is not the one asked for."""


class Pager(Generic[T_co]):
    """A list that is fetched page by page as it is used; nothing is sent before."""

    __slots__ = ("_checks", "_fetch", "_misplaced", "_start", "_watcher", "total")

    def __init__(
        self,
        fetch: Fetch[T_co],
        misplaced: Misplaced[T_co],
        start: int | None = None,
        checks: Checks | None = None,
    ) -> None:
        self._fetch = fetch
        self._misplaced = misplaced
        self._start = start
        self._checks = checks or Checks()
        self._watcher: Watcher | None = None
        self.total: int | None = None
        """Records of the list by the page read last; None before the first page, or when the server does not say."""

    def __await__(self) -> Generator[None, None, Page[T_co]]:
        return self._first().__await__()

    def __aiter__(self) -> AsyncIterator[T_co]:
        return self._records()

    @property
    def drift(self) -> Drift:
        """Whether and how the list changed during the walk that was begun last."""
        return Drift() if self._watcher is None else self._watcher.drift

    def checked(self, *, on_drift: OnDrift = "warn", dedupe: bool = False) -> Pager[T_co]:
        """Return a pager of the same list that treats changes of the list otherwise.

            async for client in daftra.clients.list().checked(on_drift="raise", dedupe=True): ...

        Args:
            on_drift: What to do when the number of records changes between pages, or the list ends before its page count:
                `"raise"` a DriftError, `"warn"` with a DriftWarning (what pagers do by themselves), or `"ignore"` it;
                `drift` tells it in any case.
            dedupe: Drop records whose id was on an earlier page. The ids of the whole walk are kept in memory, about 100 bytes
                each. Records without an id are kept. Duplicates alone are counted in `drift`, and are no reason for `on_drift`.

        Raises:
            ArgumentError: an argument is none of these.
        """
        return Pager(self._fetch, self._misplaced, self._start, Checks(on_drift=on_drift, dedupe=dedupe))

    async def _first(self) -> Page[T_co]:
        return self._seen(await self._fetch(self._start))

    async def _records(self) -> AsyncGenerator[T_co, None]:
        pages = self._walk(1)
        try:
            async for page in pages:
                for record in page.data:
                    yield record
        finally:
            await pages.aclose()

    def pages(self, *, concurrency: int = 1) -> AsyncGenerator[Page[T_co], None]:
        """Walk the pages in order.

        Args:
            concurrency: Pages fetched ahead or waiting at most. A walk that is left early with `break` should be closed
                (`contextlib.aclosing`), or its requests run on until it is collected.

        Raises:
            ArgumentError: the concurrency is below 1.
        """
        return self._walk(whole("concurrency", concurrency))

    async def collect(self, *, concurrency: int = 1) -> list[T_co]:
        """Return all records of the list in order.

        Args:
            concurrency: Pages fetched at the same time; the client's own limit applies too.
        """
        pages = self.pages(concurrency=concurrency)
        records: list[T_co] = []
        try:
            async for page in pages:
                records += page.data
        finally:
            await pages.aclose()
        return records

    def _seen(self, page: Page[T_co]) -> Page[T_co]:
        if page.total_results is not None:
            self.total = page.total_results
        return page

    async def _walk(self, concurrency: int) -> AsyncGenerator[Page[T_co], None]:
        asked = 1 if self._start is None else self._start
        watcher = self._watcher = Watcher(self._checks, asked)
        page = await self._first()
        yield watcher.see(page, asked)
        ahead: deque[asyncio.Task[Page[T_co]]] = deque()
        try:
            while _goes_on(page, asked):
                asked += 1
                if concurrency == 1:
                    page = await self._fetch(asked)
                else:
                    # Beyond the page count nothing is known, so there only the very next page is fetched.
                    last = max(asked, page.page_count or 0)
                    while len(ahead) < concurrency and asked + len(ahead) <= last:
                        ahead.append(asyncio.create_task(_get(self._fetch, asked + len(ahead))))
                    page = await ahead[0]
                    ahead.popleft()
                if page.page != asked:
                    if page.page_count is not None and asked > page.page_count:
                        # The list has shrunk meanwhile; the server shows its last page instead.
                        watcher.shrunk(page, asked)
                        return
                    raise self._misplaced(asked, page)
                yield watcher.see(self._seen(page), asked)
            watcher.end(asked)
        finally:
            for task in ahead:
                task.cancel()
            if ahead:
                await asyncio.gather(*ahead, return_exceptions=True)


async def _get(fetch: Fetch[T_co], number: int) -> Page[T_co]:
    # Called within the task: one that is cancelled before it starts must not leave a coroutine behind.
    return await fetch(number)


def _goes_on(page: Page[T_co], asked: int) -> bool:
    """Return whether there is a page after the one that was asked for."""
    if not page.has_next or not page.data:
        return False
    if page.page_count is not None:
        return asked < page.page_count
    return page.next_page is None or page.next_page > asked
