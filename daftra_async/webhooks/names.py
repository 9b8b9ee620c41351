"""What is documented of the events, as data."""

from __future__ import annotations

from typing import Final, Literal

Action = Literal["created", "updated", "deleted"]

EVENTS: Final[dict[str, tuple[str | None, Action | None]]] = {
    "invoice created": ("invoice", "created"),
    "invoice deleted": ("invoice", "deleted"),
    "client created": ("client", "created"),
    "client updated": ("client", "updated"),
    "client deleted": ("client", "deleted"),
    "supplier created": ("supplier", "created"),
    "supplier updated": ("supplier", "updated"),
    "supplier deleted": ("supplier", "deleted"),
    "product created": ("product", "created"),
    "product updated": ("product", "updated"),
    "product deleted": ("product", "deleted"),
    "item group created": ("item_group", "created"),
    "item group deleted": ("item_group", "deleted"),
    "tax deleted": ("tax", "deleted"),
    "refund receipt deleted": ("refund_receipt", "deleted"),
    "reset account": (None, None),
    "app status change": (None, None),
}
"""The documented events. Their names have not been seen in bodies; one that comes is believed."""

ENTITIES: Final = frozenset(entity for entity, _ in EVENTS.values() if entity is not None)
"""What events are about by the documentation."""

NAME_KEYS: Final = ("event", "event_name", "event_type", "topic")
"""Keys that senders of webhooks put the name of an event under."""

ENVELOPES: Final = ("data", "payload", "record", "object")
"""Keys that senders of webhooks put the record under."""

UNDESCRIBED: Final[dict[str, str]] = {"ItemGroup": "item_group", "item_group": "item_group"}
"""Wrappers of entities that no model describes; their records are read as `Entity`."""

SALES_DOCUMENTS: Final[dict[int, str]] = {
    0: "invoice",
    3: "estimate",
    5: "credit_note",
    6: "refund_receipt",
    19: "advance_payment",
}
"""Documents that share a table and nearly all keys, by their documented `type`; the other types are kinds of invoices."""


def plain(name: str) -> str:
    """Return a name of an event as it is documented: `Invoice.Created`, `invoice_created` -> `invoice created`."""
    for mark in "._-:/":
        name = name.replace(mark, " ")
    return " ".join(name.casefold().split())
