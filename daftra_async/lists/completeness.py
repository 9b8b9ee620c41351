"""Compare what a walk got with what its list announced.

The rows that came are compared with the smallest total that any page announced: it shrinks when records are deleted meanwhile. A
list without totals announces pages, and all of them but the last are as full as the first one. Rows are counted as they come,
before duplicates are dropped. Pages that were skipped (`page=`, a token of an older version) count as full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from daftra_async._words import only_python
from daftra_async.errors import IncompleteListError
from daftra_async.lists.standstill import Standstill

if TYPE_CHECKING:
    from daftra_async.lists.page import Page, Source
    from daftra_async.lists.resume_token import PagePosition


class Tally:
    """Counts the rows of one walk, page after page.

    Args:
        start: Number of the first page.
        asked: Rows of a page that were asked for.
        resumed: What is known of the pages before it.
        token: Where the walk begins.
    """

    __slots__ = (
        "_asked",
        "_ended",
        "_followed",
        "_gap",
        "_largest",
        "_last",
        "_rows",
        "_skipped",
        "fewest",
        "first",
        "least",
        "token",
    )

    def __init__(
        self, start: int, asked: int | None = None, resumed: PagePosition | None = None, token: str | None = None
    ) -> None:
        counted = None if resumed is None else resumed.received
        self._asked = asked
        self._skipped = start - 1 if counted is None else 0
        self._rows = counted or 0
        self.first = None if resumed is None else resumed.size
        """Rows of the first page."""
        self.least = None if resumed is None else _smaller(resumed.least, resumed.total)
        """The smallest total that was announced."""
        self.fewest = None if resumed is None else resumed.count
        """The smallest number of pages that was announced."""
        self._largest = self.first or 0
        self._followed: bool | None = None
        self._ended = start - 1
        self._last = 0
        self._gap = False
        self.token = token
        """Where to go on when rows are missing: after the pages that came full."""

    def sizes(self, page: Page[Any]) -> None:
        """Note how large the list is by a page."""
        self.least = _smaller(self.least, page.total_results)
        self.fewest = _smaller(self.fewest, page.page_count)

    def see(self, page: Page[Any], number: int) -> None:
        """Note a page."""
        self.sizes(page)
        rows = len(page.data)
        self.first = rows if self.first is None else self.first
        self._largest = max(self._largest, rows)
        self._rows += rows
        self._ended, self._last = number, rows
        if self._followed is None:
            self._followed = page.has_next or (page.page_count is not None and number < page.page_count)

    def mark(self, page: Page[Any]) -> None:
        """Note the token of the page that was seen last."""
        self._gap = self._gap or not page.data or len(page.data) < (self.first or 0)
        if not self._gap:
            self.token = page.token

    @property
    def received(self) -> int:
        """Rows that came, skipped pages included."""
        return self._rows + self._skipped * self._size()

    @property
    def announced(self) -> int:
        """The least number of rows that the list has."""
        if self.least is not None:
            return self.least
        pages = self._ended if self.fewest is None else max(self.fewest, self._ended if self._last else 0)
        if pages <= 1 or (self._skipped and not self._followed):
            return self.received
        # The last page holds a row at least, or as many as came.
        return (pages - 1) * (self.first or 0) + max(1, self._last if self._ended >= pages else 0)

    @property
    def is_complete(self) -> bool:
        """Everything came, if the list ends here."""
        return self.received >= self.announced

    def _size(self) -> int:
        """Return how many rows a skipped page had: those of the largest page seen, or where only the last one was, at most."""
        if self._followed or not self._skipped:
            return self._largest
        if self._asked is None and self.least is not None and (self.fewest or 0) > 1:
            return max(self._largest, (self.least - 1) // ((self.fewest or 0) - 1))
        return max(self._largest, (self.least or 0) if self._asked is None else self._asked)


@attrs.define
class Coverage:
    """Checks pages that are read one by one, in any order, for rows that are missing."""

    full: int | None = None
    """Rows of the first page of the list."""
    rows: int = 0
    """Rows that came."""
    least: int | None = None
    """The smallest total that was announced."""
    gap: str | None = None
    """What was wrong with a page."""
    _standstill: Standstill = attrs.field(factory=Standstill)

    def see(self, page: Page[Any], number: int) -> None:
        """Note the page that was asked for by this number."""
        rows = len(page.data)
        self.full = rows if self.full is None else self.full
        self.rows += rows
        self.least = _smaller(self.least, page.total_results)
        problem = self._standstill.see(page, number)
        followed = page.has_next or (page.page_count or 0) > number
        if page.page != number:
            problem = f"page {number} was asked for and page {page.page} came"
        elif (followed and rows < self.full) or (number > 1 and not rows):
            problem = f"page {number} holds {rows} rows, and the first one {self.full}"
        elif page.page_count is not None and page.page_count * self.full < (self.least or 0):
            problem = f"{page.page_count} pages of {self.full} rows cannot hold the {self.least} that it announces"
        self.gap = self.gap or problem

    @property
    def missing(self) -> str | None:
        """What is missing if the list has no further pages."""
        short = self.least is not None and self.rows < self.least
        return f"{self.rows} of {self.least} announced rows came" if short else None


def incomplete(tally: Tally, source: Source) -> IncompleteListError:
    """Make the error of a walk that ended too early."""
    message = (
        f"the list ended early, after {tally.received} of {tally.announced} announced records; read it again."
    ) + only_python(
        ' If this account always announces more than it shows, accept that with .checked(incomplete="warn") (or "ignore")'
    )
    error = IncompleteListError(200, None, message, None, source.operation, "GET", source.url)
    error.announced, error.received, error.token = tally.announced, tally.received, tally.token
    return error


def _smaller(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else min(one, other)
