"""Records as dictionaries with the values that they hold: `Decimal`, dates and members of enumerations stay what they are."""

from __future__ import annotations

from typing import Any, Final

from daftra_async.operation import UNSET
from daftra_async.wire import hints
from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.record import Record, slot

_NAMES: Final[dict[type[Record], tuple[tuple[str, str], ...]]] = {}
"""Attributes of a class with their wire names."""


def to_native(record: Record) -> dict[str, Any]:
    """Return what a record holds in wire names, `extra` included; keys that were not sent are left out, null is None."""
    cls = type(record)
    names = _NAMES.get(cls)
    if names is None:
        names = _NAMES[cls] = tuple((field.name, hints.wire_name(field)) for field in hints.fields_of(cls))
    held = {wire: _value(value) for name, wire in names if (value := slot(record, name)) is not UNSET}
    return held | {wire: _value(value) for wire, value in record.extra.items()}


def _value(value: Any) -> Any:
    if isinstance(value, Record):
        return to_native(value)
    if is_map(value):
        return {key: _value(item) for key, item in value.items()}
    return [_value(item) for item in value] if is_list(value) else value
