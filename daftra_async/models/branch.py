# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Branch(Record):
    """A branch of the business, with contact data and status.

    Returned by `branches.list`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    code: str | None = attrs.field(default=ABSENT)
    """Short code of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    phone1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First phone number."""
    phone2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second phone number."""
    working_hours: str | None = attrs.field(default=ABSENT)
    """Working hours of the branch, as text."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First address line."""
    address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second address line."""
    city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the address."""
    state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the address."""
    country_code: str | None = attrs.field(default=ABSENT)
    """Country code (ISO 3166-1 alpha-2)."""
    admin_staff_id: str | None = attrs.field(default=ABSENT)
    """Staff id of the branch administrator."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    smtp_account_id: str | None = attrs.field(default=ABSENT)
    """Outgoing mail account id of the branch."""
    status: str | None = attrs.field(default=ABSENT)
    """Status of the record."""
    map_location: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Map position as `latitude,longitude,zoom`."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
