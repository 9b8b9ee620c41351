# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .time_formatted import TimeFormatted


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class TimeTracking(Record):
    """Hours that a staff member logged on a project and activity.

    Returned by `time_tracking.list`, `time_tracking.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    user_id: int | None = attrs.field(default=ABSENT)
    """User id. Deprecated by the vendor."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member who spent the time, 0 for the site owner. Listed by `staff.list`."""
    project_id: int | None = attrs.field(default=ABSENT)
    """Project id. Listed by `listing.get` (Product)."""
    activity_id: int | None = attrs.field(default=ABSENT)
    """Activity id. Listed by `listing.get` (TimeActivity)."""
    date: date_aliased | None = attrs.field(default=ABSENT)
    """Day the time was spent, today when left out."""
    time: str | None = attrs.field(default=ABSENT)
    """Time spent, as hours and minutes. Pattern: `^\\d{1,}:\\d{2}$`. Example: '8:17'."""
    notes: str | None = attrs.field(default=ABSENT)
    """Notes as free text."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    cost: Decimal | None = attrs.field(default=ABSENT)
    """Computed cost of the tracked time."""
    currency: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217). At most 10 characters. Example: 'EGP'."""
    work_order_id: int | None = attrs.field(default=ABSENT)
    """Work order the record is linked to. Listed by `work_orders.list`."""
    time_formatted: TimeFormatted | None = attrs.field(default=ABSENT)
    """Tracked time, split into parts."""
