"""The filter and sort syntax of v2: `filter[f]=`, `filter[f][op]=`, `filter[f][in][]=`, `filter[or][f][op]=`, `sort[f]=`.

Fields the entity does not have are ignored with 200 and the full set, as on the real server.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox.numbers import number_in
from daftra_async.sandbox.values import TRUE, as_text
from daftra_async.sandbox.wildcards import is_like

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from daftra_async.sandbox.account import Account
    from daftra_async.sandbox.store import Stored

OPERATORS: Final = frozenset(["eq", "not_equal", "gt", "gte", "lt", "lte", "from", "to", "like", "in", "not_in", "is_null"])
_PARTS: Final = re.compile(r"\[([^\]]*)\]")
RELATIONS: Final = {"clients": "client", "invoice_client": "client", "work_order_client": "client", "work_orders": "work_order"}


@dataclass
class Condition:
    """One comparison; `values` has several entries for `in` and `not_in`."""

    name: str
    operator: str
    values: list[str] = field(default_factory=list[str])


@dataclass
class Filters:
    """What a query asks for."""

    every: list[Condition] = field(default_factory=list[Condition])
    any: list[Condition] = field(default_factory=list[Condition])
    order: list[tuple[str, bool]] = field(default_factory=list[tuple[str, bool]])
    """Fields to sort by, with True for descending."""

    @property
    def names(self) -> set[str]:
        """Fields that are filtered on."""
        return {condition.name for condition in self.every + self.any}


def parse(query: Sequence[tuple[str, str]]) -> Filters:
    """Read the bracket syntax; unknown operators are ignored."""
    filters = Filters()
    for key, value in query:
        head, bracket, _ = key.partition("[")
        parts = _PARTS.findall(key) if bracket else []
        if head == "sort" and len(parts) == 1:
            filters.order.append((parts[0], value.lower() == "desc"))
        elif head == "filter" and parts:
            group = filters.every
            if parts[0] == "or":
                group, parts = filters.any, parts[1:]
            _add(group, parts, value)
    return filters


def _add(group: list[Condition], parts: list[str], value: str) -> None:
    if not parts:
        return
    operator = parts[1] if len(parts) > 1 and parts[1] else "eq"
    if operator not in OPERATORS:
        return
    values = [value]
    if operator in {"in", "not_in"}:
        values = value.split(",") if len(parts) == 2 else [value]
        for condition in group:
            if condition.name == parts[0] and condition.operator == operator:
                condition.values += values
                return
    group.append(Condition(parts[0], operator, values))


def apply(account: Account, collection: str, records: list[Stored], filters: Filters) -> list[Stored]:
    """The records that match, in the order asked for."""
    columns = _Columns(account, collection, records)
    every = [condition for condition in filters.every if columns.has(condition.name)]
    some = [condition for condition in filters.any if columns.has(condition.name)]
    found = [
        record
        for record in records
        if all(matches(condition, columns.value(record, condition.name)) for condition in every)
        and (not some or any(matches(condition, columns.value(record, condition.name)) for condition in some))
    ]
    for name, descending in reversed(filters.order):
        if columns.has(name):
            found.sort(key=lambda record: _sortable(columns.value(record, name)), reverse=descending)
    return found


class _Columns:
    """Values of fields, those of related records included (`client.city`)."""

    def __init__(self, account: Account, collection: str, records: list[Stored]) -> None:
        self._account = account
        self._collection = collection
        shape = account.spec.read_shape(collection, v1=False)
        self._names = set(shape.fields) | (set(records[0].body) if records else set[str]())
        self._journals: dict[str, Stored] | None = None

    def has(self, name: str) -> bool:
        return "." in name or name in self._names

    def value(self, record: Stored, name: str) -> Any:
        relation, dot, inner = name.partition(".")
        if not dot:
            return record.body.get(name)
        found = self._related(record, relation)
        return found.body.get(inner) if found is not None else None

    def _related(self, record: Stored, relation: str) -> Stored | None:
        if relation == "journal" and "journal_id" not in record.body:
            # A journal names the document it was booked for.
            if self._journals is None:
                booked = self._account.store.all("journal")
                self._journals = {item.body["entity_id"]: item for item in booked if item.body["entity_type"] == self._collection}
            return self._journals.get(str(record.id))
        partner = RELATIONS.get(relation, relation)
        identity = record.body.get(f"{partner}_id")
        return self._account.store.get(partner, identity) if isinstance(identity, int) else None


def matches(condition: Condition, value: Any) -> bool:
    """Whether a value meets a condition; numbers are compared as numbers, anything else as text."""
    if condition.operator == "is_null":
        return (value in (None, "")) is (condition.values[0].lower() in TRUE | {""})
    if condition.operator in {"in", "not_in"}:
        inside = any(_compare(value, wanted) == 0 for wanted in condition.values)
        return inside is (condition.operator == "in")
    wanted = condition.values[0]
    if condition.operator == "like":
        return value is not None and is_like(wanted, as_text(value))
    if value is None:
        return condition.operator == "not_equal"
    return _TESTS[condition.operator](_compare(value, wanted))


_TESTS: Final[dict[str, Callable[[int], bool]]] = {
    "eq": lambda sign: sign == 0,
    "not_equal": lambda sign: sign != 0,
    "gt": lambda sign: sign > 0,
    "gte": lambda sign: sign >= 0,
    "from": lambda sign: sign >= 0,
    "lt": lambda sign: sign < 0,
    "lte": lambda sign: sign <= 0,
    "to": lambda sign: sign <= 0,
}


def _compare(value: Any, wanted: str) -> int:
    if value is None:
        return -1
    text = str(as_text(value))
    left, right = number_in(text), number_in(wanted)
    if left is not None and right is not None:
        return (left > right) - (left < right)
    return (text > wanted) - (text < wanted)


def _sortable(value: Any) -> tuple[int, Any]:
    """Sort key: empty values first, then numbers, then text."""
    if value is None:
        return (0, 0)
    return (1, value) if isinstance(value, (int, Decimal)) else (2, as_text(value))
