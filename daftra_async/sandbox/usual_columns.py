"""The fields that lists are usually filtered and sorted by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async.sandbox.derived import CUSTOM, DRAFT, DUE_DATE, ITEMS, KEYWORDS, SUBSCRIBED, link

if TYPE_CHECKING:
    from daftra_async.sandbox.store import Store

_PARTNER: Final = ("id", "business_name", "first_name", "last_name", "email", "phone1", "phone2", "city", "created", "modified")
_USUAL: Final[dict[str, tuple[str, ...]]] = {
    "invoice": (
        *("id", "no", "po_number", "client_id", "staff_id", "type", "date", "currency_code", "payment_status", "summary_total"),
        *("summary_unpaid", "work_order_id", "branch_id", "created", "modified", link("client_id")),
        *(DRAFT, DUE_DATE, SUBSCRIBED, KEYWORDS, ITEMS, CUSTOM),
    ),
    "client": (*_PARTNER, "client_number", "type", "category", "branch_id"),
    "supplier": (*_PARTNER, "supplier_number"),
    "product": ("id", "name", "product_code", "barcode", "brand", "category", "supplier_id", "created", "modified"),
    "invoice_payment": ("id", "invoice_id", "transaction_id", "date", "payment_method", "treasury_id", "created", "modified"),
}


def prepare(store: Store) -> None:
    """Make the columns of these fields."""
    store.prepare(_USUAL)
