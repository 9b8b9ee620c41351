"""Filter expressions of the v2 lists.

    F("budget").gte(1000) & F("status").in_(1, 2)
    (F("journal.date") >= date(2026, 1, 1)) & (F("status") != 3)
    F("name").like("ali") | F("email").like("ali")            # alternatives: one such group per request

The API ignores parameters it does not know and answers with the full set, so everything is checked before it is sent.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

import attrs

from daftra_async._text import field_name, value_text
from daftra_async._words import only_python
from daftra_async.errors import ArgumentError
from daftra_async.redaction.shown import printed_condition
from daftra_async.wire import paths

Value = str | int | Decimal | dt.date | dt.datetime | bool | enum.Enum
"""What a field can be compared with."""
Pairs = list[tuple[str, str]]

_LISTS: Final = frozenset({"in", "not_in"})
_MEANT: Final = "; F({!r}, unchecked=True) sends it anyway"


@attrs.frozen
class Condition:
    """One comparison, in wire text."""

    field: str
    op: str
    values: tuple[str, ...] = attrs.field(repr=printed_condition)
    unchecked: bool = attrs.field(default=False, eq=False)
    """The name is meant, though the record may have no such field."""

    def pairs(self, prefix: str, *, explicit: bool) -> Pairs:
        """Write the query parameters of this condition; plain equality needs no operator unless `explicit`."""
        name = f"{prefix}[{self.field}]"
        if self.op in _LISTS:
            return [(f"{name}[{self.op}][]", value) for value in self.values]
        return [(name if self.op == "eq" and not explicit else f"{name}[{self.op}]", self.values[0])]


@attrs.frozen(repr=False)
class Filter:
    """Conditions that all hold, and at most one group of which any holds; immutable and hashable."""

    every: tuple[Condition, ...] = ()
    either: tuple[Condition, ...] = ()

    def __and__(self, other: object) -> Filter:
        if not isinstance(other, Filter):
            return NotImplemented
        if self.either and other.either:
            msg = "filters: a request can have one group of alternatives (|); combine it by & with plain conditions only"
            raise ArgumentError(msg, "filters")
        return Filter(_distinct((*self.every, *other.every)), self.either or other.either)

    def __or__(self, other: object) -> Filter:
        if not isinstance(other, Filter):
            return NotImplemented
        return Filter((), _distinct((*self._alternatives(), *other._alternatives())))

    def _alternatives(self) -> tuple[Condition, ...]:
        if self.every and (self.either or len(self.every) > 1):
            msg = "filters: | joins single conditions only; the API has no alternatives of combined conditions"
            raise ArgumentError(msg, "filters")
        return self.every or self.either

    def __bool__(self) -> bool:
        msg = "a filter is neither true nor false: combine conditions with & and |, in parentheses, not with 'and' and 'or'"
        raise TypeError(msg)

    def __repr__(self) -> str:
        return f"<Filter {'&'.join(f'{name}={printed_condition([value])}' for name, value in self.to_query())}>"

    def to_query(self, wire: str = "filter") -> Pairs:
        """Return the query parameters in the order the conditions were written."""
        pairs = [pair for condition in self.every for pair in condition.pairs(wire, explicit=False)]
        return pairs + [pair for condition in self.either for pair in condition.pairs(f"{wire}[or]", explicit=True)]


def _distinct(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Drop repeated conditions; PHP keeps the last of two values of one name, so different ones are refused."""
    seen: dict[tuple[str, str], Condition] = {}
    for condition in conditions:
        known = seen.setdefault((condition.field, condition.op), condition)
        if known != condition:
            msg = f"filters: {condition.field} has two conditions {condition.op!r}, the server would keep the last; use in_(...)"
            raise ArgumentError(msg, "filters")
    return tuple(seen.values())


class F:
    """A field to compare; `F("client.name")` reaches into relations.

    Args:
        name: Name of the field on the wire. A list refuses names that its records and their relations do not have.
        unchecked: Send the name although no such field is documented.

    Raises:
        ArgumentError: the name holds anything but letters, digits, `_`, `-` and single dots.
    """

    __slots__ = ("_name", "_unchecked")
    __hash__ = None  # type: ignore[assignment]  # == makes a condition, so fields cannot be dictionary keys

    def __init__(self, name: str, *, unchecked: bool = False) -> None:
        self._name = field_name(name, "filters")
        self._unchecked = unchecked

    def _is(self, op: str, *values: object) -> Filter:
        argument = f"filters: {self._name}"
        texts = tuple(value_text(value, argument) for value in values)
        return Filter((Condition(self._name, op, texts, self._unchecked),))

    def _any(self, op: str, values: tuple[object, ...]) -> Filter:
        if len(values) == 1 and isinstance(values[0], Iterable) and not isinstance(values[0], str | bytes):
            values = tuple(values[0])  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  # isinstance leaves the items unknown
        if not values:
            msg = f"filters: {self._name}: an empty list matches nothing, and the server would ignore it; give one value or more"
            raise ArgumentError(msg, "filters")
        return self._is(op, *values)

    def eq(self, value: Value) -> Filter:
        """Equal."""
        return self._is("eq", value)

    def not_equal(self, value: Value) -> Filter:
        """Not equal."""
        return self._is("not_equal", value)

    def gt(self, value: Value) -> Filter:
        """Greater than."""
        return self._is("gt", value)

    def gte(self, value: Value) -> Filter:
        """Greater than or equal."""
        return self._is("gte", value)

    def lt(self, value: Value) -> Filter:
        """Less than."""
        return self._is("lt", value)

    def lte(self, value: Value) -> Filter:
        """Less than or equal."""
        return self._is("lte", value)

    def from_(self, value: Value) -> Filter:
        """From this on, the API's other name for `gte`."""
        return self._is("from", value)

    def to(self, value: Value) -> Filter:
        """Up to this, the API's other name for `lte`."""
        return self._is("to", value)

    def like(self, value: str) -> Filter:
        """Contain this text."""
        return self._is("like", value)

    def in_(self, *values: Value | Iterable[Value]) -> Filter:
        """One of these, given one by one or as a list."""
        return self._any("in", values)

    def not_in(self, *values: Value | Iterable[Value]) -> Filter:
        """None of these, given one by one or as a list."""
        return self._any("not_in", values)

    def is_null(self, value: bool = True) -> Filter:  # noqa: FBT001, FBT002  # reads well: is_null(), is_null(False)
        """Have no value; with False, have one."""
        return self._is("is_null", value)

    # A comparison makes a filter, so it returns no bool.
    def __eq__(self, value: object) -> Filter:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  # see above
        return self._is("eq", value)

    def __ne__(self, value: object) -> Filter:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  # as `==`
        return self._is("not_equal", value)

    def __gt__(self, value: Value) -> Filter:
        return self.gt(value)

    def __ge__(self, value: Value) -> Filter:
        return self.gte(value)

    def __lt__(self, value: Value) -> Filter:
        return self.lt(value)

    def __le__(self, value: Value) -> Filter:
        return self.lte(value)

    def __repr__(self) -> str:
        return f"F({self._name!r}{', unchecked=True' if self._unchecked else ''})"


def filter_query(value: object, wire: str = "filter", argument: str = "filters", model: type[Any] | None = None) -> Pairs:
    """Write a filter, or a mapping of fields to the values they equal.

    Args:
        value: The filter.
        wire: Name of the query parameter.
        argument: Name of the argument, for errors.
        model: The records that are filtered; None where nothing is known of them.

    Raises:
        ArgumentError: the value is neither, the records have no such field, or a name or value is refused.
    """
    if isinstance(value, Filter):
        check_filter(value, model, argument)
        return value.to_query(wire)
    if isinstance(value, Mapping):
        items: Mapping[object, object] = value  # pyright: ignore[reportUnknownVariableType]  # isinstance leaves the items unknown
        made = Filter(tuple(_equal(name, item, argument) for name, item in items.items()))
        check_filter(made, model, argument)
        return made.to_query(wire)
    msg = f"{argument}: {type(value).__name__} was given; expected F('field')... or a mapping of fields to values"
    raise ArgumentError(msg, argument)


def _equal(name: object, value: object, argument: str) -> Condition:
    return Condition(field_name(name, argument), "eq", (value_text(value, f"{argument}: {name}"),))


def check_filter(value: Filter, model: type[Any] | None, argument: str) -> None:
    """Refuse conditions on fields that records do not have, unless they are meant, and text that is not a date.

    Raises:
        ArgumentError: one is refused.
    """
    for condition in (*value.every, *value.either):
        if not condition.unchecked:
            hint = paths.check_name(model, condition.field, argument, only_python(_MEANT.format(condition.field)))
            paths.check_dates(hint, condition.op, condition.values, argument, condition.field)
