"""One walk over the pages of a list, and what is checked on the way.

    begin -- the token says that nothing is left --> done
      |
      v
    ask for page n --> another page came: the list has become shorter than n pages --> drift, then end
      ^                                   the list claims to have page n           --> error
      |  page n came
      |   v
      |  compare it with those before: it repeats one --> error (`standstill`)
      |  count its rows (`completeness`), look for changes (`drift`), write its token
      |   v
      +- hand it out, with the next pages on their way (`prefetch`)
          |  it was the last one
          v
         end: rows are missing --> IncompleteListError, a warning, or nothing; as the `DriftPolicy` says

The server's link to the next page is read for one thing: that there is one. The links drop limits and filters, and may lead to
another host, so the walk counts up by itself, on our URL, with our parameters. It ends when the server names no next page, at the
page count, and at an empty page; a link that leads nowhere (back, or to the same page) ends it only if no page count says that
there are more. A page that is not the one asked for is an error while the list claims to have that page: going on would repeat
records, and stopping would lose some without a word.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from daftra_async.errors import DaftraError, IncompleteListError
from daftra_async.lists.completeness import Tally
from daftra_async.lists.drift import ChangeDetector
from daftra_async.lists.page import Page, Source, goes_on
from daftra_async.lists.prefetch import Prefetcher
from daftra_async.lists.resume_token import PagePosition, TokenScope, kept_id
from daftra_async.lists.standstill import Standstill, stopped
from daftra_async.wire.identity import id_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from daftra_async.lists.drift import DriftPolicy

T = TypeVar("T")

Fetch = Callable[[int | None], Awaitable[Page[T]]]
"""Fetches one page; None for the first one without naming it."""
Misplaced = Callable[[int, Page[T]], Exception]
"""Makes the error of a page that is not the one asked for."""


@attrs.frozen
class WalkPlan(Generic[T]):
    """How a list is walked; the same for every walk of it."""

    fetch: Fetch[T]
    misplaced: Misplaced[T]
    start: int | None = None
    """Number of the first page; None leaves it to the server."""
    scope: TokenScope | None = attrs.field(default=None, kw_only=True)
    """What tokens belong to; None where there are none."""
    source: Source = attrs.field(default=Source(), kw_only=True)
    resume: PagePosition | None = attrs.field(default=None, kw_only=True)
    """The last page of an earlier walk, to go on after it."""
    model: str | type[Any] | None = attrs.field(default=None, kw_only=True)
    """Class of the records, or its name; None for JSON as it is."""
    columns: Callable[[bool], WalkPlan[Any]] | None = attrs.field(default=None, kw_only=True)
    """Plans the same walk over pages of columns, with tables of lines or without; None where nothing but records comes."""
    lines: Callable[[], WalkPlan[Any]] | None = attrs.field(default=None, kw_only=True)
    """Plans the same walk over pages of `JsonLine`; None where nothing but records comes."""
    raw: Callable[[], WalkPlan[bytes]] | None = attrs.field(default=None, kw_only=True)
    """Plans the same walk over pages that are not decoded; None where nothing but records comes."""

    @property
    def first(self) -> int:
        """Number of the first page."""
        return (self.start or 1) if self.resume is None else self.resume.page + 1

    def token(self, position: PagePosition | None) -> str | None:
        """Write the token of a position."""
        return None if self.scope is None or position is None else self.scope.token(position)


@attrs.define
class Progress:
    """What is known of a list by the walk that was begun last, of whichever of its views."""

    total: int | None = None
    token: str | None = None
    detector: ChangeDetector | None = None


class Walk(Generic[T]):
    """One walk.

    Args:
        plan: How the list is walked.
        policy: What to do about changes and missing rows.
        progress: Where the walk tells how far it is.
    """

    __slots__ = ("_detector", "_largest", "_number", "_plan", "_progress", "_rows", "_standstill", "_tally", "_token")

    def __init__(self, plan: WalkPlan[T], policy: DriftPolicy, progress: Progress) -> None:
        self._plan = plan
        self._number = plan.first
        self._rows = self._largest = 0
        self._token = progress.token = plan.token(plan.resume)
        self._tally = Tally(self._number, plan.source.size, plan.resume, self._token)
        self._detector = progress.detector = ChangeDetector(policy, self._number, self._tally, plan.resume)
        self._standstill = Standstill()
        if plan.resume is not None:
            progress.total = plan.resume.total
        self._progress = progress

    async def pages(
        self, ahead: int, walks: set[Prefetcher[Any]], enough: int | None, *, whole: bool
    ) -> AsyncGenerator[Page[T], None]:
        """Give the pages.

        Args:
            ahead: Pages in flight or waiting at most.
            walks: Where the walk stands while it is open.
            enough: Records that are taken at most, None for all: pages beyond them are not fetched ahead.
            whole: The list must not end before what it announced.
        """
        plan = self._plan
        if plan.resume is not None and not plan.resume.more:
            return
        try:
            async with Prefetcher(plan.fetch, ahead, walks) as prefetcher:
                named = plan.resume is not None
                page: Page[T] | None = await plan.fetch(self._number if named else plan.start)
                while page is not None:
                    if named and page.page != self._number:
                        self._accept_shrinking(page)
                        break
                    more = goes_on(page, self._number)
                    page = self._checked(page, more=more)
                    if more:
                        prefetcher.top_up(self._number, self._last_needed(page, enough))
                    yield page
                    if not more:
                        break
                    self._number, named, page = self._number + 1, True, None  # not two pages in memory
                    page = await prefetcher.get(self._number)
            if page is not None:  # it was not closed meanwhile
                self._detector.end(self._number, plan.source if whole else None)
        except IncompleteListError:
            raise  # it says by itself where to go on
        except DaftraError as error:
            setattr(error, "token", self._token)  # noqa: B010  # errors keep what is set on them, pickled too
            raise

    def _accept_shrinking(self, page: Page[T]) -> None:
        """Note that the server shows its last page where a page is gone; any other page is not the one asked for."""
        if page.page_count is None or self._number <= page.page_count:
            raise self._plan.misplaced(self._number, page)
        self._note_total(page)
        self._detector.shrunk(page, self._number)

    def _checked(self, page: Page[T], *, more: bool) -> Page[T]:
        """Check a page against those before it, and return it with its token."""
        self._note_total(page)
        if (problem := self._standstill.see(page, self._number)) is not None:
            raise stopped(problem, self._plan.source)
        self._rows += len(page.data)
        self._largest = max(self._largest, len(page.data))
        self._tally.see(page, self._number)
        if self._plan.scope is not None:
            page = attrs.evolve(page, token=self._plan.token(self._position(page, more=more)))
        self._tally.mark(page)
        page = self._detector.see(page, self._number)
        self._token = page.token
        return page

    def _position(self, page: Page[T], *, more: bool) -> PagePosition:
        """Return how far the walk has come with this page."""
        tally = self._tally
        first, last = (id_of(record) for record in (page.data[0], page.data[-1])) if page.data else (None, None)
        return PagePosition(
            page=self._number,
            # A list that ended before what it announced may go on when it is asked again.
            more=more or (page.page_count is not None and self._number < page.page_count) or not tally.is_complete,
            total=page.total_results,
            count=page.page_count,
            first=kept_id(first),
            last=kept_id(last),
            received=tally.received,
            size=tally.first,
            least=tally.least,
        )

    def _note_total(self, page: Page[T]) -> None:
        if page.total_results is not None:
            self._progress.total = page.total_results

    def _last_needed(self, page: Page[T], enough: int | None) -> int:
        """Return the last page to fetch ahead: the list has it for sure, and it is needed."""
        known = self._number if page.page_count is None else page.page_count
        return known if enough is None else min(known, self._number + -(-(enough - self._rows) // self._largest))
