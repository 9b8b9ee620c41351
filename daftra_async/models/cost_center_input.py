# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class CostCenterInput(Input):
    """Input for a primary or secondary cost center, used in accounting.

    Accepted by `cost_centers.create`, `cost_centers.update`.
    """

    name: str = attrs.field()
    """Name of the record."""
    code: str = attrs.field()
    """Unique code of the cost center."""
    is_primary: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether this is a primary cost center."""
    cost_center_id: int | UnsetType = attrs.field(default=UNSET)
    """Parent cost center id; 0 for a primary center, which has none."""
    cost_center_ids: str | UnsetType = attrs.field(default=UNSET)
    """Related cost center ids, as text."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to."""
