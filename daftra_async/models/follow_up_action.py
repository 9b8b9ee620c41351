# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class FollowUpAction(Record):
    """A kind of action that an appointment or note can have.

    Returned by `follow_up_actions.list`, `follow_up_actions.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
