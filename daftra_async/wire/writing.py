"""Records and inputs to JSON-ready values: text, integers, floats, booleans, None, lists, and dicts keyed by text.

Scalars are written in one form each: a `Decimal` as text in plain notation, since many JSON readers would bend a number; dates
as `YYYY-MM-DD`, date-times as `YYYY-MM-DD HH:MM:SS`; an enumeration member as its value.
"""

from __future__ import annotations

import datetime as dt
import enum
import math
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async._unset import UNSET
from daftra_async.record import Input, Record
from daftra_async.wire import hints
from daftra_async.wire.guards import is_items, is_map
from daftra_async.wire.scalars import decimal_text

if TYPE_CHECKING:
    from collections.abc import Mapping

Writer = Callable[[Any], Any]

_PLAIN: Final = frozenset({str, int, bool, type(None)})
_PLANS: Final[dict[type, Plan]] = {}


class Plan:
    """How one model class is written."""

    __slots__ = ("_fields", "_misnamed", "_writers", "cls")

    def __init__(self, cls: type[Any]) -> None:
        self.cls = cls
        types = hints.hints_of(cls)
        self._writers: dict[str, Writer] = {}
        self._fields: list[tuple[Callable[[Any], Any], str, Writer]] = []
        self._misnamed: dict[str, str] = {}
        for field in hints.fields_of(cls):
            wire = hints.wire_name(field)
            writer = self._writers[wire] = _writer_of(types[field.name], field.metadata)
            self._fields.append((getattr(cls, field.name).__get__, wire, writer))
            if wire != field.name:
                self._misnamed[field.name] = wire

    def write(self, record: Record | Input) -> dict[str, Any]:
        """Write what is set, `extra` beside it.

        Raises:
            ValueError: `extra` names a key whose attribute is set too, or a number is not finite.
            TypeError: a value has no JSON form.
        """
        result: dict[str, Any] = {}
        for get, wire, writer in self._fields:
            try:
                value = get(record)
            except AttributeError:  # an empty slot: the server did not send the key
                continue
            if value is not UNSET:
                result[wire] = writer(value)
        for wire, value in record.extra.items():
            if wire in result:
                msg = f"extra holds {wire!r}, which is set as an attribute of {self.cls.__name__} too"
                raise ValueError(msg)
            result[wire] = json_ready(value)
        return result

    def write_mapping(self, members: Mapping[Any, Any]) -> dict[str, Any]:
        """Write a mapping in wire names as the model would be written; unknown keys pass.

        Raises:
            ValueError: a key is the name of an attribute where the wire has another one, or a number is not finite.
            TypeError: a key is no text, or a value has no JSON form.
        """
        result: dict[str, Any] = {}
        for key, value in members.items():
            if key in self._misnamed and key not in self._writers:
                msg = f"{key!r} is called {self._misnamed[key]!r} on the wire; a mapping is written in wire names"
                raise ValueError(msg)
            if value is not UNSET:
                result[_key(key)] = self._writers.get(key, json_ready)(value)
        return result


def plan_of(cls: type[Any]) -> Plan:
    """Return the plan of a model class, built at its first use (twice when two threads meet it at once, with equal results)."""
    return _PLANS.get(cls) or _PLANS.setdefault(cls, Plan(cls))


def json_ready(value: Any) -> Any:
    """Write any value; members of a mapping that are UNSET are left out.

    Raises:
        ValueError: a number is not finite.
        TypeError: a value or a key has no JSON form.
    """
    if value.__class__ in _PLAIN:
        return value
    if isinstance(value, (Record, Input)):
        return plan_of(value.__class__).write(value)
    if is_map(value):
        return {_key(key): json_ready(member) for key, member in value.items() if member is not UNSET}
    if is_items(value):
        return [json_ready(item) for item in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:  # noqa: PLR0911  # one return a type
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, dt.datetime):
        # The API knows no zones; one that was read from a text with an offset is written back with it.
        return value.isoformat(sep=" " if value.tzinfo is None else "T")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, float) and math.isfinite(value):
        return float(value)
    if isinstance(value, float):
        msg = f"{value} has no JSON form"
        raise ValueError(msg)  # noqa: TRY004  # the type is right, the value is not
    if isinstance(value, enum.Enum) and value is not UNSET:
        return json_ready(value.value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return int(value)
    msg = f"{value!r:.60} of type {type(value).__name__} has no JSON form" if value is not UNSET else "UNSET has no JSON form"
    raise TypeError(msg)


def _key(key: Any) -> str:
    if not isinstance(key, str):
        msg = f"the key {key!r:.60} is no text"
        raise TypeError(msg)
    return key


def _writer_of(hint: Any, metadata: Mapping[str, Any]) -> Writer:
    pattern: str | None = metadata.get("write_format")
    if pattern is not None:
        return _formatted(pattern)
    if metadata.get("wire_bool"):
        return _zero_or_one
    _, item = hints.item_of(hints.single(hint))
    return _related(item) if hints.is_model(item) and issubclass(item, Input) else json_ready


def _formatted(pattern: str) -> Writer:
    def write(value: Any) -> Any:
        return value.strftime(pattern) if isinstance(value, dt.date) else json_ready(value)

    return write


def _zero_or_one(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else json_ready(value)


def _related(model: type[Any]) -> Writer:
    """Write relations that may be given as mappings in wire names."""

    def write(value: Any) -> Any:
        if is_map(value):
            return plan_of(model).write_mapping(value)
        if is_items(value):
            return [write(item) for item in value]
        return json_ready(value)

    return write
