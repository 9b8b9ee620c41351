"""What each record of a draft was when it was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async.operation import UNSET
from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.record import Record, slot

if TYPE_CHECKING:
    from daftra_async.writes.edit.update_mapping import UpdateMapping


@attrs.frozen
class SourceRecord:
    """What a record was when it was read."""

    raw: Mapping[str, Any]
    record: Record
    """The record as it was; the one of the draft may have changed since."""
    draft: Record
    """The one of the draft; it is kept here so that its identity stays its own."""


class SourceIndex:
    """The records in a draft, by identity: lines may be moved, removed and added, and still be known."""

    __slots__ = ("_by_draft", "_by_raw", "_dicts", "_kept", "ids")

    def __init__(self, mapping: UpdateMapping, raw: Mapping[str, Any], before: Record, draft: Record) -> None:
        self._by_draft: dict[int, SourceRecord] = {}
        self._by_raw: dict[int, SourceRecord] = {}
        self._dicts: dict[int, Mapping[str, Any]] = {}
        self._kept: list[Any] = []
        self._walk(mapping, raw, before, draft)
        self.ids = frozenset(
            value for source in self._by_draft.values() if isinstance(value := slot(source.record, "id", UNSET), int)
        )
        """Ids of the records in the draft."""

    def of(self, record: Record) -> SourceRecord | None:
        """Return where a record of the draft came from, None for one that was added."""
        return self._by_draft.get(id(record))

    def of_raw(self, raw: Mapping[str, Any]) -> SourceRecord | None:
        """Return the record that a raw value was read as."""
        return self._by_raw.get(id(raw))

    def raw_of(self, value: Any) -> Mapping[str, Any] | None:
        """Return what a plain object, of a relation that is not described, was when it was read; None if it was added."""
        return self._dicts.get(id(value))

    def _walk(self, mapping: UpdateMapping, raw: Mapping[str, Any], before: Record, draft: Record) -> None:
        for key in mapping.keys:
            if not key.relation or not key.attributes or key.wire not in raw:
                continue
            values = raw[key.wire], slot(before, key.attributes[0]), slot(draft, key.attributes[0])
            raws, befores, drafts = (value if is_list(value) else [value] for value in values)
            # Where reading put something in order (an object for a list, say), positions tell nothing.
            if len(raws) != len(befores) or len(raws) != len(drafts):
                continue
            for one, was, now in zip(raws, befores, drafts, strict=True):
                if key.nested is not None and is_map(one) and isinstance(was, Record) and isinstance(now, Record):
                    self._by_draft[id(now)] = self._by_raw[id(one)] = SourceRecord(one, was, now)
                    self._walk(key.nested, one, was, now)
                elif is_map(one) and is_map(now):
                    self._dicts[id(now)] = one
                    self._kept.append(now)
