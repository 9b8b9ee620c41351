# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

from daftra_async.wire.enums import OpenIntEnum


class BookingStatus(OpenIntEnum):
    """State a booking can be moved to."""

    CONFIRMED = 1
    """Confirmed."""
    CANCELLED = 3
    """Cancelled."""
    DONE = 4
    """Done."""


BookingStatusValue: TypeAlias = BookingStatus | Literal[1, 3, 4]
"""A member of `BookingStatus`, or its plain value."""
