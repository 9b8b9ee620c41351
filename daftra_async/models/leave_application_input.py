# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class LeaveApplicationInput(Input):
    """Input for a request of an employee for leave, lateness or early departure.

    Accepted by `leave_applications.create`, `leave_applications.update`.
    """

    id: int | UnsetType = attrs.field(default=UNSET)
    """Unique id of the record."""
    staff_id: int = attrs.field()
    """Staff member id, 0 for the site owner."""
    days: str | UnsetType = attrs.field(default=UNSET)
    """Length of the leave in days, as text."""
    date_from: date = attrs.field()
    """First day of the leave."""
    date_to: date = attrs.field()
    """Last day of the leave."""
    type: str | UnsetType = attrs.field(default=UNSET)
    """Kind of leave application."""
    leave_type_id: str | UnsetType = attrs.field(default=UNSET)
    """Leave type id."""
    late_time: str | UnsetType = attrs.field(default=UNSET)
    """Late arrival time of the application, empty when none."""
    early_time: str | UnsetType = attrs.field(default=UNSET)
    """Early leaving time of the application, empty when none."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    attachments: str | UnsetType = attrs.field(default=UNSET)
    """Files attached to the record."""
