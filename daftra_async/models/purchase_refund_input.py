# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType

from .purchase_document_input import PurchaseDocumentInput
from .purchase_order_item_input import PurchaseOrderItemInput


@attrs.define(kw_only=True, repr=False)
class PurchaseRefundInput(PurchaseDocumentInput):
    """Input for a document for bought goods sent back to a supplier.

    Accepted by `purchase_refunds.create`, `purchase_refunds.update`.
    """

    purchase_order_item: list[PurchaseOrderItemInput] | UnsetType = attrs.field(
        default=UNSET, metadata={"wire": "PurchaseOrderItem"}
    )
    """Lines of the purchase document."""
