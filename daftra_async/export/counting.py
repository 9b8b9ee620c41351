"""Compares the records that came, each counted once, with the number that the list announced.

A record that comes twice would hide one that never came, so ids are compared; records without an id are counted as they come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async._words import given
from daftra_async.errors import IncompleteListError
from daftra_async.lists.completeness import Tally
from daftra_async.wire.identity import id_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daftra_async.export.protocols import Checkpoint
    from daftra_async.export.targets import Target
    from daftra_async.lists.page import Page


_BITS: Final = 256
_LONGEST: Final = 18
"""Digits of the longest id that is kept as a number."""
_TOO_LARGE: Final = 10**_LONGEST


class Seen:
    """The ids of a list.

    Numbers take one bit each, in blocks of 256: a million consecutive ones need less than a megabyte. Of other
    ids the hash is kept.
    """

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._hashes: set[int] = set()

    def add(self, key: object) -> bool:
        """Add an id and return whether it was known. `7` and `"7"` are the same: lists send ids in both forms."""
        number = _number_of(key)
        if number is None:
            known = (hashed := hash(str(key))) in self._hashes
            self._hashes.add(hashed)
            return known
        place, bit = divmod(number, _BITS)
        held = self._numbers.get(place, 0)
        self._numbers[place] = held | 1 << bit
        return bool(held >> bit & 1)


def _number_of(key: object) -> int | None:
    """Return the number that an id is, or that it spells in the one way in which numbers are written; None for others."""
    if isinstance(key, int) and not isinstance(key, bool):
        return key if 0 <= key < _TOO_LARGE else None
    text = str(key)
    if len(text) > _LONGEST or not (text.isascii() and text.isdigit()) or (text[0] == "0" and text != "0"):
        return None
    return int(text)


class Count:
    """Counts the records of one list, from the start or from where an interrupted run stood."""

    def __init__(self, at: Checkpoint | None = None) -> None:
        self._seen = Seen()
        self.tally = Tally(1) if at is None else Tally(at.page + 1, resumed=at.position)
        """All rows, and what the list announced."""
        self._pages = 0 if at is None else at.page
        self.doubled = 0 if at is None else at.doubled
        """Rows whose id had come before."""

    def know(self, ids: Iterable[str]) -> None:
        """Take note of ids that came before an interruption."""
        for key in ids:
            self._seen.add(key)

    def see(self, page: Page[Any]) -> None:
        """Count a page."""
        self._pages += 1
        self.tally.see(page, self._pages)
        for record in page.data:
            key = id_of(record)
            if key is not None and key != "":
                self.doubled += self._seen.add(key)

    @property
    def distinct(self) -> int:
        """Records that came, each counted once."""
        return self.tally.received - self.doubled

    @property
    def short(self) -> bool:
        """Records are missing, if the list ends here."""
        return self.distinct < self.tally.announced


def incomplete(target: Target, count: Count) -> IncompleteListError:
    """Make the error of a list that came short."""
    came, announced = count.distinct, count.tally.announced
    message = (
        f"the list came short, {came} of {announced} announced records; nothing was written, and the next run fetches it whole."
        f" If this account always announces more than it shows, accept that with {given('incomplete', f'keep:{target.name}')}"
    )
    error = IncompleteListError(200, None, message, None, target.operation.id)
    error.announced, error.received = announced, came
    return error
