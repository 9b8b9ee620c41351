# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class CreditCharge(Record):
    """Points or credits given to a client, with their expiry date.

    Returned by `credit_charges.list`, `credit_charges.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    client_id: int | None = attrs.field(default=ABSENT)
    """Client the record belongs to."""
    credit_type_id: int | None = attrs.field(default=ABSENT)
    """Credit type id."""
    status: str | None = attrs.field(default=ABSENT)
    """Status of the record."""
    start_date: date | None = attrs.field(default=ABSENT)
    """Date the record starts."""
    expiry_date: date | None = attrs.field(default=ABSENT)
    """Date the charged credit expires."""
    amount: Decimal | None = attrs.field(default=ABSENT)
    """Amount of credit charged."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    deleted_at: datetime | None = attrs.field(default=ABSENT)
    """When the record was deleted, null while it exists."""
    renewal_id: int | None = attrs.field(default=ABSENT)
    """Renewal record id of the charge, if any."""
    is_suspended: str | None = attrs.field(default=ABSENT)
    """Send "on" to suspend the charge, omit it otherwise."""
