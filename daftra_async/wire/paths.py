"""Names of fields in filters and orders, such as `budget` and `journal.date`: those of the record and its relations are known.

The API ignores a name that it does not know and answers with the full list.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from daftra_async._suggest import did_you_mean
from daftra_async.errors import ArgumentError
from daftra_async.wire import hints
from daftra_async.wire.refusals import CUSTOM_DATA, is_date_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_OPEN: Final = "Entity"
"""The record of the generic reader, which stands for any entity."""
_COMPARED: Final = frozenset({"eq", "not_equal", "gt", "gte", "lt", "lte", "from", "to", "in", "not_in"})
"""Operators whose values are values of the field."""
_KNOWN: Final[dict[type, dict[str, Any]]] = {}


def check_name(model: type[Any] | None, path: str, argument: str, meant: str) -> Any:
    """Refuse a name that the record has not; return the type of the field, Any where it is not described.

    Args:
        model: The record; None where nothing is known of it.
        path: `budget`, or `journal.date` for a field of a relation.
        argument: The argument that the name was given in.
        meant: The end of the error: how a program says that the name is meant.

    Raises:
        ArgumentError: the record has no such field; the text names the nearest.
    """
    hint: Any = Any
    at = model
    for name in path.split("."):
        if at is None or at.__name__ == _OPEN or name.endswith(CUSTOM_DATA):
            return Any
        known = _fields(at)
        if name not in known:
            msg = f"{argument}: {_problem(at, name, path)}{meant}"
            raise ArgumentError(msg, argument)
        hint = known[name]
        item = hints.item_of(hints.single(hint))[1]
        at = item if hints.is_model(item) else None
    return hint


def check_dates(hint: Any, op: str, values: Iterable[str], argument: str, path: str) -> None:
    """Refuse text that is compared with a date and is none.

    Raises:
        ArgumentError: it is refused.
    """
    kinds = hints.alternatives(hint)
    dates = bool(kinds) and all(isinstance(kind, type) and issubclass(kind, dt.date) for kind in kinds)
    if not dates or op not in _COMPARED:
        return
    for value in values:
        if not is_date_text(value):
            msg = f"{argument}: {path}: {value!r:.60} is not a date; pass a date, a datetime, or text such as '2026-01-31'"
            raise ArgumentError(msg, argument)


def _fields(model: type[Any]) -> dict[str, Any]:
    """Return the types of the fields of a model, by wire name."""
    known = _KNOWN.get(model)
    if known is None:
        types = hints.hints_of(model)
        known = _KNOWN[model] = {hints.wire_name(field): types[field.name] for field in hints.fields_of(model)}
    return known


def _problem(model: type[Any], name: str, path: str) -> str:
    where = "" if name == path else f" in {path!r:.60}"
    for field in hints.fields_of(model):
        if field.name == name:
            return f"{name!r} is called {hints.wire_name(field)!r} on the wire{where}"
    return f"{model.__name__} has no field {name!r:.60}{where}{did_you_mean(name, _fields(model))}"
