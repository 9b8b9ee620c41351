# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class RequisitionOrderType(OpenIntEnum):
    """Kind of order a stock requisition was made for."""

    INBOUND = 1
    """Inbound."""
    OUTBOUND = 2
    """Outbound."""
    MANUAL_TRANSFER = 8
    """Manual transfer."""
    SALES_ORDER = 25
    """Sales order."""
