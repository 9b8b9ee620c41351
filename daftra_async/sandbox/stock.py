"""Stock: an invoice takes what it sells out of the warehouse, and what becomes of the invoice moves it back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox.blanks import columns
from daftra_async.sandbox.codec import as_list, as_object
from daftra_async.sandbox.store import NewRecord
from daftra_async.sandbox.values import number

if TYPE_CHECKING:
    from daftra_async.sandbox.account import Account
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.store import Stored

_OUT: Final = 2
_SALE: Final = 2
_DONE: Final = 4


def move(account: Account, old: Stored | None, new: NewRecord | None) -> None:
    """Move the stock of an invoice that was made, changed or deleted.

    Balances of products change by the difference; the transactions of the invoice are those of its lines now.
    """
    before = _sold(account, old.body, old.parts) if old is not None else {}
    after = _sold(account, new.body, new.parts) if new is not None else {}
    quantities = ({identity: line["quantity"] for identity, line in sold.items()} for sold in (before, after))
    was, now = quantities
    if was == now:
        return
    for identity in was.keys() | now.keys():
        product = account.store.get("product", identity)
        assert product is not None
        balance = number(product.body.get("stock_balance")) + was.get(identity, 0) - now.get(identity, 0)
        account.store.add([NewRecord("product", {**product.body, "stock_balance": balance}, product.parts, product.kind)])
    identity = old.id if old is not None else new.body["id"] if new is not None else 0
    for transaction in account.store.children("stock_transaction", identity):
        account.store.delete("stock_transaction", transaction.id)
    if new is not None:
        account.store.add([_transaction(account, new.body, line) for line in after.values()])


def _sold(account: Account, body: Json, parts: Json) -> dict[int, Json]:
    """What an invoice sells of each product that is kept in stock: its first line, with the quantity of all."""
    found: dict[int, Json] = {}
    if body.get("draft"):
        return found
    for item in as_list(parts.get("InvoiceItem")) or []:
        line = as_object(item) or {}
        identity: Any = line.get("product_id")
        product = account.store.get("product", identity) if isinstance(identity, int) else None
        if product is None or not product.body.get("track_stock"):
            continue
        quantity = number(line.get("quantity"))
        if identity in found:
            quantity += found[identity]["quantity"]
        found[identity] = {**line, **found.get(identity, {}), "quantity": quantity}
    return found


def _transaction(account: Account, invoice: Json, line: Json) -> NewRecord:
    product = account.store.get("product", line["product_id"])
    now = account.now()
    price = number(line.get("unit_price"))
    body: Json = {
        **columns(account.spec, "stock_transaction", v1=True),
        "id": account.store.next_id("stock_transaction"),
        "product_id": line["product_id"],
        "transaction_type": _OUT,
        "source_type": _SALE,
        "order_id": invoice["id"],
        "date": now,
        "received_date": now,
        "status": _DONE,
        "quantity": Decimal(-line["quantity"]),
        "currency_code": invoice.get("currency_code"),
        "price": price,
        "price_without_tax": price,
        "store_id": line.get("store_id") or 1,
        "balance_to_date": product.body["stock_balance"] if product is not None else None,
        "created": now,
        "modified": now,
    }
    return NewRecord("stock_transaction", body, parent=invoice["id"])
