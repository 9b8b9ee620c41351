# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date, datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class StaffInfo(Record):
    """Personal details of a staff member."""

    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    department_id: int | None = attrs.field(default=ABSENT)
    """Department the record belongs to."""
    employment_level_id: int | None = attrs.field(default=ABSENT)
    """Employment level of the record."""
    employment_type_id: int | None = attrs.field(default=ABSENT)
    """Employment type of the record."""
    designation_id: int | None = attrs.field(default=ABSENT)
    """Designation (job title) of the staff member."""
    birth_date: date | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Date of birth."""
    gender: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Gender of the person."""
    personal_email: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Personal e-mail address of the staff member."""
    permanent_address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First line of the permanent address."""
    permanent_address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second line of the permanent address."""
    permanent_city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the permanent address."""
    permanent_state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or region of the permanent address."""
    permanent_postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the permanent address."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    attendance_shift_id: int | None = attrs.field(default=ABSENT)
    """Attendance shift of the staff member."""
    leave_policy_id: int | None = attrs.field(default=ABSENT)
    """Leave policy of the staff member."""
    has_secondary_shift: int | None = attrs.field(default=ABSENT)
    """Whether the staff member has a secondary shift."""
    secondary_shift_id: int | None = attrs.field(default=ABSENT)
    """Secondary attendance shift of the staff member."""
    direct_manager_id: int | None = attrs.field(default=ABSENT)
    """Direct manager of the staff member."""
