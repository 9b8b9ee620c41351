# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class AppointmentStatus(OpenIntEnum):
    """Progress of an appointment."""

    SCHEDULED = 0
    """Planned."""
    DONE = 1
    """Done."""
    DISMISSED = 2
    """Dismissed."""
