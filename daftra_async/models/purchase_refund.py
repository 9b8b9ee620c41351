# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .purchase_document import PurchaseDocument


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class PurchaseRefund(PurchaseDocument):
    """A document for bought goods sent back to a supplier.

    Returned by `purchase_refunds.list`, `purchase_refunds.get`.
    """
