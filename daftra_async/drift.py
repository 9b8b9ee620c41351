"""Lists that change while they are walked.

Rows move between pages when others come or go, so a walk can miss some and meet some twice. The API has no cursors; what can be
seen is that the number of records changes from one page to the next, that the list ends before its page count, and that ids come
again.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, Literal, get_args

import attrs

from daftra_async._text import refuse
from daftra_async.errors import DriftError, DriftWarning

if TYPE_CHECKING:
    from daftra_async.pagination import Page

OnDrift = Literal["raise", "warn", "ignore"]


@attrs.frozen(kw_only=True)
class Drift:
    """What a walk noticed; false while the list has kept still."""

    first_total: int | None = None
    """Records of the list by the first page; None where the server does not say."""
    last_total: int | None = None
    """Records of the list by the page read last."""
    pages: tuple[int, ...] = ()
    """Pages at which that number was another than on the page before; without it, the page count is looked at."""
    ended_early: bool = False
    """The list ended before its own page count or, without one, before its number of records."""
    duplicates: int = 0
    """Records dropped because their id had been there (`dedupe=True`)."""

    def __bool__(self) -> bool:
        return bool(self.pages or self.ended_early or self.duplicates)


@attrs.frozen(kw_only=True)
class Checks:
    """What a pager does about it."""

    on_drift: OnDrift = "warn"
    dedupe: bool = False

    def __attrs_post_init__(self) -> None:
        if self.on_drift not in get_args(OnDrift):
            refuse("on_drift", f"{self.on_drift!r:.60} was given", "'raise', 'warn' or 'ignore'")
        if not isinstance(self.dedupe, bool):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
            refuse("dedupe", f"{self.dedupe!r:.60} was given", "True or False")


class Watcher:
    """Looks at the pages of one walk, in order."""

    __slots__ = ("_before", "_checks", "_ids", "_seen", "_start", "drift")

    def __init__(self, checks: Checks, start: int) -> None:
        self.drift = Drift()
        self._checks = checks
        self._start = start
        self._before: Page[Any] | None = None
        self._ids: set[Any] = set()
        self._seen = 0

    def see(self, page: Page[Any], number: int) -> Page[Any]:
        """Note a page; return it, without records that were there before if that is wanted.

        Raises:
            DriftError: the list has changed, and that is to be an error.
        """
        before, self._before = self._before, page
        self._seen += len(page.data)
        first = page.total_results if before is None else self.drift.first_total
        self.drift = attrs.evolve(self.drift, first_total=first, last_total=page.total_results)
        if before is not None and _size(before, page) != _size(page, before):
            self.drift = attrs.evolve(self.drift, pages=(*self.drift.pages, number))
            was, now = _size(before, page), _size(page, before)
            self._tell(f"the list changed while it was walked: {was} before page {number}, {now} there")
        return self._without_duplicates(page) if self._checks.dedupe else page

    def end(self, number: int) -> None:
        """Note that the list ended with this page.

        Raises:
            DriftError: it ended early, and that is to be an error.
        """
        page = self._before
        if page is None:
            return
        count, total = page.page_count, page.total_results
        if count is not None:
            early, claimed = number < count, f"{count} pages"
        else:
            early, claimed = self._start == 1 and total is not None and self._seen < total, f"{total} records"
        # With a page that is not there any more the change has been told.
        if early and not self.drift.ended_early:
            self.drift = attrs.evolve(self.drift, ended_early=True)
            self._tell(f"the list ended at page {number}, after {self._seen} records, and claims to have {claimed}")

    def shrunk(self, page: Page[Any], number: int) -> None:
        """Note that a page is gone: the server showed another one.

        Raises:
            DriftError: that is to be an error.
        """
        self.drift = attrs.evolve(self.drift, last_total=page.total_results, pages=(*self.drift.pages, number))
        self._tell(f"the list changed while it was walked: it has {page.page_count} pages where page {number} was due")

    def _without_duplicates(self, page: Page[Any]) -> Page[Any]:
        fresh: list[Any] = []
        for record in page.data:
            key = record.get("id") if isinstance(record, dict) else getattr(record, "id", None)  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]  # JSON
            if key is None or not isinstance(key, int | str):
                fresh.append(record)
            elif key not in self._ids:
                self._ids.add(key)
                fresh.append(record)
        dropped = len(page.data) - len(fresh)
        if not dropped:
            return page
        self.drift = attrs.evolve(self.drift, duplicates=self.drift.duplicates + dropped)
        return attrs.evolve(page, data=fresh)

    def _tell(self, text: str) -> None:
        if self._checks.on_drift == "raise":
            raise DriftError(text, self.drift)
        if self._checks.on_drift == "warn":
            warnings.warn(text, DriftWarning, stacklevel=4)


def _size(page: Page[Any], other: Page[Any]) -> str:
    """Say how large a list is by a page, in the way that the other page can say it too."""
    if page.total_results is not None and other.total_results is not None:
        return f"{page.total_results} records"
    if page.page_count is not None and other.page_count is not None:
        return f"{page.page_count} pages"
    return ""
