# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record

from .branch_ref import BranchRef
from .staff_entity import StaffEntity


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class AssetType(Record):
    """A kind that employee assets are sorted into.

    Returned by `asset_types.list`, `asset_types.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    is_active: bool | None = attrs.field(default=ABSENT)
    """Whether the record is active. Default on the server: False."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner. Listed by `staff.list`."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to. Listed by `branches.list`."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    branch: BranchRef | None = attrs.field(default=ABSENT)
    """Branch record the entry belongs to."""
    staff: StaffEntity | None = attrs.field(default=ABSENT)
    """Staff member linked to the record."""
