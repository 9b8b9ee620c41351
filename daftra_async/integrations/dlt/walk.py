"""The pages of one list of one account: all of it, or what has changed since the last run.

A list is asked for changes where it can filter or sort by `modified`. What the latest change of a run was is kept in the state of
dlt, which is stored with the rows; the next run begins there, earlier by the time that the run took and the usual overlap.
"""

from __future__ import annotations

import datetime as dt
from contextlib import aclosing
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.export.incremental import Order, Window, from_start, has_time, latest, steady
from daftra_async.export.targets import Target

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from daftra_async.client import DaftraClient
    from daftra_async.export.options import SinceOptions
    from daftra_async.lists.columns import ColumnPage
    from daftra_async.lists.pager import Pager

_AHEAD: Final = 4
"""Pages that are fetched ahead."""
_NEWEST: Final = "newest"
_SECONDS: Final = "seconds"


def tells_changes(target: Target) -> bool:
    """Return whether a list can be asked for what has changed."""
    return has_time(target.operation, "modified") and _window(target, dt.datetime(2000, 1, 1)) is not None  # noqa: DTZ001  # times of accounts have no zone


def window_of(target: Target, asked: SinceOptions | None, kept: dict[str, Any]) -> Window | None:
    """Return the part of a list that is wanted, None for all of it.

    Args:
        target: The list.
        asked: From when on.
        kept: What the last run left in the state, empty for lists that do not tell their changes.
    """
    if asked is None:
        return None
    start = asked.start
    if start is None:
        if kept.get(_NEWEST) is None:
            return None
        # What changed while that run read may be older than the newest it met.
        start = dt.datetime.fromisoformat(kept[_NEWEST]) - dt.timedelta(seconds=kept[_SECONDS])
    return _window(target, start - asked.overlap)


def _window(target: Target, start: dt.datetime) -> Window | None:
    found = from_start(target, "modified", start)
    return found if isinstance(found, Window) and found.arguments else None


@attrs.define
class ListWalk:
    """One walk over a list.

    Args:
        target: The list.
        window: The part of it that is wanted, None for all of it.
        tracks: Whether the list tells its changes, see `tells_changes`.
    """

    target: Target
    window: Window | None
    tracks: bool
    _began: float = attrs.field(factory=perf_counter, init=False)
    _newest: str | None = attrs.field(default=None, init=False)
    _total: int | None = attrs.field(default=None, init=False)
    _shrank: bool = attrs.field(default=False, init=False)

    async def pages(self, client: DaftraClient) -> AsyncGenerator[ColumnPage]:
        """Yield the pages, each record once, without records that are too old.

        Raises:
            IncompleteListError: the list came short.
            DaftraError: a page could not be fetched.
        """
        order = None if self.window is None else Order(self.window.field)
        async with aclosing(self._pager(client).column_pages(concurrency=_AHEAD)) as pages:
            async for page in pages:
                self._see(page)
                yield self._wanted(page)
                if order is not None and self.window is not None:
                    order.see(page.data)
                    if order.proven and self.window.over(page.data):
                        return

    def keep(self, kept: dict[str, Any]) -> None:
        """Put where the next run begins into the state, after a whole walk.

        A list that lost records while it was read may have hidden a change: the next run begins where this one did.
        """
        if not self._shrank and self._newest is not None:
            kept[_NEWEST] = max(self._newest, kept.get(_NEWEST) or "")
            kept[_SECONDS] = round(perf_counter() - self._began, 3)

    def _pager(self, client: DaftraClient) -> Pager[Any]:
        op = self.target.operation
        part = steady(self.target) if self.window is None else self.window.arguments
        pager: Pager[Any] = getattr(getattr(client, op.resource), op.verb)(**{**self.target.arguments, **part})
        return pager.checked(on_drift="ignore", dedupe=True)

    def _see(self, page: ColumnPage) -> None:
        total = page.total_results
        self._shrank |= total is not None and self._total is not None and total < self._total
        self._total = self._total if total is None else total
        if self.tracks:
            self._newest = latest(page.data, "modified", self._newest)

    def _wanted(self, page: ColumnPage) -> ColumnPage:
        if self.window is None:
            return page
        wanted = self.window.wanted(page.data)
        return page if len(wanted) == len(page.data) else page.take(wanted)
