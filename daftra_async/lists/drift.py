"""Detect lists that change while they are walked, or that end too early.

Rows move between pages when others come or go, so a walk can miss some and meet some twice. The API has no cursors; what can be
seen is that the number of records changes from one page to the next, that the list ends before its page count, and that ids come
again. Whether everything came is counted beside that (`completeness`).
"""

from __future__ import annotations

import inspect
import warnings
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

import attrs

from daftra_async._text import refuse
from daftra_async.errors import DriftError, DriftWarning, IncompleteListWarning
from daftra_async.lists.completeness import incomplete
from daftra_async.wire.identity import id_of

if TYPE_CHECKING:
    from daftra_async.lists.completeness import Tally
    from daftra_async.lists.page import Page, Source
    from daftra_async.lists.resume_token import PagePosition

_PACKAGE: Final = __name__.partition(".")[0]

OnDrift = Literal["raise", "warn", "ignore"]
Incomplete = Literal["raise", "warn", "ignore"]


@attrs.frozen(kw_only=True)
class Drift:
    """What a walk noticed; falsy when nothing changed."""

    first_total: int | None = None
    """Records of the list by the first page; None where the server does not say."""
    last_total: int | None = None
    """Records of the list by the page read last."""
    pages: tuple[int, ...] = ()
    """Pages at which that number was another than on the page before; without it, the page count is looked at."""
    ended_early: bool = False
    """The list ended before its own page count or its number of records."""
    duplicates: int = 0
    """Records dropped because their id had been there (`dedupe=True`)."""

    def __bool__(self) -> bool:
        return bool(self.pages or self.ended_early or self.duplicates)


@attrs.frozen(kw_only=True)
class DriftPolicy:
    """What a pager does about changes and missing rows."""

    on_drift: OnDrift = "warn"
    dedupe: bool = False
    incomplete: Incomplete = "raise"

    def __attrs_post_init__(self) -> None:
        for name in ("on_drift", "incomplete"):
            if (value := getattr(self, name)) not in get_args(OnDrift):
                refuse(name, f"{value!r:.60} was given", "'raise', 'warn' or 'ignore'")
        if not isinstance(self.dedupe, bool):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
            refuse("dedupe", f"{self.dedupe!r:.60} was given", "True or False")


@attrs.frozen
class Size:
    """How large a list is by one page; a page itself would be kept in memory."""

    total: int | None
    count: int | None

    def beside(self, other: Size) -> str:
        """Return the size as text, in records or pages, whichever both pages name; empty if neither."""
        if self.total is not None and other.total is not None:
            return f"{self.total} records"
        if self.count is not None and other.count is not None:
            return f"{self.count} pages"
        return ""


class ChangeDetector:
    """Compares the pages of one walk, in order, with those before them.

    Args:
        checks: What to do about what is seen.
        start: Number of the first page.
        tally: Counts the rows.
        resumed: What the list looked like where the walk goes on.
    """

    __slots__ = ("_before", "_checks", "_ids", "_resumed", "_seen", "_start", "drift", "tally")

    def __init__(self, checks: DriftPolicy, start: int, tally: Tally, resumed: PagePosition | None = None) -> None:
        self.drift = Drift() if resumed is None else Drift(first_total=resumed.total, last_total=resumed.total)
        self.tally = tally
        self._checks = checks
        self._start = start
        self._resumed = resumed
        self._before: Size | None = None if resumed is None else Size(resumed.total, resumed.count)
        self._ids: set[Any] = set()
        self._seen = 0

    def see(self, page: Page[Any], number: int) -> Page[Any]:
        """Note a page; return it, without records that were there before if that is wanted.

        Raises:
            DriftError: the list has changed, and that is to be an error.
        """
        before, self._before = self._before, Size(page.total_results, page.page_count)
        self._seen += len(page.data)
        first = page.total_results if before is None else self.drift.first_total
        if (first, page.total_results) != (self.drift.first_total, self.drift.last_total):
            self.drift = attrs.evolve(self.drift, first_total=first, last_total=page.total_results)
        if before is not None and before != self._before and before.beside(self._before) != self._before.beside(before):
            self.drift = attrs.evolve(self.drift, pages=(*self.drift.pages, number))
            was, now = before.beside(self._before), self._before.beside(before)
            self._tell(f"the list changed during the walk: {was} before page {number}, {now} there")
        elif self._resumed is not None:
            self._compare(self._resumed, page, number)
        self._resumed = None
        return self._without_duplicates(page) if self._checks.dedupe else page

    def end(self, number: int, source: Source | None) -> None:
        """Note that the list ended with this page.

        Args:
            number: Its number.
            source: What was asked, if the whole list is wanted.

        Raises:
            DriftError: it ended before its page count, and that is to be an error.
            IncompleteListError: it ended before what it announced, and that is to be an error.
        """
        missing = source is not None and not self.tally.is_complete
        early = self._claims_more(number)
        if early is not None or missing:
            self.drift = attrs.evolve(self.drift, ended_early=True)
        # A list that came short is reported once, as the worse of the two.
        if early is not None and (self._checks.on_drift == "raise" or not missing):
            self._tell(f"the list ended at page {number}, after {self._seen} records, and claims to have {early}")
        if source is None or not missing or self._checks.incomplete == "ignore":
            return
        error = incomplete(self.tally, source)
        if self._checks.incomplete == "raise":
            raise error
        _warn(str(error), IncompleteListWarning)

    def _claims_more(self, number: int) -> str | None:
        """Return how many pages or records the last page announces, if more than came; None otherwise."""
        if self._before is None:
            return None
        count, total = self._before.count, self._before.total
        if count is not None:
            return f"{count} pages" if number < count else None
        return f"{total} records" if self._start == 1 and total is not None and self._seen < total else None

    def shrunk(self, page: Page[Any], number: int) -> None:
        """Note that a page is gone: the server showed another one.

        Raises:
            DriftError: that is to be an error.
        """
        self.tally.sizes(page)
        self._before = None
        self.drift = attrs.evolve(self.drift, last_total=page.total_results, pages=(*self.drift.pages, number))
        self._tell(f"the list changed during the walk: it has {page.page_count} pages where page {number} was due")

    def _compare(self, resumed: PagePosition, page: Page[Any], number: int) -> None:
        """Check whether records of the last page before the walk was resumed have moved to the first page after it."""
        ends = {resumed.first, resumed.last} - {None}
        if moved := [key for record in page.data if (key := id_of(record)) in ends]:
            self.drift = attrs.evolve(self.drift, pages=(*self.drift.pages, number))
            self._tell(
                f"the list changed before the walk was resumed: record {moved[0]} was on page {resumed.page}, now on {number}"
            )

    def _without_duplicates(self, page: Page[Any]) -> Page[Any]:
        fresh: list[int] = []
        for place, record in enumerate(page.data):
            key = id_of(record)
            if key is None:
                fresh.append(place)
            elif key not in self._ids:
                self._ids.add(key)
                fresh.append(place)
        dropped = len(page.data) - len(fresh)
        if not dropped:
            return page
        self.drift = attrs.evolve(self.drift, duplicates=self.drift.duplicates + dropped)
        return page.take(fresh)

    def _tell(self, text: str) -> None:
        if self._checks.on_drift == "raise":
            raise DriftError(text, self.drift)
        if self._checks.on_drift == "warn":
            _warn(text, DriftWarning)


def _warn(text: str, category: type[Warning]) -> None:
    """Warn the code that uses this package.

    `warnings.warn` shows an equal text from the same line once in a process; a list that came short tonight as it did last night
    would be silent. Filters count as ever.
    """
    frame = inspect.currentframe()
    assert frame is not None, "CPython and PyPy have frames"
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] == _PACKAGE:
        frame = frame.f_back
    module = frame.f_globals.get("__name__") or "<unknown>"
    warnings.warn_explicit(text, category, frame.f_code.co_filename, frame.f_lineno, module=module, registry={})
