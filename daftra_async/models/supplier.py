# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Supplier(Record):
    """A vendor that the account buys goods and services from.

    Returned by `suppliers.list`, `suppliers.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    is_offline: bool | None = attrs.field(default=ABSENT)
    """Whether the record is marked as offline."""
    supplier_number: int | None = attrs.field(default=ABSENT)
    """Number given to the supplier."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    business_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Name of the business. At most 100 characters."""
    first_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First name of the person. At most 255 characters."""
    last_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Last name of the person. At most 255 characters."""
    email: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Email address of the person or business. At most 255 characters."""
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
    phone1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First phone number. At most 50 characters."""
    phone2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second phone number. At most 50 characters."""
    country_code: str | None = attrs.field(default=ABSENT)
    """Country code (ISO 3166-1 alpha-2). At most 3 characters."""
    notes: str | None = attrs.field(default=ABSENT)
    """Notes as free text."""
    active_secondary_address: bool | None = attrs.field(default=ABSENT)
    """Whether the secondary address is in use."""
    secondary_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Name at the secondary address. At most 255 characters."""
    secondary_address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First line of the secondary address. At most 255 characters."""
    secondary_address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second line of the secondary address. At most 255 characters."""
    secondary_city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the secondary address. At most 100 characters."""
    secondary_state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the secondary address. At most 100 characters."""
    secondary_postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the secondary address. At most 50 characters."""
    secondary_country_code: str | None = attrs.field(default=ABSENT)
    """Country of the secondary address (ISO 3166-1 alpha-2). At most 10 characters."""
    language_code: str | None = attrs.field(default=ABSENT)
    """Language. Listed by `listing.get` (languageCodes)."""
    default_currency_code: str | None = attrs.field(default=ABSENT)
    """Default currency code (ISO 4217). At most 5 characters."""
    last_login: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last login, account-local."""
    suspend: bool | None = attrs.field(default=ABSENT)
    """Whether the account is suspended."""
    last_ip: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Last known IP address. Example: '127.0.0.1'."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    follow_up_status: int | None = attrs.field(default=ABSENT)
    """Follow-up status id. Listed by `follow_up_statuses.list` (supplier)."""
    bn1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First business number, named by bn1_label."""
    bn1_label: str | None = attrs.field(default=ABSENT)
    """Label of the first business number."""
    bn2_label: str | None = attrs.field(default=ABSENT)
    """Label of the second business number."""
    bn2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second business number, named by bn2_label."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to. Listed by `branches.list` (Branch)."""
