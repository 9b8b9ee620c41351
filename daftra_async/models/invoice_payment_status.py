# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class InvoicePaymentStatus(OpenIntEnum):
    """How far a sales document has been paid, as computed by the server."""

    DRAFT = -1
    """Draft, not yet payable."""
    UNPAID = 0
    """Nothing paid."""
    PARTIALLY_PAID = 1
    """Paid in part."""
    PAID = 2
    """Paid in full."""
    REFUNDED = 3
    """Refunded."""
    OVERPAID = 4
    """Paid more than the total."""
