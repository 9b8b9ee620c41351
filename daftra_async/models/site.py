# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Site(Record):
    """The account's own settings: name, currency, time zone, date format.

    Returned by `site_info.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    business_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Name of the business."""
    first_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First name of the person."""
    last_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Last name of the person."""
    subdomain: str | None = attrs.field(default=ABSENT)
    """Host name of the account, such as example.daftra.com."""
    site_logo: str | None = attrs.field(default=ABSENT)
    """File name of the account's logo."""
    invoice_logo: str | None = attrs.field(default=ABSENT)
    """File name of the logo printed on invoices."""
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
    phone1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First phone number."""
    phone2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second phone number."""
    country_code: str | None = attrs.field(default=ABSENT)
    """Country code (ISO 3166-1 alpha-2)."""
    timezone: int | None = attrs.field(default=ABSENT)
    """Numeric time zone id. Listed by `listing.get` (Timezone)."""
    date_format: int | None = attrs.field(default=ABSENT)
    """Id of the account's date format. Listed by `listing.get` (dateFormats)."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217)."""
    language_code: str | None = attrs.field(default=ABSENT)
    """Language, from the languageCodes listing."""
    email: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Email address of the person or business."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member who made the request, -1 with an API key. Listed by `staff.list`."""
    is_super_admin: bool | None = attrs.field(default=ABSENT)
    """Whether the current staff member is a super admin; missing for others."""
    currency_format: str | None = attrs.field(default=ABSENT, metadata={"wire": "currencyFormat"})
    """Pattern for printing money, such as "$%s"."""
    number_format: list[Any] | None = attrs.field(default=ABSENT, metadata={"wire": "numberFormat"})
    """Number of decimals, decimal point symbol and thousands separator, in order."""
    site_hash: str | None = attrs.field(default=ABSENT, metadata={"wire": "SITE_HASH"})
    """Hash text that identifies the account."""
