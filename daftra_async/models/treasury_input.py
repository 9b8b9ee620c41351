# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .treasury_type import TreasuryType


@attrs.define(kw_only=True, repr=False)
class TreasuryInput(Input):
    """Input for a cash box or bank account that money moves through.

    Accepted by `treasuries.create`, `treasuries.update`.
    """

    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    name: str = attrs.field()
    """Name of the treasury or bank account. At most 255 characters."""
    type: TreasuryType = attrs.field()
    """Kind of money account, bank or treasury."""
    type_name: str | None | UnsetType = attrs.field(default=UNSET)
    """Bank name, for bank accounts only."""
    type_account_number: str | None | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Bank account number, for bank accounts only."""
    active: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the record is active."""
    is_primary: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether this is the primary treasury."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
