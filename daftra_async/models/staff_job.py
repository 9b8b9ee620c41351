# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class StaffJob(Record):
    """Employment details of a staff member."""

    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    join_date: date | None = attrs.field(default=ABSENT)
    """Date the staff member joined."""
    probation_end_date: date | None = attrs.field(default=ABSENT)
    """Date the probation ends."""
    contract_duration: int | None = attrs.field(default=ABSENT)
    """Length of the contract, counted in its period unit."""
    contract_duration_period: Any = attrs.field(default=ABSENT)
    """Period unit of the contract length."""
    exit_date: date | None = attrs.field(default=ABSENT)
    """Date the staff member left."""
    exit_reason: str | None = attrs.field(default=ABSENT)
    """Reason the staff member left."""
    fiscal_type: str | None = attrs.field(default=ABSENT)
    """Fiscal year type of the job."""
    fiscal_day: str | None = attrs.field(default=ABSENT)
    """Fiscal day of the job, as text."""
    fiscal_month: str | None = attrs.field(default=ABSENT)
    """Fiscal month of the job, as text."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
