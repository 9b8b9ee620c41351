# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.wire.record import ABSENT

from .purchase_document import PurchaseDocument
from .purchase_order_item import PurchaseOrderItem
from .purchase_payment import PurchasePayment
from .supplier import Supplier
from .tax import Tax


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class PurchaseInvoice(PurchaseDocument):
    """A supplier's bill with its lines; called PurchaseOrder on the wire.

    Returned by `purchase_invoices.list`, `purchase_invoices.get`.
    """

    po_number: str | None = attrs.field(default=ABSENT)
    """Purchase order number, as text. Not documented, but in use."""
    notes: str | None = attrs.field(default=ABSENT)
    """Notes as free text. Not documented, but in use."""
    supplier: Supplier | None = attrs.field(default=ABSENT, metadata={"wire": "Supplier"})
    """The supplier record."""
    staff: dict[str, Any] | None = attrs.field(default=ABSENT)
    """Staff member linked to the record."""
    purchase_order_item: list[PurchaseOrderItem] | None = attrs.field(default=ABSENT, metadata={"wire": "PurchaseOrderItem"})
    """Lines of the purchase document."""
    purchase_order_tax: list[Tax] | None = attrs.field(default=ABSENT, metadata={"wire": "PurchaseOrderTax"})
    """Taxes charged on the purchase document."""
    purchase_order_custom_field: dict[str, Any] | None = attrs.field(
        default=ABSENT, metadata={"wire": "PurchaseOrderCustomField"}
    )
    """Custom fields of the purchase document, keyed by index."""
    purchase_order_payment: list[PurchasePayment] | None = attrs.field(default=ABSENT, metadata={"wire": "PurchaseOrderPayment"})
    """Payments of the purchase invoice."""
