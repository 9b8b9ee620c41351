# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .appointment_partner_type import AppointmentPartnerType
from .appointment_status import AppointmentStatus


@attrs.define(kw_only=True, repr=False)
class AppointmentInput(Input):
    """Input for a scheduled follow-up with a client about a document."""

    item_id: int = attrs.field()
    """Linked record id, of the kind in item_type."""
    staff_id: int | list[int] | UnsetType = attrs.field(default=UNSET)
    """Id of the staff member who created it (0 for the site owner), or a list of the assigned staff ids. Listed by `staff.list`."""
    date: datetime = attrs.field()
    """Start of the appointment, in account-local time."""
    end_date: datetime | None | UnsetType = attrs.field(default=UNSET)
    """End of the appointment, in account-local time."""
    body: str | UnsetType = attrs.field(default=UNSET)
    """Text of the appointment."""
    action_id: int | UnsetType = attrs.field(default=UNSET)
    """Follow-up action id. Listed by `follow_up_statuses.list`."""
    status: AppointmentStatus | UnsetType = attrs.field(default=UNSET)
    """Whether the appointment is scheduled, done or dismissed. Default on the server: 0."""
    status_date: datetime | UnsetType = attrs.field(default=UNSET)
    """Date and time of the status, account-local."""
    post_id: int | UnsetType = attrs.field(default=UNSET)
    """Linked note id, 0 for none. Listed by `notes.list`. Default on the server: 0."""
    recurring: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the appointment repeats. Default on the server: False."""
    partner_type: AppointmentPartnerType = attrs.field()
    """Kind of partner that partner_id points to."""
    partner_id: int = attrs.field()
    """Partner id, of the kind in partner_type."""
    share_with_partner: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the appointment is shared with the partner. Default on the server: False."""
