# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class WorkOrderStatus(OpenIntEnum):
    """Progress of a work order."""

    OPEN = 1
    """Open."""
    CLOSED = 2
    """Closed."""
    CANCELLED = 3
    """Cancelled."""
    DRAFT = 4
    """Draft."""
