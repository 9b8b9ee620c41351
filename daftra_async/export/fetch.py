"""Fetches one list page by page into its sink, from the start or from where an interrupted run stood."""

from __future__ import annotations

import hashlib
from contextlib import aclosing
from time import perf_counter
from typing import TYPE_CHECKING, Any, Literal

import attrs

from daftra_async.client import DaftraClient
from daftra_async.errors import NotFoundError, UnexpectedResponseError
from daftra_async.export.as_sent import pages_as_sent
from daftra_async.export.counting import Count
from daftra_async.export.files import line_of
from daftra_async.export.incremental import Order, Window, has_id, latest
from daftra_async.export.options import By
from daftra_async.export.protocols import Checkpoint, Remembers, TakesColumns
from daftra_async.export.report import ProgressEvent, ResourceReport
from daftra_async.export.targets import Target
from daftra_async.wire import dumps
from daftra_async.wire.census import Entry
from daftra_async.wire.census_report import Report, census_of
from daftra_async.wire.columns.keys import Keys

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

    from daftra_async.export.protocols import Job, Sink
    from daftra_async.export.report import State
    from daftra_async.lists.page import Page
    from daftra_async.lists.pager import Pager
    from daftra_async.wire.columns.batches import Batches

    OnPage = Callable[["Walk"], Awaitable[None]]


class ListMovedError(Exception):  # internal; the resource is started over
    """The page of the checkpoint has changed."""


@attrs.define(kw_only=True)
class Walk:
    """The state of one resource while it is fetched."""

    account: str
    target: Target
    began: float = attrs.field(factory=perf_counter)
    at: Checkpoint = attrs.field(factory=lambda: Checkpoint(page=0, records=0))
    """The last page that was stored."""
    count: Count = attrs.field(factory=Count)
    """Its records, against what it announces."""
    census: dict[Entry, int] = attrs.field(factory=dict[Entry, int])
    """Counts of what no model describes, over the whole run."""
    changed: bool = False
    """The announced total was not the same on all pages."""
    early: bool = False
    """The rest of the list was not needed."""
    part: str | None = None
    """For a list that came short and is kept: `80 of 300 announced`."""
    resumed: Checkpoint | None = None
    """Where an interrupted run stood; None when it started over."""
    incremental: str | None = None
    size: int = 0

    @property
    def seconds(self) -> float:
        """Seconds since its turn came."""
        return perf_counter() - self.began

    def restart(self) -> None:
        """Forget what was fetched."""
        self.at, self.changed, self.early, self.resumed, self.size = Checkpoint(page=0, records=0), False, False, None, 0
        self.count = Count()
        self.census.clear()

    def resume(self, at: Checkpoint) -> None:
        """Go on where an interrupted run stood."""
        self.at, self.size, self.resumed, self.count = at, at.offset, at, Count(at)
        self.changed = self.changed or at.shrank
        self.forget(at)

    def forget(self, at: Checkpoint) -> None:
        """Drop what was counted after the checkpoint from the census."""
        self.census.clear()
        self.census.update(census_of(at.census))

    @property
    def short(self) -> bool:
        """The list ended before what it announced, and that was needed."""
        return self.count.short and not self.early and "page" not in self.target.named

    @property
    def moved(self) -> bool:
        """The announced total was not the same on all pages, and a record may be missing for it.

        A total that only grew is no sign of that when every record came: each was counted once.
        """
        return self.changed and (self.at.shrank or (not self.early and self.count.distinct != self.at.total))

    def event(self, state: State, reason: str | None = None) -> ProgressEvent:
        """Return the progress event of this step."""
        return ProgressEvent(
            account=self.account,
            resource=self.target.name,
            state=state,
            records=self.at.read,
            pages=self.at.page,
            bytes=self.size,
            total=self.at.total,
            seconds=self.seconds,
            resumed=0 if self.resumed is None else self.resumed.read,
            reason=reason,
        )

    def report(self, **rest: Any) -> ResourceReport:
        """Return the report of the resource."""
        resumed: Literal["part"] | None = None if self.resumed is None else "part"
        values: dict[str, Any] = {
            "records": self.at.records,
            "received": None if self.at.read == self.at.records else self.at.read,
            "pages": self.at.page,
            "bytes": self.size,
            "seconds": self.seconds,
            "announced": None if self.early else self.at.total,
            "changed": self.moved,
            "incomplete": self.part,
            "resumed": resumed,
            "incremental": self.incremental,
        }
        return ResourceReport(
            resource=self.target.name, account=self.account, operation=self.target.operation.id, **{**values, **rest}
        )


@attrs.define(kw_only=True)
class Fetcher:
    """Walks lists of one account and hands their pages to a sink."""

    client: DaftraClient
    ahead: int
    """Pages fetched ahead."""
    as_sent: bool
    """Records are not decoded."""
    window: Window | None
    """The part of the list that is wanted."""
    field: By | None
    """The time whose latest value is kept."""
    on_page: OnPage
    """Called with every page, after it was stored."""

    async def run(self, walk: Walk, job: Job, sink: Sink, at: Checkpoint | None) -> None:
        """Store every page of the list, or those after `at`.

        Raises:
            ListMovedError: the page of the checkpoint has changed.
        """
        order = None if self.window is None else Order(self.window.field)
        if at is not None:
            walk.resume(at)
            if isinstance(sink, Remembers):
                walk.count.know(await sink.ids())
        pages = self._pages(job.target, None if at is None else at.page, columns=isinstance(sink, TakesColumns))
        async with aclosing(pages):
            if at is not None:
                page = await self._check(pages, at)
                walk.forget(at)
                if order is not None:
                    order.see(page.data)
            async for page in pages:
                await self._store(walk, job, sink, page)
                if order is not None and self.window is not None:
                    order.see(page.data)
                    if order.proven and self.window.over(page.data):
                        walk.early = page.has_next or walk.count.short
                        return

    def _pages(self, target: Target, start: int | None, *, columns: bool) -> AsyncGenerator[Page[Any], None]:
        op = target.operation
        arguments = dict(target.arguments)
        arguments |= steady(target) if self.window is None else self.window.arguments
        if start is not None:
            first = arguments.get("page", 1)
            arguments["page"] = start - 1 + (first if isinstance(first, int) else 1)
        pager: Pager[Any] = getattr(getattr(self.client, op.resource), op.verb)(**arguments)
        # The report says what changed, and what came short.
        pager = pager.checked(on_drift="ignore", incomplete="ignore")
        if columns:
            return pager.column_pages(concurrency=self.ahead)
        return pages_as_sent(pager, self.ahead) if self.as_sent else pager.pages(concurrency=self.ahead)

    async def _check(self, pages: AsyncGenerator[Page[Any], None], at: Checkpoint) -> Page[Any]:
        """Read the page of the checkpoint again and return it if it has not changed."""
        try:
            page = await anext(pages)
        except (NotFoundError, UnexpectedResponseError) as error:
            raise ListMovedError from error
        if page.total_results != at.total or mark(page) != at.mark:
            raise ListMovedError
        return page

    async def _store(self, walk: Walk, job: Job, sink: Sink, page: Page[Any]) -> None:
        wanted = page if self.window is None else page.take(self.window.wanted(page.data))
        before, total = walk.at, page.total_results
        walk.count.see(page)
        if total is not None and before.page:
            walk.changed |= before.total not in {None, total}
        at = Checkpoint(
            page=before.page + 1,
            records=before.records + len(wanted.data),
            read=before.read + len(page.data),
            total=before.total if total is None else total,
            doubled=walk.count.doubled,
            least=walk.count.least,
            fewest=walk.count.fewest,
            first=walk.count.first,
            shrank=before.shrank or (total is not None and before.total is not None and total < before.total),
            census=Report(walk.census).to_dict(),
            mark=mark(page),
            newest=before.newest if self.field is None else latest(page.data, self.field, before.newest),
            fingerprint=job.fingerprint,
            offset=before.offset,
        )
        size = await _written(sink, wanted, at)
        walk.at = attrs.evolve(at, offset=before.offset + size)
        walk.size += size
        await self.on_page(walk)


def steady(target: Target) -> dict[str, Any]:
    """Return how to ask for the order of ids, where the list documents an order: new records come last, and move no other."""
    op = target.operation
    names = {param.name for param in op.query_params}
    if "sort" not in names or {"sort", "direction"} & target.named.keys() or not has_id(op):
        return {}
    return {"sort": "id", "direction": "ASC"} if "direction" in names else {"sort": "id"}


def mark(page: Page[Any]) -> str:
    """Return a digest of the ids of a page in their order; of rows whose class has no id, all that the server sent counts."""
    digest = hashlib.sha256()
    columns = _columns(page)
    keys = [getattr(row, "id", None) for row in page.data] if columns is None else columns.keys(Keys()).to_pylist()
    for row, identity in zip(page.data, keys, strict=True):
        # Never the repr of a record: it masks values.
        digest.update((line_of(row) if identity is None else dumps(identity)) + b"\n")
    return digest.hexdigest()[:32]


def _columns(page: Page[Any]) -> Batches | None:
    """Return the columns of a page that has them; its class needs a library that is optional."""
    return getattr(page, "batches", None)


async def _written(sink: Sink, page: Page[Any], at: Checkpoint) -> int:
    columns = _columns(page)
    if columns is not None and isinstance(sink, TakesColumns):
        return await sink.write_columns(columns, at)
    return await sink.write(page.data, at)
