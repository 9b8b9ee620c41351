"""The filters of v2 as conditions of a search; what each means is said by `filters.matches`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async.sandbox.filters import RELATIONS
from daftra_async.sandbox.numbers import exact
from daftra_async.sandbox.search import Condition, Inexact, Place
from daftra_async.sandbox.values import TRUE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from daftra_async.sandbox import filters
    from daftra_async.sandbox.account import Account
    from daftra_async.sandbox.search import Search

_SIGNS: Final = {"gt": ">", "gte": ">=", "from": ">=", "lt": "<", "lte": "<=", "to": "<="}


def narrow(account: Account, search: Search, asked: filters.Filters) -> None:
    """Add the filters and the order of a query to a search; fields that the records do not have are left out.

    Raises:
        Inexact: SQLite would not compare as the sandbox does.
    """

    def found() -> list[int]:
        return account.store.first(search.collection, branch=search.branch)

    known = _known(account, search.collection, [*asked.names, *(name for name, _ in asked.order)], found)
    search.every = [condition_of(item) for item in asked.every if item.name in known]
    search.some = [condition_of(item) for item in asked.any if item.name in known]
    search.order = [(place_of(name), descending) for name, descending in asked.order if name in known]


def order_of(
    account: Account, collection: str, asked: filters.Filters, found: Callable[[], list[int]]
) -> list[tuple[Place, bool]]:
    """The order of a query, for records whose ids `found` tells if they are needed.

    Raises:
        Inexact: it sorts by a field that SQLite cannot sort by.
    """
    known = _known(account, collection, [name for name, _ in asked.order], found)
    return [(place_of(name), descending) for name, descending in asked.order if name in known]


def _known(account: Account, collection: str, names: Iterable[str], found: Callable[[], list[int]]) -> set[str]:
    """Those names that are fields: of other records, documented ones, and those that the first record has."""
    fields = account.spec.read_shape(collection, v1=False).fields
    known = {name for name in names if "." in name or name in fields}
    others = set(names) - known
    first = account.store.many(collection, found()[:1]) if others else []
    return known | (others & set(first[0].body) if first else set())


def place_of(name: str) -> Place:
    """Where the values of a filter's field lie.

    Raises:
        Inexact: the field is that of the journal, which names its document and is not named by it.
    """
    relation, dot, inner = name.partition(".")
    if not dot:
        return Place(name)
    if relation == "journal":
        raise Inexact
    partner = RELATIONS.get(relation, relation)
    return Place(inner, partner, f"{partner}_id")


def condition_of(asked: filters.Condition) -> Condition:
    """One filter.

    Raises:
        Inexact: SQLite would not compare as the sandbox does.
    """
    place, wanted = place_of(asked.name), asked.values[0]
    if asked.operator == "is_null":
        return Condition(place, "text <> ''", negated=wanted.lower() in TRUE | {""})
    if asked.operator == "like":
        return Condition(place, "is_like(?, text)", (wanted,))
    if asked.operator in _SIGNS:
        return _range(place, _SIGNS[asked.operator], wanted)
    return _equal(place, asked.values, negated=asked.operator in {"not_equal", "not_in"})


def _range(place: Place, sign: str, wanted: str) -> Condition:
    number = _exact(wanted)
    if number is None:
        return Condition(place, f"text {sign} ?", (wanted,))
    # Against a number, numbers are compared as such and all else as text.
    return Condition(place, f"number {sign} ? OR (number IS NULL AND text {sign} ?)", (number, wanted), numbers=True)


def _equal(place: Place, wanted: list[str], *, negated: bool) -> Condition:
    read = [(_exact(text), text) for text in wanted]
    numbers = [number for number, _ in read if number is not None]
    texts = [text for number, text in read if number is None]
    pieces = [f"{name} IN ({', '.join('?' * len(found))})" for name, found in (("number", numbers), ("text", texts)) if found]
    where = " OR ".join(pieces)
    return Condition(place, where, (*numbers, *texts), negated=negated, numbers=bool(numbers), narrow=not negated)


def _exact(text: str) -> int | float | None:
    try:
        return exact(text)
    except OverflowError:
        raise Inexact from None
