# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record

from .appointment_partner_type import AppointmentPartnerType
from .appointment_status import AppointmentStatus
from .follow_up_item_type import FollowUpItemType


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Appointment(Record):
    """A scheduled follow-up with a client about a document."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    item_type: FollowUpItemType | None = attrs.field(default=ABSENT)
    """Kind of record that item_id points to."""
    item_id: int | None = attrs.field(default=ABSENT)
    """Linked record id, of the kind in item_type."""
    staff_id: int | list[int] | None = attrs.field(default=ABSENT)
    """Id of the staff member who created it (0 for the site owner), or a list of the assigned staff ids. Listed by `staff.list`."""
    date: datetime | None = attrs.field(default=ABSENT)
    """Start of the appointment, in account-local time."""
    end_date: datetime | None = attrs.field(default=ABSENT)
    """End of the appointment, in account-local time."""
    body: str | None = attrs.field(default=ABSENT)
    """Text of the appointment."""
    action_id: int | None = attrs.field(default=ABSENT)
    """Follow-up action id. Listed by `follow_up_statuses.list`."""
    status: AppointmentStatus | None = attrs.field(default=ABSENT)
    """Whether the appointment is scheduled, done or dismissed. Default on the server: 0."""
    status_date: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the status, account-local."""
    post_id: int | None = attrs.field(default=ABSENT)
    """Linked note id, 0 for none. Listed by `notes.list`. Default on the server: 0."""
    recurring_appointment_id: int | None = attrs.field(default=ABSENT)
    """Repeating appointment this one belongs to."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    partner_type: AppointmentPartnerType | None = attrs.field(default=ABSENT)
    """Kind of partner that partner_id points to."""
    partner_id: int | None = attrs.field(default=ABSENT)
    """Partner id, of the kind in partner_type."""
    share_with_partner: bool | None = attrs.field(default=ABSENT)
    """Whether the appointment is shared with the partner. Default on the server: False."""
