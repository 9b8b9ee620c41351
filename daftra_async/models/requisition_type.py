# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class RequisitionType(OpenIntEnum):
    """Direction of a stock requisition."""

    INBOUND = 1
    """Into the warehouse."""
    OUTBOUND = 2
    """Out of the warehouse."""
    MANUAL_TRANSFER = 3
    """Manual transfer, no effect."""
