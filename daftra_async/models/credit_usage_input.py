# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class CreditUsageInput(Input):
    """Input for an occasion on which a client spent points or credits.

    Accepted by `credit_usages.create`, `credit_usages.update`.
    """

    client_id: int = attrs.field()
    """Client the record belongs to."""
    credit_type_id: int = attrs.field()
    """Credit type id."""
    usage_date: date | UnsetType = attrs.field(default=UNSET, metadata={"write_format": "%d/%m/%Y"})
    """Date the credit was used."""
    description: str | None | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    added_by: int | UnsetType = attrs.field(default=UNSET)
    """Staff member who added it, 0 for the site owner."""
    amount: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Amount of the record."""
