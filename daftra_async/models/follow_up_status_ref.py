# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class FollowUpStatusRef(Record):
    """The follow-up status of a record."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    item_type: int | None = attrs.field(default=ABSENT)
    """Kind of record the follow-up status applies to."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    color: str | None = attrs.field(default=ABSENT)
    """Color of the status, as a hex code."""
    status: Any = attrs.field(default=ABSENT)
    """Status of the record."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    deleted: bool | None = attrs.field(default=ABSENT)
    """Whether the record is deleted."""
    entity_key: str | None = attrs.field(default=ABSENT)
    """Key of the entity the record belongs to."""
    display_order: int | None = attrs.field(default=ABSENT)
    """Position of the entry when shown in a list."""
