"""Fetches one list page by page into its sink, from the start or from where an interrupted run stood."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.client import DaftraClient
from daftra_async.errors import NotFoundError, UnexpectedResponseError
from daftra_async.export.as_sent import pages_as_sent
from daftra_async.export.divided import Divide, Divided, HugeListError
from daftra_async.export.files import line_of
from daftra_async.export.incremental import Order, Window, latest, steady
from daftra_async.export.options import By
from daftra_async.export.protocols import Checkpoint, Remembers, form_of
from daftra_async.export.setup import Setup
from daftra_async.export.walk import Walk
from daftra_async.lists.lines import line_pages
from daftra_async.wire import dumps
from daftra_async.wire.census_report import Report
from daftra_async.wire.columns.keys import Keys

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from daftra_async.export.protocols import Form, Job, Sink
    from daftra_async.lists.page import Page
    from daftra_async.lists.pager import Pager


_WINDOWED: Final = "windows"
"""Mark of the pages of windows. No page of a list has it, so a walk never continues there."""


class ListMovedError(Exception):  # internal; the resource is started over
    """The page of the checkpoint has changed."""


@attrs.define(kw_only=True)
class Fetcher:
    """Walks a list of one account and hands its pages to a sink."""

    setup: Setup
    client: DaftraClient
    walk: Walk
    window: Window | None
    """The part of the list that is wanted."""
    field: By | None
    """The time whose latest value is kept."""
    on_page: Callable[[], Awaitable[None]]
    """Called after each page that was stored."""
    divide: Divide | None = None
    """How the list is divided if it is huge; None to walk it in any case."""
    by_windows: bool = False
    """The list is huge, and fetched by its windows."""

    async def run(self, job: Job, sink: Sink, at: Checkpoint | None) -> None:
        """Store every page of the list, or those after `at`.

        Raises:
            ListMovedError: the page of the checkpoint has changed.
            HugeListError: the list is to be fetched by its windows.
            CannotDivideError: its windows are not the whole list.
        """
        walk, order = self.walk, None if self.window is None else Order(self.window.field)
        if at is not None:
            walk.resume(at)
            if isinstance(sink, Remembers):
                walk.count.know(await sink.ids())
        if self.by_windows:
            await self._by_windows(job, sink)
            return
        pages = self._pages(None if at is None else at.page, form_of(sink))
        async with aclosing(pages):
            if at is not None:
                page = await self._check(pages, at)
                walk.forget(at)
                if order is not None:
                    order.see(page.data)
            async for page in pages:
                if self.divide is not None and not walk.at.page and (page.total_results or 0) >= self.divide.least:
                    raise HugeListError
                await self._store(job, sink, page)
                if order is not None and self.window is not None:
                    order.see(page.data)
                    if order.proven and self.window.over(page.data):
                        walk.early = page.has_next or walk.count.short
                        return
                del page  # or it is in memory until the next one has come

    async def _by_windows(self, job: Job, sink: Sink) -> None:
        assert self.divide is not None, "asked before"
        walk = self.walk
        divided = Divided(
            client=self.client,
            walk=walk,
            divide=self.divide,
            as_sent=self.setup.as_sent,
            columns=form_of(sink) == "columns",
        )
        async with aclosing(divided.pages()) as pages:
            async for page in pages:
                await self._store(job, sink, page)
        # Nothing is missing, whatever the totals were on the way.
        walk.at, walk.changed = attrs.evolve(walk.at, shrank=False), False
        walk.split = f"{divided.windows} windows"

    def _pages(self, start: int | None, form: Form) -> AsyncGenerator[Page[Any], None]:
        target, setup = self.walk.target, self.setup
        op = target.operation
        arguments = dict(target.arguments)
        arguments |= steady(target) if self.window is None else self.window.arguments
        if start is not None:
            first = arguments.get("page", 1)
            arguments["page"] = start - 1 + (first if isinstance(first, int) else 1)
        pager: Pager[Any] = getattr(getattr(self.client, op.resource), op.verb)(**arguments)
        # The report says what changed, and what came short.
        pager = pager.checked(on_drift="ignore", incomplete="ignore")
        if form == "columns":
            return pager.column_pages(concurrency=setup.ahead)
        if form == "lines":
            return pages_as_sent(pager, setup.ahead) if setup.as_sent else line_pages(pager, setup.ahead)
        return pager.pages(concurrency=setup.ahead)

    async def _check(self, pages: AsyncGenerator[Page[Any], None], at: Checkpoint) -> Page[Any]:
        """Read the page of the checkpoint again and return it if it has not changed."""
        try:
            page = await anext(pages)
        except (NotFoundError, UnexpectedResponseError) as error:
            raise ListMovedError from error
        if page.total_results != at.total or mark(page) != at.mark:
            raise ListMovedError
        return page

    async def _store(self, job: Job, sink: Sink, page: Page[Any]) -> None:
        walk = self.walk
        wanted = page if self.window is None else page.take(self.window.wanted(page.data))
        before, total = walk.at, page.total_results
        walk.count.see(page)
        tally = walk.count.tally
        if total is not None and before.page:
            walk.changed |= before.total not in {None, total}
        at = Checkpoint(
            page=before.page + 1,
            records=before.records + len(wanted.data),
            read=before.read + len(page.data),
            total=before.total if total is None else total,
            doubled=walk.count.doubled,
            least=tally.least,
            fewest=tally.fewest,
            first=tally.first,
            shrank=before.shrank or (total is not None and before.total is not None and total < before.total),
            census=Report(walk.census).to_dict(),
            mark=_WINDOWED if self.by_windows else mark(page),
            newest=before.newest if self.field is None else latest(page.data, self.field, before.newest),
            fingerprint=job.fingerprint,
            offset=before.offset,
        )
        columns = _columns(wanted)
        size = await sink.write(wanted.data if columns is None else columns, at)
        walk.at = attrs.evolve(at, offset=before.offset + size)
        walk.size += size
        await self.on_page()


def mark(page: Page[Any]) -> str:
    """Return a digest of the ids of a page in their order; of rows whose class has no id, all that the server sent counts."""
    digest = hashlib.sha256()
    columns = _columns(page)
    keys = [getattr(row, "id", None) for row in page.data] if columns is None else columns.keys(Keys()).to_pylist()
    for row, identity in zip(page.data, keys, strict=True):
        # Never the repr of a record: it masks values.
        digest.update((line_of(row) if identity is None else dumps(identity)) + b"\n")
    return digest.hexdigest()[:32]


def _columns(page: Page[Any]) -> Any:
    """Return the columns of a page that has them; its class needs a library that is optional."""
    return getattr(page, "batches", None)
