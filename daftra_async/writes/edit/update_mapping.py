"""Which keys of a record an update takes, and what each is made of.

The input model of an update names the keys. Most are written as they are read. Where the two shapes differ, the API description
says how one is made of the other (`x-daftra-carry`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

import attrs

from daftra_async.wire import hints, writing
from daftra_async.wire.record import Input, Record

_MAPPINGS: Final[dict[tuple[type, type], UpdateMapping]] = {}


@attrs.frozen(kw_only=True)
class Key:
    """One key that can be written."""

    wire: str
    attributes: tuple[str, ...]
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
        self.attributes = frozenset(name for key in self.keys for name in key.attributes)
        """Attributes of the record that can be changed."""
        self.only_written = {
            field.name: key.wire for field, key in zip(hints.fields_of(written), self.keys, strict=True) if not key.attributes
        }
        """Attributes of the input that no record shows, and their keys."""

    def write(self, wire: str, value: Any) -> Any:
        """Write one value as the input model would.

        Raises:
            Refusal: its field refuses it.
        """
        return self._input.write_mapping({wire: value})[wire]


def mapping_of(record: type[Record], written: type[Input]) -> UpdateMapping:
    """Return the keys of a record that can be written with an input model, made at its first use."""
    known = _MAPPINGS.get((record, written))
    return known or _MAPPINGS.setdefault((record, written), UpdateMapping(record, written))


def _key(field: attrs.Attribute[Any], attributes: Mapping[str, str], read: Mapping[str, Any], hint: Any, wire: str) -> Key:
    carry: Mapping[str, Any] = field.metadata.get("carry", {})
    wires = list(carry["object"].values()) if "object" in carry else [carry.get("from", wire)]
    made_of = tuple(attributes[each] for each in wires if each in attributes)
    kind, item = hints.item_of(hints.single(hint))
    described = hints.is_model(item) and issubclass(item, Input)
    theirs = hints.item_of(hints.single(read[made_of[0]]))[1] if made_of else None
    paired = described and isinstance(theirs, type) and issubclass(theirs, Record) and not carry
    return Key(
        wire=wire,
        attributes=made_of,
        carry=carry,
        formatted="write_format" in field.metadata,
        relation=kind is not None or described,
        nested=mapping_of(cast("type[Record]", theirs), item) if paired else None,
        items=frozenset(hints.wire_name(each) for each in hints.fields_of(item)) if described else None,
    )
