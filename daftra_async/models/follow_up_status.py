# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.wire.record import ABSENT, Record

from .entity_key import EntityKey
from .follow_up_item_type import FollowUpItemType
from .follow_up_status_state import FollowUpStatusState


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class FollowUpStatus(Record):
    """A custom status for clients, invoices or other records.

    Returned by `follow_up_statuses.list`, `follow_up_statuses.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    item_type: FollowUpItemType | None = attrs.field(default=ABSENT)
    """Kind of record the follow-up status applies to. Default on the server: 0."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    color: str | None = attrs.field(default=ABSENT)
    """Color of the status, as a hex code. Default on the server: #ffffff."""
    status: FollowUpStatusState | None = attrs.field(default=ABSENT)
    """Whether the follow-up status is open or closed."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    entity_key: EntityKey | None = attrs.field(default=ABSENT)
    """Key of the entity that uses the status, such as lease_contract."""
    display_order: int | None = attrs.field(default=ABSENT)
    """Position of the entry when shown in a list."""
