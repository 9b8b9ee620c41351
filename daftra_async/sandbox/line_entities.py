"""Lines of documents as entities of their own, which `/v2` lists; they are kept in their documents and read from there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from daftra_async.sandbox.codec import dumps
from daftra_async.sandbox.filters import Filters, apply
from daftra_async.sandbox.store import Stored

if TYPE_CHECKING:
    from daftra_async.sandbox.account import Account


@dataclass(frozen=True)
class _Lines:
    collection: str
    """The documents."""
    part: str
    parent: str
    """Field that names the document."""


_LINES: Final = {
    "invoice_item": _Lines("invoice", "InvoiceItem", "invoice_id"),
    "purchase_order_item": _Lines("purchase_order", "PurchaseOrderItem", "purchase_order_id"),
    "journal_transaction": _Lines("journal", "JournalTransaction", "journal_id"),
}
NAMES: Final = frozenset(_LINES)


def matching(account: Account, entity: str, filters: Filters, branch: int | None) -> list[Stored]:
    """The lines that match, in the order asked for."""
    key = (entity, repr(filters), branch)
    return account.rows(_LINES[entity].collection, key, lambda: _matching(account, entity, filters, branch))


def _matching(account: Account, entity: str, filters: Filters, branch: int | None) -> list[Stored]:
    lines = _LINES[entity]
    # Only the documents that the filters name are read.
    wanted: list[int] | None = None
    for condition in filters.every:
        if condition.name == lines.parent and condition.operator in {"eq", "in"}:
            wanted = [int(value) for value in condition.values if value.isascii() and value.isdigit()]
    found = account.store.ids(lines.collection, branch=branch)
    if wanted is not None:
        found = sorted(set(found) & set(wanted))
    rows = [
        Stored(line["id"], None, dumps({**line, lines.parent: document.id}))
        for document in account.store.many(lines.collection, found)
        for line in document.parts.get(lines.part) or ()
    ]
    return apply(account, entity, rows, filters)


def find(account: Account, entity: str, identity: int) -> Stored | None:
    """One line by its id."""
    return next((line for line in matching(account, entity, Filters(), None) if line.id == identity), None)
