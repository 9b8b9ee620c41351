# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class PosShift(Record):
    """A point-of-sale shift."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    validated_by: int | None = attrs.field(default=ABSENT)
    """Who validated the shift."""
    shift_id: int | None = attrs.field(default=ABSENT)
    """Shift definition of the POS session."""
    pos_id: int | None = attrs.field(default=ABSENT)
    """POS device of the session."""
    warehouse_id: int | None = attrs.field(default=ABSENT)
    """Warehouse of the POS session."""
    open_time: datetime | None = attrs.field(default=ABSENT)
    """When the POS session was opened, in account-local time."""
    close_time: datetime | None = attrs.field(default=ABSENT)
    """When the POS session was closed, in account-local time."""
    status: Any = attrs.field(default=ABSENT)
    """Status of the record."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217)."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    is_calculated_per_invoice: Any = attrs.field(default=ABSENT)
    """Whether the POS session is calculated per invoice."""
