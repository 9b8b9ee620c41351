"""Journals of documents: each invoice, payment, expense and income that is written has a balanced one."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox.blanks import columns
from daftra_async.sandbox.codec import as_list, as_object
from daftra_async.sandbox.currencies import unit_of
from daftra_async.sandbox.store import NewRecord
from daftra_async.sandbox.totals import COMPLETED, cents
from daftra_async.sandbox.values import number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from daftra_async.sandbox.account import Account
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.store import Stored

    Entries = Sequence[tuple[int, Decimal]]
    """Ids of accounts with amounts: a debit above zero, a credit below."""

_RECEIVABLES, _SALES, _TAXES, _TREASURY, _EXPENSES, _INCOMES = range(1, 7)


def book(account: Account, collection: str, identity: int, record: NewRecord | None) -> None:
    """Put the journal of a document in place of the one it had; a document that is gone or a draft has none."""
    if collection not in _ENTRIES:
        return
    old = journals(account, collection, identity)
    for journal in old:
        account.store.delete("journal", journal.id)
    entries = [] if record is None else [(name, amount) for name, amount in _ENTRIES[collection](record) if amount]
    if record is not None and entries:
        given = old[0].body if old else None
        account.store.add([_journal(account, record, entries, given)])


def journals(account: Account, collection: str, identity: int) -> list[Stored]:
    """The journals of a document that was written; those of the demo account belong to none."""
    return [item for item in account.store.children("journal", identity) if item.body["entity_type"] == collection]


def _invoice(record: NewRecord) -> Entries:
    if record.body.get("draft"):
        return []
    lines = [as_object(item) or {} for item in as_list(record.parts.get("InvoiceItem")) or []]
    taxes = sum((number(line.get(f"summary_{name}")) for line in lines for name in ("tax1", "tax2")), Decimal(0))
    taxes = cents(taxes, unit_of(record.body.get("currency_code")))
    total = number(record.body.get("summary_total"))
    return [(_RECEIVABLES, total), (_SALES, taxes - total), (_TAXES, -taxes)]


def _payment(record: NewRecord) -> Entries:
    amount = number(record.body.get("amount")) if record.body.get("status") == COMPLETED else Decimal(0)
    return [(_TREASURY, amount), (_RECEIVABLES, -amount)]


def _expense(record: NewRecord) -> Entries:
    amount = number(record.body.get("amount"))
    return [(_EXPENSES, amount), (_TREASURY, -amount)]


def _income(record: NewRecord) -> Entries:
    amount = number(record.body.get("amount"))
    return [(_TREASURY, amount), (_INCOMES, -amount)]


_ENTRIES: Final[Mapping[str, Callable[[NewRecord], Entries]]] = {
    "invoice": _invoice,
    "invoice_payment": _payment,
    "expense": _expense,
    "income": _income,
}


def _journal(account: Account, record: NewRecord, entries: Entries, old: Json | None) -> NewRecord:
    document, collection, now = record.body, record.collection, account.now()
    total = sum((amount for _, amount in entries if amount > 0), Decimal(0))
    title = f"{collection.replace('_', ' ').capitalize()} #{document.get('no') or document['id']}"
    body: Json = {
        **columns(account.spec, "journal", v1=True),
        "id": old["id"] if old is not None else account.store.next_id("journal"),
        "number": old["number"] if old is not None else f"{account.store.next_id('journal numbers'):05d}",
        "date": (document.get("date") or now)[:10],
        "name": title,
        "description": title,
        "entity_type": collection,
        "entity_id": str(document["id"]),
        "is_automatic": 1,
        **dict.fromkeys(("total_debit", "total_credit", "currency_debit", "currency_credit"), total),
        "currency_code": document.get("currency_code"),
        "staff_id": document.get("staff_id"),
        "created": old["created"] if old is not None else now,
        "modified": now,
    }
    lines = [_line(account, body, name, amount) for name, amount in entries]
    return NewRecord("journal", body, {"JournalTransaction": lines}, parent=document["id"])


def _line(account: Account, journal: Json, name: int, amount: Decimal) -> Json:
    debit, credit = max(amount, Decimal(0)), max(-amount, Decimal(0))
    shared: dict[str, Any] = {key: journal[key] for key in ("currency_code", "created", "modified")}
    return {
        "id": account.store.next_id("JournalTransaction lines"),
        "journal_id": str(journal["id"]),
        "journal_account_id": name,
        "debit": debit,
        "credit": credit,
        "currency_debit": debit,
        "currency_credit": credit,
        "currency_rate": Decimal(1),
        "subkey": "",
        "description": "",
        "alter_description": "",
        **shared,
    }
