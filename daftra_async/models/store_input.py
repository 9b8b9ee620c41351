# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class StoreInput(Input):
    """Input for a warehouse that holds stock of the account.

    Accepted by `stores.create`, `stores.update`.
    """

    name: str = attrs.field()
    """Name of the warehouse. At most 255 characters."""
    shipping_address: str | None | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Shipping address of the warehouse."""
    primary: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether this is the primary warehouse."""
    active: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the record is active."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to. Listed by `branches.list` (Branch)."""
