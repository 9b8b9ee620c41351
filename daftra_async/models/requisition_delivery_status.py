# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class RequisitionDeliveryStatus(OpenIntEnum):
    """Delivery state of the stock requisition behind a sales document."""

    PENDING = 1
    """Waiting."""
    NOT_ALL_AVAILABLE = 2
    """Some items are out of stock."""
    ACCEPTED = 3
    """Accepted."""
    CANCELLED = 4
    """Cancelled."""
    MODIFIED = 5
    """Modified."""
