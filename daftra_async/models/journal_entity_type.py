# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenStrEnum


class JournalEntityType(OpenStrEnum):
    """Kind of record a journal was posted for."""

    INVOICE = "invoice"
    """Invoice."""
    REFUND_RECEIPT = "refund_receipt"
    """Refund receipt."""
    CREDIT_NOTE = "credit_note"
    """Credit note."""
    PURCHASE_ORDER = "purchase_order"
    """Purchase order."""
    PURCHASE_REFUND = "purchase_refund"
    """Purchase refund."""
    INVOICE_SALES_COST = "invoice_sales_cost"
    """Cost of an invoice's sales."""
    EXPENSE = "expense"
    """Expense."""
    INCOME = "income"
    """Income."""
    INVOICE_PAYMENT = "invoice_payment"
    """Invoice payment."""
    PURCHASE_ORDER_PAYMENT = "purchase_order_payment"
    """Purchase order payment."""
    STOCK_TRANSACTION = "stock_transaction"
    """Stock transaction."""
    STOCK_TRANSFER = "stock_transfer"
    """Stock transfer."""
    TREASURY_TRANSFER = "treasury_transfer"
    """Treasury transfer."""
    TREASURY_TRANSFER_FROM = "treasury_transfer_from"
    """Outgoing side of a treasury transfer."""
    TREASURY_TRANSFER_TO = "treasury_transfer_to"
    """Incoming side of a treasury transfer."""
    ASSET = "asset"
    """Asset."""
    ASSET_DEPRECATION = "asset_deprecation"
    """Asset depreciation."""
    ASSET_OPERATION = "asset_operation"
    """Asset operation."""
    REQUISITION = "requisition"
    """Requisition."""
