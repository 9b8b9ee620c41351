"""What a write changes beside its record: sums of invoices, stock, journals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async.sandbox import bookkeeping, stock
from daftra_async.sandbox.documents import settle
from daftra_async.sandbox.store import NewRecord

if TYPE_CHECKING:
    from daftra_async.sandbox.account import Account
    from daftra_async.sandbox.store import Stored

INVOICES: Final = "invoices"


def follow(account: Account, collection: str, old: Stored | None, new: NewRecord | None) -> None:
    """Do what follows from a record that was made (no `old`), changed or deleted (no `new`)."""
    if collection == "invoice_payment":
        touched = [record.body.get("invoice_id") for record in (old, new) if record is not None]
        for invoice in dict.fromkeys(touched):
            settle(account, invoice)
    kind = old.kind if old is not None else new.kind if new is not None else None
    if collection == "invoice" and kind == INVOICES:
        stock.move(account, old, new)
    identity = old.id if old is not None else new.body["id"] if new is not None else 0
    bookkeeping.book(account, collection, identity, new)
    if collection == "invoice":
        _payments(account, identity)


def _payments(account: Account, invoice: int) -> None:
    """Book the payments that were written with an invoice."""
    for payment in account.store.children("invoice_payment", invoice):
        if not bookkeeping.journals(account, "invoice_payment", payment.id):
            bookkeeping.book(account, "invoice_payment", payment.id, NewRecord("invoice_payment", payment.body))
