# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class CostCenter(Record):
    """A primary or secondary cost center, used in accounting.

    Returned by `cost_centers.list`, `cost_centers.get`.
    """

    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    code: str | None = attrs.field(default=ABSENT)
    """Unique code of the cost center."""
    is_primary: bool | None = attrs.field(default=ABSENT)
    """Whether this is a primary cost center."""
    cost_center_id: int | None = attrs.field(default=ABSENT)
    """Parent cost center id; 0 for a primary center, which has none."""
    cost_center_ids: str | None = attrs.field(default=ABSENT)
    """Related cost center ids, as text."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
