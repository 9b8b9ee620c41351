# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class AttendanceLog(Record):
    """A sign-in or sign-out of an employee.

    Returned by `attendance_logs.list`, `attendance_logs.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    session_id: int | None = attrs.field(default=ABSENT)
    """Attendance session id."""
    source_id: int | None = attrs.field(default=ABSENT)
    """Source of the attendance log entry."""
    source_method: Any = attrs.field(default=ABSENT)
    """Method that produced the attendance entry, if known."""
    source_name: str | None = attrs.field(default=ABSENT)
    """Name of the source behind the attendance entry."""
    source_type: str | None = attrs.field(default=ABSENT)
    """Kind of source of the attendance log entry."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    status: str | None = attrs.field(default=ABSENT)
    """Status of the attendance log entry. Default on the server: draft."""
    time: str | None = attrs.field(default=ABSENT)
    """Time of the attendance log entry."""
