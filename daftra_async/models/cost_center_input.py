# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class CostCenterInput(Input):
    """To write: primary and secondary cost centers used in accounting.

    Taken by `cost_centers.create`, `cost_centers.update`.
    """

    name: str = attrs.field()
    """Name of the record."""
    code: str = attrs.field()
    """Unique code of the cost center."""
    is_primary: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Level of the cost center: 1 primary, 0 secondary."""
    cost_center_id: int | UnsetType = attrs.field(default=UNSET)
    """Parent cost center id; 0 means a primary center without parent. 0 = no parent (primary)."""
    cost_center_ids: str | UnsetType = attrs.field(default=UNSET)
    """Related cost center ids, as text."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to."""
