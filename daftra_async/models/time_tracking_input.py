# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class TimeTrackingInput(Input):
    """To write: hours staff members logged on projects and activities.

    Taken by `time_tracking.create`, `time_tracking.update`.
    """

    user_id: int | UnsetType = attrs.field(default=UNSET)
    """User id, deprecated. Deprecated by the vendor."""
    staff_id: int = attrs.field()
    """Staff member who spent the time, 0 for the site owner. 0 = site owner. Listed by `staff.list`."""
    project_id: int = attrs.field()
    """Project id, from the Product listing. Listed by `listing.get` (Product)."""
    activity_id: int = attrs.field()
    """Activity id, from the TimeActivity listing. Listed by `listing.get` (TimeActivity)."""
    date: date_aliased | UnsetType = attrs.field(default=UNSET)
    """Day the time was spent, the current date by default. Server default: current date."""
    time: str = attrs.field()
    """Time spent, as hours and minutes. Form: H+:MM. Pattern: `^\\d{1,}:\\d{2}$`. Example: '8:17'."""
    notes: str | UnsetType = attrs.field(default=UNSET)
    """Notes as free text."""
    work_order_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Work order the record is linked to. Listed by `work_orders.list`."""
