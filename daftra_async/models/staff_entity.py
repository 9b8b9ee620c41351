# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record

from .staff_custom_data import StaffCustomData
from .staff_info import StaffInfo
from .staff_job import StaffJob


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class StaffEntity(Record):
    """A staff member as nested in v2 records."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    added_by: int | None = attrs.field(default=ABSENT)
    """Staff member who added it, 0 for the site owner."""
    role_id: int | None = attrs.field(default=ABSENT)
    """Staff role id, from the Role listing."""
    name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Name of the staff member."""
    middle_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Middle name of the staff member."""
    last_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Last name of the person."""
    photo: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Photo of the person."""
    can_access_system: int | None = attrs.field(default=ABSENT)
    """Whether the staff member may log in."""
    home_phone: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Home phone number."""
    business_phone: str | None = attrs.field(default=ABSENT, metadata={"wire": "business_Phone", "redact": True})
    """Business phone number."""
    mobile: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Mobile phone number."""
    fax: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Fax number of the person."""
    country_code: str | None = attrs.field(default=ABSENT)
    """Country code (ISO 3166-1 alpha-2)."""
    address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First address line."""
    address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second address line."""
    city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the address."""
    state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the address."""
    postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the address."""
    note: str | None = attrs.field(default=ABSENT)
    """Free-text note on the record."""
    email_address: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Email address of the staff member."""
    last_login: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last login, account-local."""
    active: int | None = attrs.field(default=ABSENT)
    """Whether the record is active."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    hourly_rate: Decimal | None = attrs.field(default=ABSENT)
    """Pay per hour, in hourly_rate_currency_code."""
    hourly_rate_currency_code: str | None = attrs.field(default=ABSENT)
    """Currency of the hourly rate (ISO 4217)."""
    default_store_id: int | None = attrs.field(default=ABSENT)
    """Default warehouse id (a store) of the staff member."""
    default_treasury_id: int | None = attrs.field(default=ABSENT)
    """Default treasury of the staff member."""
    maximum_general_discount: Decimal | None = attrs.field(default=ABSENT)
    """Largest discount the staff member may give, null for no limit."""
    language_code: int | None = attrs.field(default=ABSENT)
    """Language, from the languageCodes listing."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    full_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Full name of the staff member."""
    attendance_restriction_id: int | None = attrs.field(default=ABSENT)
    """Attendance restriction of the staff member."""
    type: str | None = attrs.field(default=ABSENT)
    """Kind of staff member."""
    default_account_id: int | None = attrs.field(default=ABSENT)
    """Default account of the staff member."""
    citizenship_status: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Citizenship status of the staff member."""
    residence_expiry_date: date | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Date the residence permit expires."""
    nationality: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Nationality of the staff member."""
    code: str | None = attrs.field(default=ABSENT)
    """Short code of the record."""
    official_id: int | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Official identity number of the staff member."""
    staff_info: StaffInfo | None = attrs.field(default=ABSENT)
    """Personal and organisational details of the staff member."""
    staff_job: StaffJob | None = attrs.field(default=ABSENT)
    """Contract and employment details of the staff member."""
    staff_custom_data: StaffCustomData | None = attrs.field(default=ABSENT)
    """Custom field data of the staff member."""
    password: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Login password, written but never read back."""
    deleted: bool | None = attrs.field(default=ABSENT)
    """Whether the record is deleted."""
    deleted_at: datetime | None = attrs.field(default=ABSENT)
    """When the record was deleted, null while it exists."""
    follow_up_status: int | None = attrs.field(default=ABSENT)
    """Follow-up status id."""
    auth_id: int | None = attrs.field(default=ABSENT)
    """Authentication record id of the staff member."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    smtp_email_address_id: int | None = attrs.field(default=ABSENT)
    """Outgoing e-mail address id of the staff member."""
    official_id_unique_check: Any = attrs.field(default=ABSENT, metadata={"redact": True})
    """Uniqueness marker for the official identity number."""
