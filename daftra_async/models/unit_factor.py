# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class UnitFactor(Record):
    """One derived unit of a unit template."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    factor_name: str | None = attrs.field(default=ABSENT)
    """Name of the derived unit, such as Kilo."""
    factor: Decimal | None = attrs.field(default=ABSENT)
    """Number of main units in one derived unit."""
    small_name: str | None = attrs.field(default=ABSENT)
    """Short name of the derived unit."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    unit_template_id: int | None = attrs.field(default=ABSENT)
    """Unit template id the factor belongs to."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
