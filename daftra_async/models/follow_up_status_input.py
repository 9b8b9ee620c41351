# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .entity_key import EntityKey
from .follow_up_item_type import FollowUpItemType
from .follow_up_status_state import FollowUpStatusState


@attrs.define(kw_only=True, repr=False)
class FollowUpStatusInput(Input):
    """Input for a custom status for clients, invoices or other records.

    Accepted by `follow_up_statuses.create`.
    """

    item_type: FollowUpItemType | UnsetType = attrs.field(default=UNSET)
    """Kind of record the follow-up status applies to. Default on the server: 0."""
    name: str = attrs.field()
    """Name of the record."""
    color: str | None | UnsetType = attrs.field(default=UNSET)
    """Color of the status, as a hex code. Default on the server: #ffffff."""
    status: FollowUpStatusState = attrs.field()
    """Whether the follow-up status is open or closed."""
    staff_id: int = attrs.field()
    """Staff member id, 0 for the site owner."""
    entity_key: EntityKey | None | UnsetType = attrs.field(default=UNSET)
    """Key of the entity that uses the status, such as lease_contract."""
    display_order: int | None | UnsetType = attrs.field(default=UNSET)
    """Position of the entry when shown in a list."""
