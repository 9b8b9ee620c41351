"""What filters compare that is no single field of a record: a day worked out from two fields, the texts of all lines, a link."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox.codec import as_list, as_object
from daftra_async.sandbox.values import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from daftra_async.sandbox.codec import Json

DUE_DATE: Final = "=due_date"
DRAFT: Final = "=draft"
SUBSCRIBED: Final = "=subscribed"
KEYWORDS: Final = "=keywords"
ITEMS: Final = "=items"
CUSTOM: Final = "=custom"
SEPARATOR: Final = "\x1f"
"""Between the texts of a value that is made of several."""
_PAIR: Final = "\x1e"
_LINK: Final = "=link "
_SEARCHED: Final = ("no", "client_business_name", "notes", "po_number", "name")


def link(name: str) -> str:
    """The value of a field if it is an id of another record."""
    return f"{_LINK}{name}"


def due_date(body: Json) -> str | None:
    """The day an invoice is due, counted from its date."""
    try:
        day = dt.date.fromisoformat(body.get("date") or "")
    except ValueError:
        return None
    return (day + dt.timedelta(days=int(body.get("due_after") or 0))).isoformat()


def searched_texts(body: Json) -> list[str]:
    """What the keywords of an invoice are searched in, without case."""
    return [str(body.get(name) or "").casefold() for name in _SEARCHED]


def item_texts(parts: Json) -> list[str]:
    """The items of an invoice's lines, without case."""
    return [str(line.get("item")).casefold() for line in parts.get("InvoiceItem", [])]


def custom_texts(parts: Json) -> list[str]:
    """The values of an invoice's custom fields, each by itself, under its label and under its id."""
    part = parts.get("InvoiceCustomField")
    members: Mapping[Any, Any] = as_object(part) or dict(enumerate(as_list(part) or []))
    found: list[str] = []
    for key, item in members.items():
        # A list of labels and values, the same with "0", "1" as keys, or values by label or id.
        entry = as_object(item)
        entry = {"label": key, "id": key, "value": item} if entry is None else entry
        value = entry.get("value")
        if value is None or isinstance(value, (dict, list)):
            continue
        text = as_text(value)
        found += [text, labelled("label", entry.get("label"), text)]
        found += [labelled("id", entry.get(name), text) for name in ("id", "custom_field_id") if entry.get(name) is not None]
    return found


def labelled(kind: str, name: Any, value: str) -> str:
    """The value of a custom field together with its label or id."""
    return _PAIR.join([kind, as_text(name) or "", value])


def custom_wanted(behaviour: str, label: str | None, value: str) -> list[str]:
    """Texts of which an invoice has one if a custom field holds a value."""
    if not label:
        return [value]
    kinds = ("label", "id") if behaviour == "both" else (behaviour,)
    return [labelled(kind, label, value) for kind in kinds]


def _joined(texts: Iterable[str]) -> str:
    found = list(texts)
    if any(SEPARATOR in text for text in found):
        msg = "a text holds the separator"
        raise ValueError(msg)
    return SEPARATOR.join(["", *found, ""])


_DERIVED: Final[Mapping[str, Callable[[Json, Json], Any]]] = {
    DUE_DATE: lambda body, _: due_date(body),
    DRAFT: lambda body, _: bool(body.get("draft")),
    SUBSCRIBED: lambda body, _: bool(body.get("subscription_id")),
    KEYWORDS: lambda body, _: _joined(searched_texts(body)),
    ITEMS: lambda _, parts: _joined(item_texts(parts)),
    CUSTOM: lambda _, parts: _joined(custom_texts(parts)),
}


def field_of(name: str) -> str | None:
    """The one field that a value is read from; None where it takes more than that."""
    return None if name in _DERIVED else name.removeprefix(_LINK)


def read(name: str, body: Json, parts: Json) -> Any:
    """The value of a field, or of what is derived from several.

    Raises:
        ValueError: the record holds what it cannot be derived from.
    """
    if name in _DERIVED:
        return _DERIVED[name](body, parts)
    if name.startswith(_LINK):
        found = body.get(name.removeprefix(_LINK))
        return found if isinstance(found, int) else None
    return body.get(name)
