# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class TimeTrackingInput(Input):
    """Input for hours that a staff member logged on a project and activity.

    Accepted by `time_tracking.create`, `time_tracking.update`.
    """

    user_id: int | UnsetType = attrs.field(default=UNSET)
    """User id. Deprecated by the vendor."""
    staff_id: int = attrs.field()
    """Staff member who spent the time, 0 for the site owner. Listed by `staff.list`."""
    project_id: int = attrs.field()
    """Project id. Listed by `listing.get` (Product)."""
    activity_id: int = attrs.field()
    """Activity id. Listed by `listing.get` (TimeActivity)."""
    date: date_aliased | UnsetType = attrs.field(default=UNSET)
    """Day the time was spent, today when left out."""
    time: str = attrs.field()
    """Time spent, as hours and minutes. Pattern: `^\\d{1,}:\\d{2}$`. Example: '8:17'."""
    notes: str | UnsetType = attrs.field(default=UNSET)
    """Notes as free text."""
    work_order_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Work order the record is linked to. Listed by `work_orders.list`."""
