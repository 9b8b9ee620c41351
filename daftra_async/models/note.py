# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Note(Record):
    """A text logged on a client, document or other record.

    Returned by `notes.list`, `notes.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    item_type: int | None = attrs.field(default=ABSENT)
    """Kind of record the note is on, 1 for a client appointment."""
    item_id: int | None = attrs.field(default=ABSENT)
    """Linked record id, of the kind in item_type."""
    date: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the note, account-local."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner. Listed by `staff.list`."""
    body: str | None = attrs.field(default=ABSENT)
    """Text of the note, as HTML."""
    action_id: int | None = attrs.field(default=ABSENT)
    """Follow-up action id, from the follow-up statuses."""
    status_id: int | None = attrs.field(default=ABSENT)
    """Status id of the note."""
