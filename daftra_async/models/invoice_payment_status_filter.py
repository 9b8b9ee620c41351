# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

from daftra_async.wire.enums import OpenIntEnum


class InvoicePaymentStatusFilter(OpenIntEnum):
    """Payment states the invoice list can be filtered by."""

    OVERDUE = -3
    """Past the due date."""
    DUE = -2
    """Due for payment."""
    DRAFT = -1
    """Drafts."""
    UNPAID = 0
    """Nothing paid; not documented."""
    PARTIALLY_PAID = 1
    """Paid in part; not documented."""
    PAID = 2
    """Paid in full; not documented."""
    SUBSCRIPTIONS = 3
    """Subscription invoices."""
    OVERPAID = 4
    """Overpaid or in credit."""


InvoicePaymentStatusFilterValue: TypeAlias = InvoicePaymentStatusFilter | Literal[-3, -2, -1, 0, 1, 2, 3, 4]
"""A member of `InvoicePaymentStatusFilter`, or its plain value."""
