# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class AssignedUser(Record):
    """One staff member assigned to a record."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    item_id: int | None = attrs.field(default=ABSENT)
    """Id of the linked record, of the kind in item_type."""
    item_type: int | None = attrs.field(default=ABSENT)
    """Kind of record that item_id points to."""
    entity_key: str | None = attrs.field(default=ABSENT)
    """Key of the entity the record belongs to."""
    entity_field_key: str | None = attrs.field(default=ABSENT)
    """Field key of the assignment, such as assigned_staff."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    group_id: int | None = attrs.field(default=ABSENT)
    """Group id kept with the assignment."""
    assigned_by: int | None = attrs.field(default=ABSENT)
    """Staff id of the person who made the assignment."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
