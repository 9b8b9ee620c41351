# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .treasury_type import TreasuryType


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Treasury(Record):
    """A cash box or bank account that money moves through.

    Returned by `treasuries.list`, `treasuries.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the treasury or bank account. At most 255 characters."""
    type: TreasuryType | None = attrs.field(default=ABSENT)
    """Kind of money account, bank or treasury."""
    type_name: str | None = attrs.field(default=ABSENT)
    """Bank name, for bank accounts only."""
    type_account_number: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Bank account number, for bank accounts only."""
    active: bool | None = attrs.field(default=ABSENT)
    """Whether the record is active."""
    is_primary: bool | None = attrs.field(default=ABSENT)
    """Whether this is the primary treasury."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    balance: Decimal | None = attrs.field(default=ABSENT)
    """Current balance of the treasury, set by the server."""
