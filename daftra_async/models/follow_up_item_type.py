# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class FollowUpItemType(OpenIntEnum):
    """Kind of record an appointment or a follow-up status belongs to."""

    WORKFLOW = 0
    """Workflow or rental reservation order."""
    CLIENT = 1
    """Client."""
    INVOICE = 2
    """Invoice."""
    ESTIMATE = 3
    """Estimate."""
    PURCHASE_ORDER = 4
    """Purchase order."""
    STAFF = 5
    """Staff member."""
    SUPPLIER = 6
    """Supplier."""
    PRODUCT = 7
    """Product."""
    WORK_ORDER = 8
    """Work order."""
    APPOINTMENT = 9
    """Appointment."""
    SHIFT = 10
    """Shift."""
    BOOKING = 11
    """Booking."""
    PURCHASE_REQUEST = 14
    """Purchase request."""
    MANUFACTURING_ORDER = 23
    """Manufacturing order."""
    PRODUCTION_PLAN = 24
    """Production plan."""
    LEASE_CONTRACT = 27
    """Lease contract."""
