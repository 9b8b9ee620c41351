# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Staff(Record):
    """An employee or user of the account.

    Returned by `staff.list`, `staff.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    added_by: int | None = attrs.field(default=ABSENT)
    """Staff member who added it, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    role_id: int | None = attrs.field(default=ABSENT)
    """Staff role id. Listed by `listing.get` (Role)."""
    name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Name of the staff member. At most 255 characters."""
    home_phone: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Home phone number. At most 50 characters."""
    business_phone: str | None = attrs.field(default=ABSENT, metadata={"wire": "business_Phone", "redact": True})
    """Business phone number. At most 50 characters."""
    mobile: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Mobile phone number. At most 50 characters."""
    fax: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Fax number of the person. At most 50 characters."""
    country_code: str | None = attrs.field(default=ABSENT)
    """Country code (ISO 3166-1 alpha-2). At most 3 characters."""
    address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First address line. At most 255 characters."""
    address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second address line. At most 255 characters."""
    city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the address. At most 100 characters."""
    state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the address. At most 100 characters."""
    postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the address. At most 20 characters."""
    notes: str | None = attrs.field(default=ABSENT)
    """Notes as free text."""
    email_address: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Email address of the staff member."""
    last_login: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last login, account-local."""
    active: bool | None = attrs.field(default=ABSENT)
    """Whether the record is active."""
    deleted: bool | None = attrs.field(default=ABSENT)
    """Whether the record is deleted."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    follow_up_status: int | None = attrs.field(default=ABSENT)
    """Follow-up status id. Listed by `follow_up_statuses.list` (staff)."""
    hourly_rate: Decimal | None = attrs.field(default=ABSENT)
    """Pay per hour, in hourly_rate_currency_code."""
    hourly_rate_currency_code: str | None = attrs.field(default=ABSENT)
    """Currency of the hourly rate (ISO 4217). At most 5 characters. Example: 'USD'."""
    default_store_id: int | None = attrs.field(default=ABSENT)
    """Default warehouse id (a store) of the staff member. Listed by `stores.list`."""
    default_treasury_id: int | None = attrs.field(default=ABSENT)
    """Default treasury of the staff member. Listed by `treasuries.list`."""
    language_code: str | None = attrs.field(default=ABSENT)
    """Language. Listed by `listing.get` (languageCodes)."""
    maximum_general_discount: Decimal | None = attrs.field(default=ABSENT)
    """Largest discount the staff member may give, null for no limit."""
