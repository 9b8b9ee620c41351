"""Walking lists.

    page = await pager                             # the first page
    async for record in pager: ...                 # every record, page by page
    async for record in pager.prefetch(8): ...     # the next pages are fetched ahead
    async for page in pager.pages(): ...
    records = await pager.collect(concurrency=8)

The server's link to the next page is read for one thing: that there is one. The links drop limits and filters, and may lead to
another host, so the walk counts up by itself, on our URL, with our parameters. It ends when the server names no next page, at the
page count, and at an empty page; a link that leads nowhere (back, or to the same page) ends it only if no page count says that
there are more. A page that is not the one asked for is an error while the list claims to have that page: going on would repeat
records, and stopping would lose some without a word.

A list that ends before what it announced is an `IncompleteListError`, after what came (`completeness`). A list that changes under
the walk is noticed: `pager.drift` tells what, and by default a `DriftWarning` is given. `checked` makes a pager that takes either
otherwise, or drops records that come again.

Each walk starts anew, so a pager can be iterated several times. Reading ahead begins when a page tells how many there are; of a
list that does not tell, each page is fetched when it is asked for. An error stands in its place: the pages before it are given
first, those after it are dropped.

Every page, and every error of a walk, has a `token`: `list(..., resume=token)` goes on there, in another process too.
"""

from __future__ import annotations

from contextlib import aclosing
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import attrs

from daftra_async._text import whole
from daftra_async.errors import DaftraError, IncompleteListError
from daftra_async.lists.completeness import Source, Tally
from daftra_async.lists.drift import ChangeDetector, Drift, DriftPolicy
from daftra_async.lists.page import Page, goes_on
from daftra_async.lists.prefetch import Prefetcher
from daftra_async.lists.resume_token import PagePosition, kept_id
from daftra_async.lists.standstill import stopped
from daftra_async.lists.stream import Stream
from daftra_async.wire.record import id_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from daftra_async.lists.drift import Incomplete, OnDrift
    from daftra_async.lists.page import Fetch, Misplaced
    from daftra_async.lists.resume_token import TokenScope

T_co = TypeVar("T_co", covariant=True)


@attrs.define
class _Progress:
    """What is known of a list by the walk that was begun last, of whichever of its views."""

    total: int | None = None
    token: str | None = None
    watcher: ChangeDetector | None = None


class Pager(Stream[T_co]):
    """A list that is fetched page by page as it is used; nothing is sent before."""

    __slots__ = ("_ahead", "_checks", "_fetch", "_misplaced", "_origin", "_progress", "_resume", "_source", "_start")

    def __init__(
        self,
        fetch: Fetch[T_co],
        misplaced: Misplaced[T_co],
        start: int | None = None,
        checks: DriftPolicy | None = None,
        *,
        origin: TokenScope | None = None,
        source: Source | None = None,
        resume: PagePosition | None = None,
        ahead: int = 1,
    ) -> None:
        super().__init__(set())
        self._fetch = fetch
        self._misplaced = misplaced
        self._start = start
        self._checks = checks or DriftPolicy()
        self._origin = origin
        self._source = source or Source(operation=None if origin is None else origin.operation)
        self._resume = resume
        self._ahead = ahead
        self._progress = _Progress(token=self._written(resume))

    def __await__(self) -> Generator[None, None, Page[T_co]]:
        return self._first().__await__()

    def __repr__(self) -> str:
        return f"<Pager of {'a list' if self._origin is None else self._origin.operation}>"

    @property
    def drift(self) -> Drift:
        """Whether and how the list changed during the walk that was begun last."""
        return Drift() if self._progress.watcher is None else self._progress.watcher.drift

    @property
    def total(self) -> int | None:
        """Records of the list by the page read last; None before the first page, or when the server does not say."""
        return self._progress.total

    @property
    def token(self) -> str | None:
        """Where the walk that was begun last can go on: after the last page that was handed out whole; None before that.

        A page is handed out with its last record. Keep the token when the work on those records is done, not before.
        """
        return self._progress.token

    def checked(self, *, on_drift: OnDrift = "warn", dedupe: bool = False, incomplete: Incomplete = "raise") -> Pager[T_co]:
        """Return a view of this list with other checks; `drift`, `total` and `token` are shared.

            async for client in daftra.clients.list().checked(on_drift="raise", dedupe=True): ...

        Args:
            on_drift: What to do when the number of records changes between pages, or the list ends before its page count:
                `"raise"` a DriftError, `"warn"` with a DriftWarning (what pagers do by themselves), or `"ignore"` it;
                `drift` tells it in any case.
            dedupe: Drop records whose id was on an earlier page. The ids of the whole walk are kept in memory, about 100 bytes
                each. Records without an id are kept. Duplicates alone are counted in `drift`, and are no reason for `on_drift`.
                A walk that goes on at a token does not know the ids from before it.
            incomplete: What to do when the walk ends before what the list announced: `"raise"` an IncompleteListError after the
                records that came (what pagers do by themselves; `collect` then returns none), `"warn"` with an
                IncompleteListWarning, or `"ignore"` it. Some accounts announce records that they never show.

        Raises:
            ArgumentError: an argument is none of these.
        """
        return self._view(DriftPolicy(on_drift=on_drift, dedupe=dedupe, incomplete=incomplete), self._ahead)

    def prefetch(self, n: int = 8) -> Pager[T_co]:
        """Return a view of this list that reads ahead; `drift`, `total` and `token` are shared.

            async for invoice in daftra.invoices.list(limit=500).prefetch(8): ...

        The next pages are fetched while one is consumed; records come in order all the same. After `break`, what is in flight is
        cancelled as soon as the event loop has a turn; `async with pager.prefetch(8) as records:` waits for its end.

        Args:
            n: Pages in flight or waiting at most; with the one being consumed, `n + 1` are in memory. 1 is plain walking.
                Requests wait for the client's own limit (`Settings.concurrency`, 8 by default), too.

        Raises:
            ArgumentError: `n` is no whole number from 1.
        """
        return self._view(self._checks, whole("n", n))

    def pages(self, *, concurrency: int | None = None) -> AsyncGenerator[Page[T_co], None]:
        """Walk the pages in order.

        Args:
            concurrency: Pages in flight or waiting at most, see `prefetch`, whose number is the default (1 without it).

        Raises:
            ArgumentError: the concurrency is below 1.
        """
        return self._handed(self._ahead if concurrency is None else whole("concurrency", concurrency))

    async def collect(self, *, concurrency: int | None = None) -> list[T_co]:
        """Return all records of the list in order.

        Args:
            concurrency: Pages fetched at the same time, see `prefetch`, whose number is the default (1 without it).
        """
        records: list[T_co] = []
        async with aclosing(self.pages(concurrency=concurrency)) as pages:
            async for page in pages:
                records += page.data
        return records

    def _view(self, checks: DriftPolicy, ahead: int) -> Pager[T_co]:
        view = Pager(
            self._fetch,
            self._misplaced,
            self._start,
            checks,
            origin=self._origin,
            source=self._source,
            resume=self._resume,
            ahead=ahead,
        )
        view._progress = self._progress
        return view

    def _written(self, checkpoint: PagePosition | None) -> str | None:
        return None if self._origin is None or checkpoint is None else self._origin.token(checkpoint)

    async def _first(self) -> Page[T_co]:
        # One page says nothing of the others.
        async with aclosing(self._handed(1, whole=False)) as pages:
            async for page in pages:
                return page
        # The walk that is to go on was at its end, or the list has become shorter than that.
        number, count = (1, None) if self._resume is None else (self._resume.page + 1, self._resume.count)
        return Page(
            data=[], page=number, page_count=count, total_results=self.total, has_next=False, next_page=None, token=self.token
        )

    async def _handed(self, ahead: int, *, whole: bool = True) -> AsyncGenerator[Page[T_co], None]:
        async with aclosing(self._walk(ahead, None, whole=whole)) as pages:
            async for page in pages:
                self._progress.token = page.token
                yield page

    async def _open(self, enough: int | None) -> AsyncGenerator[T_co, None]:
        async with aclosing(self._walk(self._ahead, enough, whole=enough is None)) as pages:
            async for page in pages:
                for record in islice(page.data, max(0, len(page.data) - 1)):
                    yield record
                self._progress.token = page.token
                if page.data:
                    yield page.data[-1]

    async def _walk(self, most: int, enough: int | None, *, whole: bool) -> AsyncGenerator[Page[T_co], None]:
        """Walk the pages; those that hold what is beyond `enough` records are not fetched ahead.

        `whole` says that the list must not end before what it announced.
        """
        resume, progress = self._resume, self._progress
        number = (self._start or 1) if resume is None else resume.page + 1
        token = progress.token = self._written(resume)
        watcher = progress.watcher = ChangeDetector(self._checks, number, Tally(number, self._source.size, resume, token), resume)
        if resume is not None:
            progress.total = resume.total
            if not resume.more:
                return
        given = largest = 0
        try:
            async with Prefetcher(self._fetch, most, self._walks) as ahead:
                page: Page[T_co] | None = await self._fetch(self._start if resume is None else number)
                named = resume is not None
                while page is not None:
                    if named and page.page != number:
                        self._accept_shrinking(page, number, watcher)
                        break
                    more = goes_on(page, number)
                    largest = max(largest, len(page.data))
                    page = self._noted(page, number, watcher, more=more)
                    token = page.token
                    given += len(page.data)
                    if more:
                        needed = None if enough is None else number + -(-(enough - given) // largest)
                        ahead.top_up(number, _last(page, number, needed))
                    yield page
                    if not more:
                        break
                    number, named = number + 1, True
                    page = await ahead.get(number)
            if page is not None:  # it was not closed meanwhile
                watcher.end(number, self._source if whole else None)
        except IncompleteListError:
            raise  # it says by itself where to go on
        except DaftraError as error:
            setattr(error, "token", token)  # noqa: B010  # errors keep what is set on them, pickled too
            raise

    def _accept_shrinking(self, page: Page[T_co], number: int, watcher: ChangeDetector) -> None:
        """Note that the server shows its last page where a page is gone; any other page is not the one asked for."""
        if page.page_count is None or number <= page.page_count:
            raise self._misplaced(number, page)
        if page.total_results is not None:
            self._progress.total = page.total_results
        watcher.shrunk(page, number)

    def _noted(self, page: Page[T_co], number: int, watcher: ChangeDetector, *, more: bool) -> Page[T_co]:
        """Note a page, and return it with its token."""
        if page.total_results is not None:
            self._progress.total = page.total_results
        if (problem := watcher.standstill.see(page, number)) is not None:
            raise stopped(problem, self._source)
        tally = watcher.tally
        tally.see(page, number)
        if self._origin is not None:
            # A list that ended before what it announced may go on when it is asked again.
            open_end = more or (page.page_count is not None and number < page.page_count) or not tally.is_complete
            first, last = (id_of(record) for record in (page.data[0], page.data[-1])) if page.data else (None, None)
            checkpoint = PagePosition(
                page=number,
                more=open_end,
                total=page.total_results,
                count=page.page_count,
                first=kept_id(first),
                last=kept_id(last),
                received=tally.received,
                size=tally.first,
                least=tally.least,
            )
            page = attrs.evolve(page, token=self._origin.token(checkpoint))
        tally.mark(page)
        return watcher.see(page, number)


def _last(page: Page[T_co], number: int, needed: int | None) -> int:
    """Return the last page to fetch ahead: the list has it for sure, and it is needed."""
    known = number if page.page_count is None else page.page_count
    return known if needed is None else min(known, needed)
