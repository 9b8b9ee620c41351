# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class PaymentStatus(OpenIntEnum):
    """Outcome of a payment."""

    FAILED = 0
    """Failed."""
    COMPLETED = 1
    """Completed."""
    PENDING = 2
    """Pending."""
    NOT_COMPLETED = 3
    """Not completed."""
