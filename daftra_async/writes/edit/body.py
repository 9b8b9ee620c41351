"""The body of an update, made of what was read and what was changed.

What was not changed goes back as the raw value of the answer, which loses nothing on the way through the models; the rest is
written as the input model writes it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from daftra_async.operation import UNSET
from daftra_async.wire import writing
from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.record import Input, Record, slot
from daftra_async.wire.refusals import Refusal

if TYPE_CHECKING:
    from daftra_async.writes.edit.source_index import SourceIndex
    from daftra_async.writes.edit.update_mapping import Key, UpdateMapping


class BodyWriter:
    """Writes bodies of one record.

    Args:
        sources: What each record of the draft came from.
    """

    __slots__ = ("_sources",)

    def __init__(self, sources: SourceIndex) -> None:
        self._sources = sources

    def body(self, mapping: UpdateMapping, raw: Mapping[str, Any], before: Record, now: Record) -> dict[str, Any]:
        """Write a record that was read: what was not changed as it came, the rest in the form of the wire."""
        body: dict[str, Any] = {}
        for key in mapping.keys:
            touched = any(slot(now, name) != slot(before, name) for name in key.attributes)
            value = self._written(mapping, key, now) if touched else self._carried(mapping, key, raw, before)
            if value is not UNSET:
                body[key.wire] = value
        return body

    def _fresh(self, mapping: UpdateMapping, record: Record) -> dict[str, Any]:
        """Write a record that was made by the user or belongs to another document, without an id that the draft does not have."""
        body: dict[str, Any] = {}
        for key in mapping.keys:
            value = slot(record, key.attributes[0]) if key.attributes else UNSET
            if value is not UNSET and (key.wire != "id" or value in self._sources.ids):
                body[key.wire] = mapping.write(key.wire, value)
        return body

    def _carried(self, mapping: UpdateMapping, key: Key, raw: Mapping[str, Any], before: Record) -> Any:
        wire = key.carry.get("from", key.wire)
        if "object" in key.carry and not is_map(raw.get(key.wire)):
            made = {name: raw[at] for name, at in key.carry["object"].items() if raw.get(at) not in (None, "")}
            return made or UNSET
        if wire not in raw or (key.relation and _is_hollow(raw[wire])):
            return UNSET
        value = raw[wire]
        if "each" in key.carry:
            return [_each(item, key.carry["each"]) for item in value] if is_list(value) else value
        if "none" in key.carry:
            return value if _is_plain(value) else UNSET
        if key.formatted and isinstance(typed := slot(before, key.attributes[0]), dt.date):
            return mapping.write(key.wire, typed)
        return self._keep(key, value)

    def _written(self, mapping: UpdateMapping, key: Key, now: Record) -> Any:
        value = slot(now, key.attributes[0])
        if "object" in key.carry and not isinstance(value, (Mapping, Input)):
            values = {name: slot(now, at) for name, at in zip(key.carry["object"], key.attributes, strict=True)}
            return {name: writing.json_ready(each) for name, each in values.items() if each is not None and each is not UNSET}
        if value is UNSET:
            return UNSET
        if "each" in key.carry and is_list(value):
            return [_each(item, key.carry["each"]) for item in value]
        if key.relation and is_list(value):
            return self._items(mapping, key, value)
        return self._item(mapping, key, value)

    def _items(self, mapping: UpdateMapping, key: Key, items: list[Any]) -> list[Any]:
        written: list[Any] = []
        try:
            for item in items:
                written.append(self._item(mapping, key, item))  # noqa: PERF401  # the length says which item was refused
        except Refusal as refusal:
            steps = refusal.steps[1:] if refusal.steps[:1] == (key.wire,) else refusal.steps
            raise refusal.at(key.wire, f"[{len(written)}]", *steps) from None
        return written

    def _item(self, mapping: UpdateMapping, key: Key, item: Any) -> Any:
        if isinstance(item, Record) and key.nested is not None:
            source = self._sources.of(item)
            if source is not None:
                return self.body(key.nested, source.raw, source.record, item)
            return self._fresh(key.nested, item)
        raw = self._sources.raw_of(item)
        if is_map(item) and key.items is not None and raw is not None:
            known: dict[str, Any] = {name: value for name, value in item.items() if name in key.items}
            changed = {name: value for name, value in known.items() if name not in raw or raw[name] != value}
            written: dict[str, Any] = mapping.write(key.wire, changed) if changed else {}
            return {**known, **written}
        return mapping.write(key.wire, item)

    def _keep(self, key: Key, value: Any) -> Any:
        """Take the keys that can be written out of the records of a relation; other values pass as they are."""
        if key.items is None:
            return value
        if is_list(value):
            return [self._keep(key, item) for item in value]
        if not is_map(value):
            return value
        source = None if key.nested is None else self._sources.of_raw(value)
        if key.nested is None or source is None:
            return {name: member for name, member in value.items() if name in key.items}
        return self.body(key.nested, value, source.record, source.record)


def uncarried(mapping: UpdateMapping, raw: Mapping[str, Any], before: Record, now: Record) -> dict[str, str]:
    """Return the keys that hold something, were not changed, and cannot be written back; with the reasons."""
    return {
        key.attributes[0]: key.carry["none"]
        for key in mapping.keys
        if "none" in key.carry
        and not _is_hollow(raw.get(key.wire))
        and not _is_plain(raw[key.wire])
        and all(slot(now, name) == slot(before, name) for name in key.attributes)
    }


def _each(item: Any, name: str) -> Any:
    """Return the value of a record that is written in its place, as text; what is not a record passes."""
    value = slot(item, name) if isinstance(item, Record) else item.get(name, UNSET) if is_map(item) else item
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _is_plain(value: Any) -> bool:
    return is_list(value) and not any(isinstance(item, (Mapping, list, Record)) for item in value)


def _is_hollow(value: Any) -> bool:
    """Return whether a relation is empty: null, empty, or an object of nulls (seen on live accounts)."""
    return value in (None, "", [], {}) or (is_map(value) and all(member in (None, "") for member in value.values()))
