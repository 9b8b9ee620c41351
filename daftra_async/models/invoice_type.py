# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

from daftra_async.wire.enums import OpenIntEnum


class InvoiceType(OpenIntEnum):
    """Kind of sales document an invoice row stands for."""

    INVOICE = 0
    """Ordinary sales invoice."""
    TEMPLATE = 1
    """Invoice template."""
    SUBSCRIPTION = 2
    """Recurring invoice subscription."""
    ESTIMATE = 3
    """Estimate."""
    CREDIT_NOTE = 5
    """Credit note."""
    REFUND_RECEIPT = 6
    """Refund receipt."""
    RESELLER = 7
    """Reseller document, also documented as BNR."""
    BOOKING = 8
    """Booking."""
    TEMP_INVOICE = 9
    """Temporary invoice."""
    INSURANCE_INVOICE = 10
    """Insurance invoice."""
    INSURANCE_REFUND = 11
    """Insurance refund."""
    SALES_ORDER = 12
    """Sales order."""
    TEMP_BOOKING = 13
    """Temporary booking."""
    RESERVATION_ORDER = 14
    """Reservation order."""
    SHOP_FRONT = 15
    """Shop front."""
    DEBIT_NOTE = 16
    """Debit note."""
    CONTRACT_INSTALLMENT = 17
    """Contract installment."""
    LEASE_CONTRACT = 18
    """Lease contract."""
    ADVANCE_PAYMENT = 19
    """Advance payment."""


InvoiceTypeValue: TypeAlias = InvoiceType | Literal[0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
"""A member of `InvoiceType`, or its plain value."""
