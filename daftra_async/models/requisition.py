# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from datetime import datetime
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record

from .requisition_order_type import RequisitionOrderType
from .requisition_status import RequisitionStatus
from .requisition_type import RequisitionType


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Requisition(Record):
    """An inbound, outbound or transfer order for warehouse stock.

    Returned by `requisitions.list`, `requisitions.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    number: str | None = attrs.field(default=ABSENT)
    """Document number, as text."""
    date: date_aliased | None = attrs.field(default=ABSENT)
    """Date of the record."""
    type: RequisitionType | None = attrs.field(default=ABSENT)
    """Direction of the requisition, inbound, outbound or manual transfer."""
    order_type: RequisitionOrderType | None = attrs.field(default=ABSENT)
    """Kind of requisition, such as 1 inbound or 8 manual transfer."""
    status: RequisitionStatus | None = attrs.field(default=ABSENT)
    """Delivery status of the requisition."""
    store_id: int | None = attrs.field(default=ABSENT)
    """Warehouse id."""
    to_store_id: str | None = attrs.field(default=ABSENT)
    """Destination warehouse id, for transfers only."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217)."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    journal_account_id: int | None = attrs.field(default=ABSENT)
    """Ledger account of the record."""
    order_id: int | None = attrs.field(default=ABSENT)
    """Source document of the requisition, 0 for a manual one."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    notes: str | None = attrs.field(default=ABSENT)
    """Notes as free text."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    requisition_item: list[dict[str, Any]] | None = attrs.field(default=ABSENT, metadata={"wire": "RequisitionItem"})
    """Lines of the requisition."""
