"""Compares the records that came, each counted once, with the number that the list announced.

A record that comes twice would hide one that never came, so ids are compared; records without an id are counted as they come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daftra_async.lists.completeness import Tally
from daftra_async.wire.identity import id_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daftra_async.export.protocols import Checkpoint
    from daftra_async.lists.page import Page


class Count:
    """Counts the records of one list.

    Args:
        at: How far an interrupted run has come; None from the start.
    """

    def __init__(self, at: Checkpoint | None = None) -> None:
        self._ids: set[int] = set()
        self._tally = Tally(1) if at is None else Tally(at.page + 1, resumed=at.position)
        self._pages = 0 if at is None else at.page
        self.fewest = None if at is None else at.fewest
        """The smallest number of pages that was announced."""
        self.doubled = 0 if at is None else at.doubled
        """Rows whose id had come before."""

    def know(self, ids: Iterable[str]) -> None:
        """Take note of ids that came before an interruption."""
        self._ids.update(map(hash, ids))

    def see(self, page: Page[Any]) -> None:
        """Count a page."""
        self._pages += 1
        self._tally.see(page, self._pages)
        if page.page_count is not None:
            self.fewest = page.page_count if self.fewest is None else min(self.fewest, page.page_count)
        for record in page.data:
            key = id_of(record)
            if key is None or key == "":
                continue
            # Lists send an id as text or as a number; its hash takes less memory than the text.
            known = hash(str(key))
            self.doubled += known in self._ids
            self._ids.add(known)

    @property
    def first(self) -> int | None:
        """Rows of the first page."""
        return self._tally.first

    @property
    def least(self) -> int | None:
        """The smallest total that was announced."""
        return self._tally.least

    @property
    def distinct(self) -> int:
        """Records that came, each counted once."""
        return self._tally.received - self.doubled

    @property
    def announced(self) -> int:
        """The smallest number of records that the list must have."""
        return self._tally.announced

    @property
    def short(self) -> bool:
        """Records are missing, if the list ends here."""
        return self.distinct < self.announced
