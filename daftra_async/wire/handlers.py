"""How the value of one field is read: a handler for each type.

A handler never raises: what no rule covers is kept as sent and named in the issues of the record.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async.wire import census, hints, moments, scalars
from daftra_async.wire.context import add_inner
from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.nesting import TooDeep
from daftra_async.wire.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.wire.context import CensusKey, StructureContext

Handler = Callable[[Any, "StructureContext", str], Any]
"""Takes a value, the walk, and where the value stands in its record; returns what the record holds."""

MOST_LEVELS: Final = 100
"""Records within records; deeper ones are kept as sent. Real answers have five levels."""

MOST_UNBOUNDED: Final = 8
"""Records within a record of a page that were decoded without a bound; deeper ones are decoded again."""

ReadInner = Callable[[type[Any], "Mapping[str, Any]", "StructureContext"], Any]
"""Makes a record of a model that is part of another."""

_CONVERSIONS: Final[dict[tuple[type[Any], type[Any]], str]] = {}
_NONE: Final[type[Any]] = type(None)
_POSITION: Final = re.compile(r"0|[1-9][0-9]{0,8}")

_RULES: Final[dict[Any, Callable[[Any], scalars.Result]]] = {
    bool: scalars.to_bool,
    int: scalars.to_int,
    Decimal: scalars.to_decimal,
    str: scalars.to_text,
}
_DATE_RULES: Final[dict[Any, Callable[[Any, str | None], scalars.Result]]] = {
    dt.date: moments.to_date,
    dt.datetime: moments.to_datetime,
}
_TITLES: Final[dict[Any, str]] = {
    bool: "boolean",
    int: "integer",
    Decimal: "decimal",
    str: "text",
    dt.date: "date",
    dt.datetime: "date-time",
}


def rule_of(hint: Any) -> Callable[[Any], scalars.Result] | None:
    """Return the rule of a scalar type that depends on nothing but the value, None where there is none.

    Dates are read without the account's format: what it alone explains is not read by this rule.
    """
    if hint in _DATE_RULES:
        rule = _DATE_RULES[hint]
        return lambda value: rule(value, None)
    return _RULES.get(hint)


def handler_of(hint: Any, spot: CensusKey, read: ReadInner) -> Handler | None:
    """Choose the handler of a type; None keeps every value, as for Any and for unions, whose members no rule tells apart."""
    hint = hints.single(hint)
    kind, item = hints.item_of(hint)
    if kind is list:
        return _list(_item(item, spot, read) if hints.is_model(item) else handler_of(item, spot, read), spot)
    if kind is dict:
        return _map(handler_of(item, spot, read), spot)
    if hints.is_model(hint):
        return _relation(_item(hint, spot, read), spot)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return _enum(hint, spot)
    if hint in _DATE_RULES:
        return _date(_DATE_RULES[hint], _TITLES[hint], spot)
    return _scalar(_RULES[hint], _TITLES[hint], spot) if hint in _RULES else None


def _scalar(rule: Callable[[Any], scalars.Result], title: str, spot: CensusKey) -> Handler:
    def handle(value: Any, walk: StructureContext, where: str) -> Any:
        result, ok = rule(value)
        if not ok:
            return walk.keep(value, title, where, spot)
        if result.__class__ is not value.__class__:
            walk.count(_conversion(value.__class__, result.__class__), spot)
        return result

    return handle


def _date(rule: Callable[[Any, str | None], scalars.Result], title: str, spot: CensusKey) -> Handler:
    def handle(value: Any, walk: StructureContext, where: str) -> Any:
        result, ok = rule(value, walk.dates.pattern)
        if not ok:
            walk.dates.kept(value)
            return walk.keep(value, title, where, spot)
        if result is None and value is not None:
            walk.count(_conversion(value.__class__, _NONE), spot)
        return result

    return handle


def _enum(enumeration: type[enum.Enum], spot: CensusKey) -> Handler:
    known = frozenset(enumeration.__members__)

    def handle(value: Any, walk: StructureContext, where: str) -> Any:
        result, ok = scalars.to_enum(enumeration, value)
        if not ok:
            return walk.keep(value, enumeration.__name__, where, spot)
        if result is None:
            if value is not None:
                walk.count(_conversion(value.__class__, _NONE), spot)
        elif result.name not in known:
            walk.count(census.unknown_value(result), spot)
        return result

    return handle


def _item(related: type[Any], spot: CensusKey, read: ReadInner) -> Handler:
    """Read what is surely a record, however empty."""

    def handle(value: Any, walk: StructureContext, where: str) -> Any:
        if isinstance(value, related):
            return value
        if walk.unbounded and walk.level >= MOST_UNBOUNDED:
            raise TooDeep
        if not is_map(value) or walk.level >= MOST_LEVELS:
            return walk.keep(value, "record", where, spot)
        record = read(related, value, walk)
        if isinstance(record, Record) and record.issues:
            add_inner(walk, record, where)
        return record

    return handle


def _relation(handle_item: Handler, spot: CensusKey) -> Handler:
    """Read one record or none: `[]`, an empty text, `"null"` and an object of nulls spell that there is none."""

    def handle(value: Any, walk: StructureContext, where: str) -> Any:
        if value is None:
            return None
        if _is_nothing(value) or (is_map(value) and _all_null(value)):
            walk.count("absent relation", spot)
            return None
        return handle_item(value, walk, where)

    return handle


def _list(handle_item: Handler | None, spot: CensusKey) -> Handler:
    """Read a list; PHP sends an empty one as `{}` or text at times, and one with holes as a map keyed by position."""

    def handle(value: Any, walk: StructureContext, where: str) -> Any:
        if value is None:
            return None
        if value.__class__ is str and scalars.is_null(value):
            walk.count("absent relation", spot)
            return None
        items = value
        if is_map(value):
            items = _values_by_position(value)
            if items is not None:
                walk.count("map for list", spot)
        if not is_list(items):
            return walk.keep(value, "list", where, spot)
        if handle_item is None:
            if items:
                walk.look(items, where, spot)
            return items
        return [handle_item(item, walk, f"{where}[{at}]") for at, item in enumerate(items)]

    return handle


def _map(handle_item: Handler | None, spot: CensusKey) -> Handler:
    """Read a map; PHP sends an empty one as `[]` (seen on live accounts)."""

    def handle(value: Any, walk: StructureContext, where: str) -> Any:
        if value is None:
            return None
        if _is_nothing(value):
            walk.count("absent relation", spot)
            return {} if value == [] else None
        if not is_map(value):
            return walk.keep(value, "object", where, spot)
        if handle_item is None:
            if value:
                walk.look(value, where, spot)
            return value
        return {key: handle_item(item, walk, f"{where}.{key}") for key, item in value.items()}

    return handle


def _is_nothing(value: Any) -> bool:
    return scalars.is_null(value) if value.__class__ is str else value == []


def _all_null(members: Mapping[Any, Any]) -> bool:
    return all(member is None for member in members.values())


def _values_by_position(members: Mapping[Any, Any]) -> list[Any] | None:
    """Return the values of a map keyed `"0"`, `"1"`, ...; holes are closed. Other keys mean something and are no positions."""
    last = -1
    for key in members:
        if not isinstance(key, str) or _POSITION.fullmatch(key) is None:
            return None
        if int(key) <= last or (last < 0 and key != "0"):
            return None
        last = int(key)
    return list(members.values())


def _conversion(sent: type[Any], read: type[Any]) -> str:
    name = _CONVERSIONS.get((sent, read))
    if name is None:
        name = _CONVERSIONS[sent, read] = f"{_title(sent)} to {_title(read)}"
    return name


def _title(cls: type) -> str:
    return "none" if cls is _NONE else _TITLES.get(cls, cls.__name__)
