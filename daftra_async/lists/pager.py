"""Walking lists.

    page = await pager                             # the first page
    async for record in pager: ...                 # every record, page by page
    async for record in pager.prefetch(8): ...     # the next pages are fetched ahead
    async for page in pager.pages(): ...
    records = await pager.collect(concurrency=8)

A list that ends before what it announced is an `IncompleteListError`, after what came (`completeness`). A list that changes under
the walk is noticed: `pager.drift` tells what, and by default a `DriftWarning` is given. `checked` makes a pager that takes either
otherwise, or drops records that come again.

Each iteration is a `Walk` of its own, so a pager can be iterated several times. Reading ahead begins when a page tells how many
there are; of a list that does not tell, each page is fetched when it is asked for. An error stands in its place: the pages before
it are given first, those after it are dropped.

Every page, and every error of a walk, has a `token`: `list(..., resume=token)` goes on there, in another process too.
"""

from __future__ import annotations

from contextlib import aclosing
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar, cast

from daftra_async._text import whole
from daftra_async.lists.drift import Drift, DriftPolicy
from daftra_async.lists.page import Page
from daftra_async.lists.raw import as_raw
from daftra_async.lists.tables import TablesOf
from daftra_async.lists.told import told
from daftra_async.lists.walk import Progress, Walk

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from daftra_async.lists.columns import ColumnPage
    from daftra_async.lists.drift import Incomplete, OnDrift
    from daftra_async.lists.page import RawPage
    from daftra_async.lists.stream import Stream
    from daftra_async.lists.walk import WalkPlan
    from daftra_async.options import OnProgress
    from daftra_async.wire.columns.layout import Table

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


class Pager(TablesOf[T_co]):
    """A list that is fetched page by page as it is used; nothing is sent before.

    Args:
        plan: How the list is walked.
        policy: What to do about changes and missing rows.
        ahead: Pages in flight or waiting at most.
        progress: What is shared with other views of the list.
    """

    __slots__ = ("_ahead", "_plan", "_policy", "_progress")

    def __init__(
        self, plan: WalkPlan[T_co], policy: DriftPolicy | None = None, ahead: int = 1, progress: Progress | None = None
    ) -> None:
        super().__init__(set())
        self._plan = plan
        self._policy = policy or DriftPolicy()
        self._ahead = ahead
        self._progress = progress or Progress(token=plan.token(plan.resume))

    def __await__(self) -> Generator[None, None, Page[T_co]]:
        return self._first().__await__()

    def __repr__(self) -> str:
        source = self._plan.source
        arguments = f"({source.arguments})" if source.arguments else ""
        return f"<Pager of {source.operation or 'a list'}{arguments}>"

    @property
    def drift(self) -> Drift:
        """Whether and how the list changed during the walk that was begun last."""
        return Drift() if self._progress.detector is None else self._progress.detector.drift

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
            ArgumentError: `on_drift` or `incomplete` has another value.
        """
        policy = DriftPolicy(on_drift=on_drift, dedupe=dedupe, incomplete=incomplete)
        return Pager(self._plan, policy, self._ahead, self._progress)

    def prefetch(self, n: int = 8) -> Pager[T_co]:
        """Return a view of this list that reads ahead; `drift`, `total` and `token` are shared.

            async for invoice in daftra.invoices.list(limit=500).prefetch(8): ...

        The next pages are fetched while one is consumed; records still come in order. After `break`, what is in flight is
        cancelled as soon as the event loop has a turn; `async with pager.prefetch(8) as records:` waits for its end.

        Args:
            n: Pages in flight or waiting at most; with the one being consumed, `n + 1` are in memory. 1 is plain walking.
                Requests wait for the client's own limit (`Settings.concurrency`, 8 by default), too.

        Raises:
            ArgumentError: `n` is not a whole number from 1.
        """
        return Pager(self._plan, self._policy, whole("n", n), self._progress)

    def pages(self, *, concurrency: int | None = None) -> AsyncGenerator[Page[T_co], None]:
        """Walk the pages in order.

        Args:
            concurrency: Pages in flight or waiting at most, see `prefetch`, whose number is the default (1 without it).

        Raises:
            ArgumentError: the concurrency is below 1.
        """
        return self._handed(self._ahead if concurrency is None else whole("concurrency", concurrency))

    def raw(self, *, concurrency: int | None = None) -> AsyncGenerator[RawPage, None]:
        """Walk the pages in order, with the JSON of their records as it was sent.

            async for page in daftra.invoices.list(limit=1000).raw():
                for record in page.records: ...

        Failures, paging, completeness and changes of the list are looked at as ever; the records are not decoded, so a value that
        fits no rule is found by the program that reads it.

        Args:
            concurrency: Pages in flight or waiting at most, see `prefetch`, whose number is the default (1 without it).

        Raises:
            ArgumentError: the concurrency is below 1.
        """
        view = self._over(as_raw(self._plan))
        return cast("AsyncGenerator[RawPage, None]", view.pages(concurrency=concurrency))

    async def collect(self, *, concurrency: int | None = None, on_progress: OnProgress | None = None) -> list[T_co]:
        """Return all records of the list in order.

        Args:
            concurrency: Pages fetched at the same time, see `prefetch`, whose number is the default (1 without it).
            on_progress: Called after each page with the records that came and how many there are, see `OnProgress`.
        """
        records: list[T_co] = []
        async with aclosing(told(self.pages(concurrency=concurrency), on_progress, lambda: self.total)) as pages:
            async for page in pages:
                records += page.data
        return records

    def within(self, stream: Stream[Any]) -> Pager[T_co]:
        """Return a view of this list that belongs to a stream: closing the stream ends its iterations."""
        view = Pager(self._plan, self._policy, self._ahead, self._progress)
        view._walks = stream._walks  # noqa: SLF001  # as steps of a stream do
        return view

    def _columns(self, *, lines: bool, concurrency: int | None) -> tuple[AsyncGenerator[ColumnPage, None], Table]:
        from daftra_async.lists.columns import as_columns  # noqa: PLC0415  # its library is optional

        plan, table = as_columns(self._plan, lines=lines)
        pages = self._over(plan).pages(concurrency=concurrency)
        return cast("AsyncGenerator[ColumnPage, None]", pages), table

    def _over(self, plan: WalkPlan[U]) -> Pager[U]:
        """Return a view of this list whose pages are read in another way."""
        view = Pager(plan, self._policy, self._ahead, self._progress)
        view._walks = self._walks
        return view

    async def _first(self) -> Page[T_co]:
        # One page says nothing of the others.
        async with aclosing(self._handed(1, whole=False)) as pages:
            async for page in pages:
                return page
        # The walk that is to go on was at its end, or the list has become shorter than that.
        resume = self._plan.resume
        return Page(
            data=[],
            page=1 if resume is None else self._plan.first,
            page_count=None if resume is None else resume.count,
            total_results=self.total,
            has_next=False,
            next_page=None,
            token=self.token,
        )

    async def _handed(self, ahead: int, *, whole: bool = True) -> AsyncGenerator[Page[T_co], None]:
        async with aclosing(self._walk(ahead, None, whole=whole)) as pages:
            async for page in pages:
                self._progress.token = page.token
                yield page
                del page  # or two pages are in memory while the next one comes

    async def _open(self, enough: int | None) -> AsyncGenerator[T_co, None]:
        async with aclosing(self._walk(self._ahead, enough, whole=enough is None)) as pages:
            async for page in pages:
                for record in islice(page.data, max(0, len(page.data) - 1)):
                    yield record
                self._progress.token = page.token
                if page.data:
                    yield page.data[-1]

    def _walk(self, ahead: int, enough: int | None, *, whole: bool) -> AsyncGenerator[Page[T_co], None]:
        return Walk(self._plan, self._policy, self._progress).pages(ahead, self._walks, enough, whole=whole)
