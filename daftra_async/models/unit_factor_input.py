# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class UnitFactorInput(Input):
    """Input for one derived unit of a unit template."""

    id: int | UnsetType = attrs.field(default=UNSET)
    """Unique id of the record."""
    factor_name: str = attrs.field()
    """Name of the derived unit, such as Kilo."""
    factor: Decimal | int = attrs.field()
    """Number of main units in one derived unit."""
    small_name: str = attrs.field()
    """Short name of the derived unit."""
    created: datetime | None | UnsetType = attrs.field(default=UNSET)
    """Creation date and time, account-local."""
    modified: datetime | None | UnsetType = attrs.field(default=UNSET)
    """Date and time of the last change, account-local."""
    branch_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to."""
    unit_template_id: int | UnsetType = attrs.field(default=UNSET)
    """Unit template id the factor belongs to."""
    staff_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner."""
