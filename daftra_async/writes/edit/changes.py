"""Compare a draft with the record that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from daftra_async.operation import UNSET
from daftra_async.wire.guards import is_list
from daftra_async.wire.record import Record, field_names, slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from daftra_async.writes.edit.source_index import SourceIndex
    from daftra_async.writes.edit.update_mapping import UpdateMapping


@attrs.frozen
class Change:
    """One changed value; a side is UNSET where there is none, as for lines that were added or removed."""

    before: Any
    after: Any


def changes(before: Record, now: Record, sources: SourceIndex, path: str = "") -> Iterator[tuple[str, Change]]:
    """Yield what differs, by the attribute path of the value: `notes`, `invoice_item[0].quantity`."""
    for name in sorted(field_names(type(before))):
        was, value = slot(before, name), slot(now, name)
        if was == value:
            continue
        where = f"{path}{name}"
        if is_list(was) and is_list(value) and any(isinstance(item, Record) for item in (*was, *value)):
            yield from _items(was, value, sources, where)
        elif isinstance(value, Record) and isinstance(was, Record):
            yield from changes(was, value, sources, f"{where}.")
        else:
            yield where, Change(was, value)


def _items(before: list[Any], now: list[Any], sources: SourceIndex, where: str) -> Iterator[tuple[str, Change]]:
    found: set[int] = set()
    order: list[int] = []
    for at, item in enumerate(now):
        source = sources.of(item) if isinstance(item, Record) else None
        index = next((i for i, was in enumerate(before) if source is not None and was is source.record), None)
        if source is None or index is None or index in found:
            yield f"{where}[{at}]", Change(UNSET, item)
            continue
        found.add(index)
        order.append(index)
        yield from changes(source.record, item, sources, f"{where}[{at}].")
    for index, was in enumerate(before):
        if index not in found:
            yield f"{where}[{index}]", Change(was, UNSET)
    if order != sorted(order):
        yield where, Change("the order of the lines", "another order")


def read_only(mapping: UpdateMapping, before: Record, now: Record, sources: SourceIndex, path: str = "") -> Iterator[str]:
    """Yield the paths of changed values that cannot be written."""
    relations = {key.attributes[0]: key.nested for key in mapping.keys if key.attributes and key.nested is not None}
    for name in sorted(field_names(type(before))):
        was, value = slot(before, name), slot(now, name)
        if was == value:
            continue
        if name not in mapping.attributes:
            yield f"{path}{name}"
        elif name in relations:
            items = value if is_list(value) else [value]
            for at, item in enumerate(items):
                source = sources.of(item) if isinstance(item, Record) else None
                if source is not None:
                    inner = f"{path}{name}[{at}]." if is_list(value) else f"{path}{name}."
                    yield from read_only(relations[name], source.record, item, sources, inner)
