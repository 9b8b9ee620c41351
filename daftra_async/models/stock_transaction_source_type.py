# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class StockTransactionSourceType(OpenIntEnum):
    """Kind of record that caused a stock movement."""

    MANUAL = 1
    """Entered by hand."""
    INVOICE = 2
    """Invoice."""
    PURCHASE_INVOICE = 3
    """Purchase invoice."""
    CREDIT_NOTE = 4
    """Credit note."""
    TRANSFER = 5
    """Transfer between warehouses."""
    REFUND_RECEIPT = 6
    """Refund receipt."""
    PURCHASE_REFUND = 7
    """Purchase refund."""
