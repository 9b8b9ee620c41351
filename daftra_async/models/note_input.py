# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from typing import Any

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class NoteInput(Input):
    """Input for a text logged on a client, document or other record.

    Accepted by `notes.update`, `notes.create`.
    """

    item_type: int | UnsetType = attrs.field(default=UNSET)
    """Kind of record the note is on, 1 for a client appointment."""
    item_id: int | UnsetType = attrs.field(default=UNSET)
    """Linked record id, of the kind in item_type."""
    date: datetime | UnsetType = attrs.field(default=UNSET)
    """Date and time of the note, account-local."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner. Listed by `staff.list`."""
    body: str | UnsetType = attrs.field(default=UNSET)
    """Text of the note, as HTML."""
    action_id: int | UnsetType = attrs.field(default=UNSET)
    """Follow-up action id, from the follow-up statuses."""
    status_id: int | UnsetType = attrs.field(default=UNSET)
    """Status id of the note."""
    follow_up_reminder: dict[str, Any] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "FollowUpReminder"})
    """The appointment of the note."""
