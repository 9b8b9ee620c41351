# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class LeaveApplication(Record):
    """A request of an employee for leave, lateness or early departure.

    Returned by `leave_applications.list`, `leave_applications.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    days: str | None = attrs.field(default=ABSENT)
    """Length of the leave in days, as text."""
    date_from: date | None = attrs.field(default=ABSENT)
    """First day of the leave."""
    date_to: date | None = attrs.field(default=ABSENT)
    """Last day of the leave."""
    type: str | None = attrs.field(default=ABSENT)
    """Kind of leave application."""
    leave_type_id: str | None = attrs.field(default=ABSENT)
    """Leave type id."""
    late_time: str | None = attrs.field(default=ABSENT)
    """Late arrival time of the application, empty when none."""
    early_time: str | None = attrs.field(default=ABSENT)
    """Early leaving time of the application, empty when none."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    attachments: str | None = attrs.field(default=ABSENT)
    """Files attached to the record."""
