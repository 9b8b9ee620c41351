"""Walking lists.

    page = await pager                     # the first page
    async for record in pager: ...         # every record, page by page
    async for page in pager.pages(): ...
    records = await pager.collect(concurrency=8)

The server's link to the next page is read for one thing: that there is one. The links drop limits and filters, and may lead to
another host, so the walk counts up by itself, on our URL, with our parameters. It ends when the server names no next page, at the
page count, and at an empty page. A page that is not the one asked for is an error while the list claims to have that page: going
on would repeat records, and stopping would lose some without a word.

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

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator

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

    __slots__ = ("_fetch", "_misplaced", "_start", "total")

    def __init__(
        self,
        fetch: Fetch[T_co],
        misplaced: Misplaced[T_co],
        start: int | None = None,
    ) -> None:
        self._fetch = fetch
        self._misplaced = misplaced
        self._start = start
        self.total: int | None = None
        """Records of the list by the page read last; None before the first page, or when the server does not say."""

    def __await__(self) -> Generator[None, None, Page[T_co]]:
        return self._first().__await__()

    def __aiter__(self) -> AsyncIterator[T_co]:
        return self._records()

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
        page = await self._first()
        yield page
        asked = 1 if self._start is None else self._start
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
                        ahead.append(asyncio.create_task(_as_coroutine(self._fetch(asked + len(ahead)))))
                    page = await ahead[0]
                    ahead.popleft()
                if page.page != asked:
                    if page.page_count is not None and asked > page.page_count:
                        return  # the list has shrunk meanwhile; the server shows its last page instead
                    raise self._misplaced(asked, page)
                yield self._seen(page)
        finally:
            for task in ahead:
                task.cancel()
            if ahead:
                await asyncio.gather(*ahead, return_exceptions=True)


async def _as_coroutine(page: Awaitable[Page[T_co]]) -> Page[T_co]:
    return await page


def _goes_on(page: Page[T_co], asked: int) -> bool:
    """Return whether there is a page after the one that was asked for."""
    if not page.has_next or not page.data:
        return False
    if page.next_page is not None and page.next_page <= asked:
        return False
    return page.page_count is None or asked < page.page_count
