"""Records and inputs to JSON-ready values: text, integers, floats, booleans, None, lists, and dicts keyed by text.

Scalars are written in one form each: a `Decimal` as text in plain notation, since many JSON readers would bend a number; dates
as `YYYY-MM-DD`, date-times as `YYYY-MM-DD HH:MM:SS`; an enumeration member as its value.
"""

from __future__ import annotations

import datetime as dt
import enum
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async.operation import UNSET
from daftra_async.wire import hints, refusals
from daftra_async.wire.containers import is_numbered, map_writer, text_key, write_list
from daftra_async.wire.dates import current
from daftra_async.wire.guards import is_items, is_list, is_map
from daftra_async.wire.record import EXTRA_SIBLINGS, Input, Record
from daftra_async.wire.refusals import Refusal, placed
from daftra_async.wire.scalars import to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from daftra_async.wire.containers import Writer

_PLAIN: Final = frozenset({str, int, bool, type(None)})
_PLANS: Final[dict[type, Plan]] = {}


class Plan:
    """How one model class is written."""

    __slots__ = ("_checked", "_exclusive", "_fields", "_misnamed", "_related", "_writers", "cls")

    def __init__(self, cls: type[Any]) -> None:
        self.cls = cls
        types = hints.hints_of(cls)
        self._writers: dict[str, Writer] = {}
        self._fields: list[tuple[Callable[[Any], Any], str, Writer]] = []
        self._misnamed: dict[str, str] = {}
        self._exclusive: list[tuple[str, str]] = []
        self._related: dict[str, tuple[type[Input], bool]] = {}
        """Relations: the model of what they hold, and whether that stands under keys of its own."""
        checked = self._checked = issubclass(cls, Input)
        for field in hints.fields_of(cls):
            wire = hints.wire_name(field)
            writer = self._writers[wire] = _writer_of(types[field.name], field.metadata, checked=checked)
            self._fields.append((getattr(cls, field.name).__get__, wire, writer))
            if wire != field.name:
                self._misnamed[field.name] = wire
            if (related := _related_to(types[field.name])) is not None:
                self._related[wire] = related
            if checked and "exclusive" in field.metadata:
                self._exclusive.append((wire, field.metadata["exclusive"]))

    def writer(self, wire: str) -> Writer:
        """Return what writes the values of a field, by its wire name."""
        return self._writers[wire]

    def write(self, record: Record | Input) -> dict[str, Any]:
        """Write what is set, `extra` beside it.

        Raises:
            ValueError: `extra` names a key whose attribute is set too, a number is not finite, or an input holds what its field
                refuses.
            TypeError: a value has no JSON form.
        """
        result: dict[str, Any] = {}
        wire = ""
        try:
            for get, wire, writer in self._fields:
                try:
                    value = get(record)
                except AttributeError:  # an empty slot: the server did not send the key
                    continue
                if value is not UNSET:
                    result[wire] = writer(value)
        except (TypeError, ValueError) as error:
            if not self._checked:
                raise
            raise placed(error, wire) from None
        if record.extra:
            self._add_extra(result, record.extra)
        if self._checked and (siblings := getattr(record, EXTRA_SIBLINGS)):
            result[EXTRA_SIBLINGS] = json_ready(siblings)
        if self._exclusive:
            refusals.check_exclusive(self._exclusive, result)
        return result

    def write_mapping(self, members: Mapping[Any, Any], also: Collection[str] = ()) -> dict[str, Any]:
        """Write a mapping in wire names as the model would be written; under `extra` are keys that no model describes.

        Args:
            members: The mapping.
            also: Keys that are taken beside those of the model.

        Raises:
            ValueError: a key is unknown, a number is not finite, or a value is one that its field refuses.
            TypeError: a key is not text, or a value has no JSON form.
        """
        result: dict[str, Any] = {}
        writers = self._writers
        key = ""
        try:
            for key, value in members.items():
                if value is UNSET:
                    continue
                writer = writers.get(key) or (json_ready if key in also else self._undescribed(key, members))
                if writer is not None:
                    result[key] = writer(value)
        except (TypeError, ValueError) as error:
            raise error if key not in writers else placed(error, key) from None
        if refusals.EXTRA in members and refusals.EXTRA not in writers:
            self._add_extra(result, members[refusals.EXTRA])
        if self._exclusive:
            refusals.check_exclusive(self._exclusive, result)
        return result

    def set_apart(self, written: Mapping[str, Any], also: Collection[str] = ()) -> dict[str, Any]:
        """Return what was written as a mapping that `write_mapping` takes: undescribed keys stand under `extra`."""
        described: dict[str, Any] = {}
        extra: dict[str, Any] = {}
        for key, value in written.items():
            if key in self._writers or key in also or key.endswith(refusals.CUSTOM_DATA):
                described[key] = self._set_apart(key, value)
            else:
                extra[key] = value
        return {**described, refusals.EXTRA: extra} if extra else described

    def _set_apart(self, key: str, value: Any) -> Any:
        if key not in self._related:
            return value
        model, keyed = self._related[key]
        return _set_apart(value, model, keyed=keyed)

    def _undescribed(self, key: Any, members: Mapping[Any, Any]) -> Writer | None:
        """Return the writer of a key that no field has; None for `extra`.

        Raises:
            Refusal: the key is unknown.
            TypeError: it is not text.
        """
        if text_key(key) == refusals.EXTRA:
            return None
        if not self._is_unknown(key):
            return json_ready
        unknown = [name for name, value in members.items() if value is not UNSET and self._is_unknown(text_key(name))]
        raise refusals.refuse_names(self.cls, unknown, self._writers, self._misnamed)

    def _is_unknown(self, name: str) -> bool:
        return name not in self._writers and name != refusals.EXTRA and not name.endswith(refusals.CUSTOM_DATA)

    def _add_extra(self, result: dict[str, Any], extra: Any) -> None:
        if not is_map(extra):
            msg = f"extra holds undescribed keys with their values; {type(extra).__name__} was given, pass a mapping"
            raise TypeError(msg)
        for wire, value in extra.items():
            if text_key(wire) in result:
                msg = f"extra holds {wire!r}, which is set as an attribute of {self.cls.__name__} too"
                raise ValueError(msg)
            result[wire] = json_ready(value)


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
        return {text_key(key): json_ready(member) for key, member in value.items() if member is not UNSET}
    if is_items(value):
        return [json_ready(item) for item in value]
    if isinstance(value, enum.Enum) and value is not UNSET:
        return json_ready(value.value)
    return to_json(value)


def _writer_of(hint: Any, metadata: Mapping[str, Any], *, checked: bool) -> Writer:
    """Return the writer of a field; those of inputs are `checked`, records are written as they came."""
    pattern: str | None = metadata.get("write_format")
    write: Writer = json_ready if pattern is None else _formatted(pattern)
    if metadata.get("wire_bool"):
        return _zero_or_one
    if (related := _related_to(hint)) is not None:
        model, keyed = related
        return map_writer(_related(model)) if keyed else _related(model)
    hidden = bool(metadata.get("redact"))
    kinds = hints.alternatives(hint)
    if not checked or not kinds or str in kinds:
        return write
    if all(isinstance(each, type) and issubclass(each, dt.date) for each in kinds):
        return refusals.day(write, pattern, hidden=hidden)
    if Decimal in kinds:
        return refusals.amount(write, hidden=hidden)
    return refusals.whole(_zero_or_one, hidden=hidden) if int in kinds else write


def _formatted(pattern: str) -> Writer:
    def write(value: Any) -> Any:
        return current().write(value, pattern) if isinstance(value, dt.date) else json_ready(value)

    return write


def _zero_or_one(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else json_ready(value)


def _related_to(hint: Any) -> tuple[type[Input], bool] | None:
    """Return the input model of a relation and whether it is a map of them; None for other fields."""
    kind, item = hints.item_of(hints.single(hint))
    return (item, kind is dict) if isinstance(item, type) and issubclass(item, Input) else None


def _set_apart(value: Any, model: type[Input], *, keyed: bool) -> Any:
    if is_list(value):
        return [_set_apart(item, model, keyed=False) for item in value]
    if not is_map(value):
        return value
    if keyed or is_numbered(value):
        return {key: _set_apart(member, model, keyed=False) for key, member in value.items()}
    return plan_of(model).set_apart(value)


def _related(model: type[Any]) -> Writer:
    """Write relations that may be given as mappings in wire names."""

    def write(value: Any) -> Any:
        if is_map(value):
            return write_map(value) if is_numbered(value) else plan_of(model).write_mapping(value)
        if is_items(value):
            return write_list(write, value)
        if isinstance(value, Record):
            return plan_of(model).write_mapping(json_ready(value))
        if isinstance(value, Input) and not isinstance(value, model):
            msg = f"{type(value).__name__} was given; pass {model.__name__} or a mapping in wire names"
            raise Refusal(msg)
        return json_ready(value)

    write_map = map_writer(write)
    return write
