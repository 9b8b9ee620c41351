"""Which records a list holds, asked of SQLite in one statement."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from daftra_async.sandbox.columns import EXACT, TEXT_ONLY
from daftra_async.sandbox.derived import link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.sandbox.columns import Column, Columns

_MOST_VALUES: Final = 30_000
"""SQLite takes some more for one statement."""


class Inexact(Exception):  # no error: the caller walks the records instead
    """SQLite would not answer exactly as a walk over the records does."""


@dataclass(frozen=True)
class Place:
    """A field of the records, or of the records that they name."""

    name: str
    partner: str | None = None
    """Collection of the other records."""
    through: str = ""
    """Field that holds their ids."""


@dataclass(frozen=True)
class Condition:
    """Records whose cell fulfils an expression of SQL; `negated`: all others, those without a cell included."""

    place: Place
    where: str
    values: tuple[object, ...] = ()
    negated: bool = False
    numbers: bool = False
    """The expression compares numbers."""
    narrow: bool = False
    """Few records fulfil it, as a rule."""


@dataclass
class Search:
    """What a list asks for. Ids come in ascending order, or sorted; equal ones keep the order of their ids."""

    collection: str
    kind: str | None = None
    branch: int | None = None
    every: list[Condition] = field(default_factory=list[Condition])
    some: list[Condition] = field(default_factory=list[Condition])
    order: list[tuple[Place, bool]] = field(default_factory=list[tuple[Place, bool]])
    """Places to sort by, with True for descending."""

    def statement(self, columns: Columns) -> tuple[str, list[object]]:
        """The statement that selects the ids, and its values.

        Raises:
            Inexact: SQLite would answer something else than a walk.
        """
        return _Statement(self, columns).write()


class _Statement:
    """SQL in the making; only fixed pieces of text are joined, values are bound."""

    def __init__(self, search: Search, columns: Columns) -> None:
        self._search = search
        self._columns = columns
        self._made: dict[str, dict[str, Column]] = {}
        self._values: list[object] = []

    def write(self) -> tuple[str, list[object]]:
        search = self._search
        self._make_columns()
        pieces = ["collection = ?"]
        self._values.append(search.collection)
        if search.kind is not None:
            pieces.append("kind = ?")
            self._values.append(search.kind)
        if search.branch is not None:
            pieces.append("(branch IS NULL OR branch = ?)")
            self._values.append(search.branch)
        pieces += self._every(_joined(search.every))
        if search.some:
            pieces.append(f"({' OR '.join([self._holds(condition) for condition in search.some])})")
        order = [f"({self._value(place)}) {'DESC' if descending else 'ASC'}" for place, descending in search.order]
        if len(self._values) > _MOST_VALUES:
            raise Inexact
        text = f"SELECT id FROM records INDEXED BY listed WHERE {' AND '.join(pieces)} ORDER BY {', '.join([*order, 'id'])}"  # noqa: S608  # no value is in it
        return text, self._values

    def _make_columns(self) -> None:
        """Make all columns that are missing at once: each pass reads every record."""
        wanted: dict[str, list[str]] = {}
        places = [item.place for item in [*self._search.every, *self._search.some]] + [place for place, _ in self._search.order]
        for place in places:
            if place.partner is None:
                wanted.setdefault(self._search.collection, []).append(place.name)
            else:
                wanted.setdefault(self._search.collection, []).append(link(place.through))
                wanted.setdefault(place.partner, []).append(place.name)
        for collection, names in wanted.items():
            self._made[collection] = self._columns.get(collection, names)

    def _number(self, collection: str, name: str, *, exactness: int) -> int:
        column = self._made[collection][name]
        if column.exactness < exactness:
            raise Inexact
        return column.place

    def _every(self, conditions: Sequence[Condition]) -> list[str]:
        """All conditions: the one that leaves the fewest records is read from the index, the others are looked up for those."""
        first = min((item for item in conditions if not item.negated), key=lambda item: not item.narrow, default=None)
        pieces = [self._holds(first)] if first is not None else []
        return pieces + [self._holds_for_each(item) for item in conditions if item is not first]

    def _holds(self, condition: Condition) -> str:
        found = f"SELECT id FROM cells WHERE {self._cell(condition)}"  # noqa: S608  # no value is in it
        return f"id {'NOT ' if condition.negated else ''}IN ({found})"

    def _holds_for_each(self, condition: Condition) -> str:
        found = f"SELECT 1 FROM cells WHERE id = records.id AND {self._cell(condition)}"  # noqa: S608  # no value is in it
        return f"{'NOT ' if condition.negated else ''}EXISTS ({found})"

    def _cell(self, condition: Condition) -> str:
        place = condition.place
        test = f"place = ? AND ({condition.where})"
        if place.partner is not None:
            self._values.append(self._number(self._search.collection, link(place.through), exactness=EXACT))
            test = f"place = ? AND number IN (SELECT id FROM cells WHERE {test})"  # noqa: S608  # no value is in it
        exactness = EXACT if condition.numbers else TEXT_ONLY
        self._values.append(self._number(place.partner or self._search.collection, place.name, exactness=exactness))
        self._values += condition.values
        return test

    def _value(self, place: Place) -> str:
        found = "records.id"
        self._values.append(self._number(place.partner or self._search.collection, place.name, exactness=EXACT))
        if place.partner is not None:
            found = "(SELECT number FROM cells WHERE place = ? AND id = records.id)"
            self._values.append(self._number(self._search.collection, link(place.through), exactness=EXACT))
        return f"SELECT value FROM cells WHERE place = ? AND id = {found}"  # noqa: S608  # no value is in it


def _joined(conditions: Iterable[Condition]) -> Sequence[Condition]:
    """Conditions with those of one place made one, so that `from` and `to` are one range of the index."""
    found: dict[object, Condition] = {}
    for condition in conditions:
        key = (condition.place, len(found) if condition.negated else None)
        before = found.get(key)
        if before is not None:
            where = f"({before.where}) AND ({condition.where})"
            numbers = before.numbers or condition.numbers
            narrow = before.narrow or condition.narrow
            condition = Condition(before.place, where, before.values + condition.values, numbers=numbers, narrow=narrow)  # noqa: PLW2901  # both in one
        found[key] = condition
    return list(found.values())
