"""Custom fields of records: read by their labels in every form that the API shows, and written in the one that it documents.

    {"InvoiceCustomField": [{"label": "Order ID", "value": "7"}]}            a list of labels and values
    {"InvoiceCustomField": {"0": {"label": "Order ID", "value": "7"}}}       the same, keyed by index (documented for purchases)
    {"InvoiceCustomField": {"Order ID": "7"}}                                keyed by label
    {"client_custom_data": {"id": 3, "vat_category": "A"}}                   keyed by name, under a key that depends on the entity

The same label can stand in a record twice: the first one counts.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

from daftra_async._text import exact, refuse
from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.record import Record, sent_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LABELLED: Final = ("customfield", "customfields")
_NAMED: Final = ("customdata",)
_NOT_FIELDS: Final = frozenset({"id", "reference_id"})
"""Keys of custom data that tell which record it belongs to."""


def custom_fields(values: Mapping[str, object] | Iterable[tuple[str, object]]) -> dict[str, Any]:
    """Return custom fields as documents are written with them.

        InvoiceInput(client_id=15, invoice_custom_field=custom_fields({"Order ID": "4711", "Gift": None}))

    Args:
        values: Values by label, or pairs of label and value, where a label comes twice. A value is text, a whole number or a
            `Decimal`; None stands for empty text.

    Raises:
        ArgumentError: a label is empty, or a value is of another type.
    """
    pairs = cast("Mapping[Any, object]", values).items() if isinstance(values, Mapping) else values
    written: dict[str, Any] = {}
    for at, (label, value) in enumerate(pairs):
        if not isinstance(label, str) or not label.strip():
            refuse("values", f"the label {label!r:.60} was given", "text that is not empty")
        written[str(at)] = {"label": label, "value": _text(label, value)}
    return written


def values_of(record: Record) -> dict[str, Any]:
    """Return the custom fields of a record by label; of two with the same label the first one."""
    found: dict[str, Any] = {}
    for name, value in sent_values(record):
        if holds_labels(name):
            for label, each in _labelled(value):
                found.setdefault(label, each)
        elif name.replace("_", "").lower().endswith(_NAMED):
            for label, each in _members(value):
                if label not in _NOT_FIELDS:
                    found.setdefault(label, each)
    return found


def holds_labels(name: str) -> bool:
    """Return whether the attribute or key of this name holds custom fields by label."""
    return name.replace("_", "").lower().endswith(_LABELLED)


def changed(held: Any, values: Mapping[str, str]) -> Any:
    """Return custom fields with some values replaced or added, in the form that they are held in.

    Args:
        held: What a record has, in any form; None and an empty list or map for nothing.
        values: New values by label. Of two fields with the same label the first one is changed.
    """
    if not held:
        return custom_fields(values)
    found: Any = copy.deepcopy(held)
    entries = [entry for entry in (found if is_list(found) else found.values()) if "label" in dict(_members(entry))]
    for label, value in values.items():
        entry = next((each for each in entries if dict(_members(each)).get("label") == label), None)
        if isinstance(entry, Record):
            setattr(entry, "value", value)  # noqa: B010  # the models of entries have it, `Record` itself has not
        elif entry is not None:
            entry["value"] = value
        else:
            _add(found, label, value, by_label=not entries)
    return found


def _add(found: Any, label: str, value: str, *, by_label: bool) -> None:
    entry = {"label": label, "value": value}
    if is_list(found):
        found.append(entry)
    elif by_label:
        found[label] = value
    else:
        found[next(str(at) for at in range(len(found) + 1) if str(at) not in found)] = entry


def _labelled(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield labels and values of a list, or of a map."""
    if is_list(value):
        for item in value:
            yield from _entry(None, item)
    else:
        for key, item in _members(value):
            yield from _entry(key, item)


def _entry(key: str | None, item: Any) -> Iterator[tuple[str, Any]]:
    """Yield a label with its value; what has no label stands under its key in the map, and is passed over in a list."""
    members = dict(_members(item))
    label = members.get("label")
    if label not in (None, ""):
        yield str(label), members.get("value")
    elif key is not None and not members:
        yield key, item


def _members(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the keys of a map, or of a record, and what they hold."""
    if isinstance(value, Record):
        yield from sent_values(value)
    elif is_map(value):
        yield from ((str(key), member) for key, member in value.items())


def _text(label: str, value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Decimal):
        return format(exact("values", value), "f")
    if isinstance(value, bool) or not isinstance(value, int):
        refuse("values", f"{type(value).__name__} was given for {label!r:.60}", "text, a whole number or Decimal")
    return str(int(value))
