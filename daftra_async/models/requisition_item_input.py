# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class RequisitionItemInput(Input):
    """Input for one line of a requisition."""

    item: str | UnsetType = attrs.field(default=UNSET)
    """Name of the line item, as free text."""
    product_id: int | UnsetType = attrs.field(default=UNSET)
    """Product the record refers to."""
    org_name: str | UnsetType = attrs.field(default=UNSET)
    """Name of the item."""
    unit_price: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Price of one unit."""
    quantity: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Number of units; fractions are possible."""
    lot: list[int] | UnsetType = attrs.field(default=UNSET)
    """Lot numbers of the line, for tracked products only."""
    expiry_date: list[str] | UnsetType = attrs.field(default=UNSET)
    """Expiry dates of the line's stock, for tracked products only."""
    serials: list[str] | UnsetType = attrs.field(default=UNSET)
    """Serial numbers of the line, for serialized products only."""
