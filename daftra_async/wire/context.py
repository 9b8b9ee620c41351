"""Issues and census counts, collected while one record is read."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from daftra_async.wire import nesting
from daftra_async.wire.nesting import CONTAINERS, EXPECTED
from daftra_async.wire.record import Issue

if TYPE_CHECKING:
    from daftra_async.wire import census
    from daftra_async.wire.dates import Dates
    from daftra_async.wire.record import Record

_path = attrgetter("path")


class CensusKey(NamedTuple):
    """A field of a model, as the census names it."""

    model: str
    field: str


MARKED: Final[set[CensusKey]] = set()
"""Fields marked as personal or secret, of the models that have a plan."""


class StructureContext:
    """State of reading one outermost record."""

    __slots__ = ("counts", "dates", "issues", "level", "unbounded")

    def __init__(self, dates: Dates, *, unbounded: bool = False) -> None:
        self.dates = dates
        self.level = 0
        self.unbounded = unbounded
        """The decoder did not limit the nesting of values."""
        self.issues: list[Issue] = []
        """Issues of the record that is being read."""
        self.counts: dict[census.Entry, int] = {}

    def count(self, rule: str, spot: CensusKey) -> None:
        """Note one application of a rule; the census gets all of them when the record is done."""
        entry = (rule, spot.model, spot.field)
        self.counts[entry] = self.counts.get(entry, 0) + 1

    def keep(self, value: Any, expected: str, where: str, spot: CensusKey) -> Any:
        """Keep a value as sent and name it in the issues."""
        if value.__class__ in CONTAINERS:
            self._bound(value)
        self.issues.append(Issue(where, expected, value, redact=spot in MARKED))
        self.count("kept as sent", spot)
        return value

    def look(self, value: Any, where: str, spot: CensusKey) -> None:
        """Add an issue for a value that no rule reads, if a part of it was nested too deeply to be decoded."""
        if self._bound(value):
            # Nobody knows what is in it.
            self.issues.append(Issue(where, EXPECTED, value, redact=True))
            self.count("kept as sent", spot)

    def _bound(self, value: Any) -> bool:
        """Return whether something in a value is kept as text.

        Raises:
            TooDeep: the slow tier has to decode it.
            ValueError: it is nested too deeply.
        """
        if self.unbounded:
            nesting.look_quickly(value)
            return False
        return nesting.look(value)


def sorted_issues(issues: list[Issue]) -> tuple[Issue, ...] | None:
    """Return issues sorted by path, independent of the order of keys; None if there are none."""
    if not issues:
        return None
    return tuple(sorted(issues, key=_path) if len(issues) > 1 else issues)


def own_issues(issues: list[Issue], before: int) -> tuple[Issue, ...] | None:
    """Remove and return the issues after the first `before` ones: those of one record."""
    mine = sorted_issues(issues[before:])
    del issues[before:]
    return mine


def add_inner(walk: StructureContext, record: Record, where: str, at: int | None = None) -> None:
    """Repeat the issues of an inner record in the outer one, with their full path."""
    where = where if at is None else f"{where}[{at}]"
    walk.issues.extend(attrs.evolve(issue, path=f"{where}.{issue.path}") for issue in record.issues)
