"""Pick the rows that meet the conditions of a search. Every row is compared: the server may have ignored the filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daftra_async.wire.identity import id_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.lists.find.criteria import Criterion


class Matches:
    """Collects the rows that meet all conditions, each record once.

    Args:
        criteria: The conditions; a row has to fit all of them.
        unique: Those whose values name one record each, such as an id: when all of them have come, there is no more to find.
    """

    __slots__ = ("_criteria", "_missing", "_seen", "_unique")

    def __init__(self, criteria: Sequence[Criterion], unique: Sequence[Criterion]) -> None:
        self._criteria = criteria
        self._unique = unique
        self._missing = {value for criterion in unique for value in criterion.values}
        self._seen: set[int | str] = set()

    @property
    def complete(self) -> bool:
        """There is no more to find."""
        return bool(self._unique) and not self._missing

    def among(self, rows: Iterable[Any]) -> list[Any]:
        """Return the rows that fit and did not come before."""
        return [row for row in rows if self._is_new(row) and all(criterion.fits(row) for criterion in self._criteria)]

    def _is_new(self, row: Any) -> bool:
        for criterion in self._unique:
            self._missing.difference_update(criterion.keys(row))
        identity = id_of(row)
        if identity is None:
            return True
        known = identity in self._seen
        self._seen.add(identity)
        return not known
