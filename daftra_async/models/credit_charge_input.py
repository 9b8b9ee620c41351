# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class CreditChargeInput(Input):
    """Input for points or credits given to a client, with their expiry date.

    Accepted by `credit_charges.create`, `credit_charges.update`.
    """

    staff_id: int = attrs.field()
    """Staff member id, 0 for the site owner."""
    client_id: int = attrs.field()
    """Client the record belongs to."""
    credit_type_id: int = attrs.field()
    """Credit type id."""
    start_date: date = attrs.field(metadata={"write_format": "%d/%m/%Y"})
    """Date the record starts."""
    expiry_date: date | None | UnsetType = attrs.field(default=UNSET, metadata={"write_format": "%d/%m/%Y"})
    """Date the charged credit expires."""
    amount: Decimal | int = attrs.field()
    """Amount of credit charged."""
    description: str = attrs.field()
    """Description as free text."""
    is_suspended: str | UnsetType = attrs.field(default=UNSET)
    """Send "on" to suspend the charge, omit it otherwise."""
