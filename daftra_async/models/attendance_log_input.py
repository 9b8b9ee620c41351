# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class AttendanceLogInput(Input):
    """Input for a sign-in or sign-out of an employee.

    Accepted by `attendance_logs.create`.
    """

    session_id: int | UnsetType = attrs.field(default=UNSET)
    """Attendance session id."""
    source_id: int | UnsetType = attrs.field(default=UNSET)
    """Source of the attendance log entry."""
    source_method: Any | UnsetType = attrs.field(default=UNSET)
    """Method that produced the attendance entry, if known."""
    source_name: str | UnsetType = attrs.field(default=UNSET)
    """Name of the source behind the attendance entry."""
    source_type: str | UnsetType = attrs.field(default=UNSET)
    """Kind of source of the attendance log entry."""
    staff_id: int = attrs.field()
    """Staff member id, 0 for the site owner."""
    status: str | UnsetType = attrs.field(default=UNSET)
    """Status of the attendance log entry. Default on the server: draft."""
    time: str = attrs.field()
    """Time of the attendance log entry."""
