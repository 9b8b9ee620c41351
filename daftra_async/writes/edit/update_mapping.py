"""What of a record can be written, and how it is made of what was read.

The input model of an update names the keys. Most are written as they are read, so what was not changed goes back as the raw value
of the answer. Where the two shapes differ the fragments say how one is made of the other (`x-daftra-carry`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from daftra_async.operation import UNSET
from daftra_async.wire import hints, writing
from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.record import Input, Record, slot
from daftra_async.wire.refusals import Refusal

if TYPE_CHECKING:
    from daftra_async.writes.edit.source_index import SourceIndex

_PLANS: Final[dict[tuple[type, type], UpdateMapping]] = {}


@attrs.frozen(kw_only=True)
class Key:
    """One key that can be written."""

    wire: str
    sources: tuple[str, ...]
    """Attributes of the record that it is made of; none for what can only be written."""
    carry: Mapping[str, Any]
    """How it is made of them; empty where it is written as it is read."""
    formatted: bool
    """Dates are written in another format than they are read in."""
    relation: bool
    """It holds other records, where several values say that there are none."""
    nested: UpdateMapping | None
    """For relations whose records are described both read and written."""
    items: frozenset[str] | None
    """Keys that records of the relation are written with, where those are described."""


class UpdateMapping:
    """The keys of one input model, for one record model."""

    __slots__ = ("_input", "attributes", "keys", "only_written")

    def __init__(self, record: type[Record], written: type[Input]) -> None:
        self._input = writing.plan_of(written)
        attributes = {hints.wire_name(field): field.name for field in hints.fields_of(record)}
        read, write = hints.hints_of(record), hints.hints_of(written)
        self.keys = tuple(
            _key(field, attributes, read, write[field.name], hints.wire_name(field)) for field in hints.fields_of(written)
        )
        self.attributes = frozenset(name for key in self.keys for name in key.sources)
        """Attributes of the record that can be changed."""
        self.only_written = {
            field.name: key.wire for field, key in zip(hints.fields_of(written), self.keys, strict=True) if not key.sources
        }
        """Attributes of the input that no record shows, and their keys."""

    def body(self, raw: Mapping[str, Any], before: Record, now: Record, origins: SourceIndex) -> dict[str, Any]:
        """Write a record that was read: what was not changed as it came, the rest in the form of the wire."""
        body: dict[str, Any] = {}
        for key in self.keys:
            touched = any(slot(now, name) != slot(before, name) for name in key.sources)
            value = self._written(key, now, origins) if touched else self._carried(key, raw, before, origins)
            if value is not UNSET:
                body[key.wire] = value
        return body

    def fresh(self, record: Record, ids: frozenset[Any]) -> dict[str, Any]:
        """Write a record that was made by the user or belongs to another document, without an id that is not one of `ids`."""
        body: dict[str, Any] = {}
        for key in self.keys:
            value = slot(record, key.sources[0]) if key.sources else UNSET
            if value is not UNSET and (key.wire != "id" or value in ids):
                body[key.wire] = self.write(key.wire, value)
        return body

    def write(self, wire: str, value: Any) -> Any:
        """Write one value as the input model would.

        Raises:
            Refusal: its field refuses it.
        """
        return self._input.write_mapping({wire: value})[wire]

    def uncarried(self, raw: Mapping[str, Any], before: Record, now: Record) -> dict[str, str]:
        """Return the keys that hold something, were not changed, and cannot be written back; with the reasons."""
        return {
            key.sources[0]: key.carry["none"]
            for key in self.keys
            if "none" in key.carry
            and not _is_hollow(raw.get(key.wire))
            and not _is_plain(raw[key.wire])
            and all(slot(now, name) == slot(before, name) for name in key.sources)
        }

    def _carried(self, key: Key, raw: Mapping[str, Any], before: Record, origins: SourceIndex) -> Any:
        source = key.carry.get("from", key.wire)
        if "object" in key.carry and not is_map(raw.get(key.wire)):
            made = {name: raw[at] for name, at in key.carry["object"].items() if raw.get(at) not in (None, "")}
            return made or UNSET
        if source not in raw or (key.relation and _is_hollow(raw[source])):
            return UNSET
        value = raw[source]
        if "each" in key.carry:
            return [_each(item, key.carry["each"]) for item in value] if is_list(value) else value
        if "none" in key.carry:
            return value if _is_plain(value) else UNSET
        if key.formatted and isinstance(typed := slot(before, key.sources[0]), dt.date):
            return self.write(key.wire, typed)
        return _keep(key, value, origins)

    def _written(self, key: Key, now: Record, origins: SourceIndex) -> Any:
        value = slot(now, key.sources[0])
        if "object" in key.carry and not isinstance(value, (Mapping, Input)):
            values = {name: slot(now, at) for name, at in zip(key.carry["object"], key.sources, strict=True)}
            return {name: writing.json_ready(each) for name, each in values.items() if each is not None and each is not UNSET}
        if value is UNSET:
            return UNSET
        if "each" in key.carry and is_list(value):
            return [_each(item, key.carry["each"]) for item in value]
        if key.relation and is_list(value):
            return self._items(key, value, origins)
        return self._item(key, value, origins)

    def _items(self, key: Key, items: list[Any], origins: SourceIndex) -> list[Any]:
        written: list[Any] = []
        try:
            for item in items:
                written.append(self._item(key, item, origins))  # noqa: PERF401  # the length says which item was refused
        except Refusal as refusal:
            steps = refusal.steps[1:] if refusal.steps[:1] == (key.wire,) else refusal.steps
            raise refusal.at(key.wire, f"[{len(written)}]", *steps) from None
        return written

    def _item(self, key: Key, item: Any, origins: SourceIndex) -> Any:
        if isinstance(item, Record) and key.nested is not None:
            origin = origins.of(item)
            if origin is not None:
                return key.nested.body(origin.raw, origin.record, item, origins)
            return key.nested.fresh(item, origins.ids)
        raw = origins.raw_of(item)
        if is_map(item) and key.items is not None and raw is not None:
            known: dict[str, Any] = {name: value for name, value in item.items() if name in key.items}
            changed = {name: value for name, value in known.items() if name not in raw or raw[name] != value}
            written: dict[str, Any] = self.write(key.wire, changed) if changed else {}
            return {**known, **written}
        return self.write(key.wire, item)


def writable(record: type[Record], written: type[Input]) -> UpdateMapping:
    """Return what of a record can be written with an input model, made at its first use."""
    known = _PLANS.get((record, written))
    return known or _PLANS.setdefault((record, written), UpdateMapping(record, written))


def _key(field: attrs.Attribute[Any], attributes: Mapping[str, str], read: Mapping[str, Any], hint: Any, wire: str) -> Key:
    carry: Mapping[str, Any] = field.metadata.get("carry", {})
    wires = list(carry["object"].values()) if "object" in carry else [carry.get("from", wire)]
    sources = tuple(attributes[each] for each in wires if each in attributes)
    kind, item = hints.item_of(hints.single(hint))
    described = hints.is_model(item) and issubclass(item, Input)
    theirs = hints.item_of(hints.single(read[sources[0]]))[1] if sources else None
    paired = described and isinstance(theirs, type) and issubclass(theirs, Record) and not carry
    return Key(
        wire=wire,
        sources=sources,
        carry=carry,
        formatted="write_format" in field.metadata,
        relation=kind is not None or described,
        nested=writable(cast("type[Record]", theirs), item) if paired else None,
        items=frozenset(hints.wire_name(each) for each in hints.fields_of(item)) if described else None,
    )


def _keep(key: Key, value: Any, origins: SourceIndex) -> Any:
    """Take the keys that can be written out of the records of a relation; other values pass as they are."""
    if key.items is None:
        return value
    if is_list(value):
        return [_keep(key, item, origins) for item in value]
    if not is_map(value):
        return value
    if key.nested is None:
        return {name: member for name, member in value.items() if name in key.items}
    origin = origins.of_raw(value)
    if origin is None:
        return {name: member for name, member in value.items() if name in key.items}
    return key.nested.body(value, origin.record, origin.record, origins)


def _each(item: Any, name: str) -> Any:
    """Return the value of a record that is written in its place, as text; what is not a record passes."""
    value = slot(item, name) if isinstance(item, Record) else item.get(name, UNSET) if is_map(item) else item
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _is_plain(value: Any) -> bool:
    return is_list(value) and not any(isinstance(item, (Mapping, list, Record)) for item in value)


def _is_hollow(value: Any) -> bool:
    """Return whether a relation is empty: null, empty, or an object of nulls (seen on live accounts)."""
    return value in (None, "", [], {}) or (is_map(value) and all(member in (None, "") for member in value.values()))
