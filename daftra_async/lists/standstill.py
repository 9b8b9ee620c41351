"""Stop walks of servers that send the same rows over and over.

A page that holds the same rows as an earlier one of the walk is no progress: nothing shows that the walk will ever end, and the
rows that belong there are lost. Rows that move give such a page only when as many came in before it, and then the total tells.
Pages of a single row repeat more easily, and rows without an id may be alike, so those are given a few pages more. Rows that are
neither records nor JSON values are not compared: what they hold cannot be told from outside.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async import wire
from daftra_async.errors import UnexpectedResponseError
from daftra_async.wire.identity import id_of
from daftra_async.wire.jsonl.line import JsonLine
from daftra_async.wire.record import Record

if TYPE_CHECKING:
    from daftra_async.lists.page import Page, Source

_COMPARED: Final = (Record, JsonLine, dict, list, str, bytes, int, float, Decimal, type(None))
"""Rows whose printed form shows what they hold; that of an ordinary object is an address, which the next page may reuse."""
_SAMPLE: Final = 8
"""Rows of a page that are compared, about; whole pages would cost as much as decoding them."""
_ALIKE: Final = 3
"""Pages that may repeat in a row where one row stands for the page."""
_ALIKE_WITHOUT_ID: Final = 20
_MOVED: Final = 100
"""Pages that may repeat in a row while the total grows."""
_TOO_MANY: Final = 20
"""Times the announced number of records after which a walk does not go on."""


class Standstill:
    """Checks that the pages of one walk, seen in order, make progress."""

    __slots__ = ("_alike", "_rows", "_seen", "_total")

    def __init__(self) -> None:
        self._seen: dict[int, tuple[int, int]] = {}
        self._alike = 0
        self._rows = 0
        self._total = 0

    def see(self, page: Page[Any], number: int) -> str | None:
        """Note a page; return what is wrong when the walk must not go on."""
        if not page.data:
            return None
        self._rows += len(page.data)
        self._total = max(self._total, page.total_results or 0)
        if self._total >= len(page.data) and self._rows > _TOO_MANY * self._total:
            return f"{self._rows} records came of a list that announces {self._total}, and it goes on"
        sample, by_id = _sampled(page.data)
        if sample is None:
            return None
        earlier, total = self._seen.setdefault(hash((len(page.data), *sample)), (number, page.total_results or 0))
        if earlier == number:
            self._alike = 0
            return None
        self._alike += 1
        grown = (page.total_results or 0) - total
        if grown >= len(page.data):
            most = _MOVED
        elif len(set(sample)) > 1:
            most = 0
        else:
            most = _ALIKE if by_id else _ALIKE_WITHOUT_ID
        return f"page {number} repeats page {earlier}" if self._alike > most else None


def stopped(problem: str, source: Source) -> UnexpectedResponseError:
    """Make the error of a walk that must not go on."""
    return UnexpectedResponseError(200, None, f"the list makes no progress: {problem}", None, source.operation, "GET", source.url)


def _sampled(rows: list[Any]) -> tuple[list[Any] | None, bool]:
    """Return keys of some of the rows, None if they have none, and whether the keys are their ids."""
    some = [*rows[:: max(1, len(rows) // _SAMPLE)], rows[-1]] if len(rows) > 1 else rows
    ids = [id_of(row) for row in some]
    if None not in ids:
        return ids, True
    if not all(isinstance(row, _COMPARED) for row in some):
        return None, False
    return [repr(_plain(row)) for row in some], False


def _plain(row: Any) -> Any:
    return wire.unstructure(row) if isinstance(row, Record) else row.json if isinstance(row, JsonLine) else row
