# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class CreditUsage(Record):
    """An occasion on which a client spent points or credits.

    Returned by `credit_usages.list`, `credit_usages.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    client_id: int | None = attrs.field(default=ABSENT)
    """Client the record belongs to."""
    credit_type_id: int | None = attrs.field(default=ABSENT)
    """Credit type id."""
    usage_date: date | None = attrs.field(default=ABSENT)
    """Date the credit was used."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    deleted_at: datetime | None = attrs.field(default=ABSENT)
    """When the record was deleted, null while it exists."""
    added_by: int | None = attrs.field(default=ABSENT)
    """Staff member who added it, 0 for the site owner."""
    amount: Decimal | None = attrs.field(default=ABSENT)
    """Amount of the record."""
