# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType

from .purchase_document_input import PurchaseDocumentInput
from .purchase_order_item_input import PurchaseOrderItemInput


@attrs.define(kw_only=True, repr=False)
class PurchaseInvoiceInput(PurchaseDocumentInput):
    """Input for a supplier's bill with its lines; called PurchaseOrder on the wire.

    Accepted by `purchase_invoices.create`, `purchase_invoices.update`.
    """

    po_number: str | None | UnsetType = attrs.field(default=UNSET)
    """Purchase order number, as text. Not documented, but in use."""
    notes: str | None | UnsetType = attrs.field(default=UNSET)
    """Notes as free text. Not documented, but in use."""
    purchase_order_item: list[PurchaseOrderItemInput] | UnsetType = attrs.field(
        default=UNSET, metadata={"wire": "PurchaseOrderItem"}
    )
    """Lines of the purchase document."""
