# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class InvoiceDepositType(OpenIntEnum):
    """Whether the deposit on a sales document has been paid."""

    UNPAID_DEFAULT = 0
    """Unpaid, the stored default."""
    UNPAID = 1
    """Unpaid."""
    PAID = 2
    """Paid."""
