# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class RequisitionStatus(OpenIntEnum):
    """Progress of a stock requisition."""

    UNDER_DELIVERY = 1
    """Being delivered."""
    ACCEPTED = 3
    """Accepted."""
    REJECTED = 4
    """Rejected."""
