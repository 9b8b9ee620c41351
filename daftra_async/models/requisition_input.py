# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .requisition_item_input import RequisitionItemInput


@attrs.define(kw_only=True, repr=False)
class RequisitionInput(Input):
    """Input for an inbound, outbound or transfer order for warehouse stock.

    Accepted by `requisitions.create`, `requisitions.update`.
    """

    type: int | UnsetType = attrs.field(default=UNSET)
    """Kind of stock requisition."""
    currency_code: str | UnsetType = attrs.field(default=UNSET)
    """Currency code (ISO 4217)."""
    status: str | UnsetType = attrs.field(default=UNSET, metadata={"wire": "Status", "carry": {"from": "status"}})
    """Status of the requisition."""
    order_type: str | UnsetType = attrs.field(default=UNSET, metadata={"wire": "Order_type", "carry": {"from": "order_type"}})
    """Kind of requisition, sent as text with a capital O."""
    work_order_id: int | UnsetType = attrs.field(default=UNSET)
    """Work order the record is linked to."""
    date: datetime | UnsetType = attrs.field(default=UNSET, metadata={"write_format": "%d/%m/%Y %H:%M"})
    """Date of the record."""
    store_id: int | UnsetType = attrs.field(default=UNSET)
    """Warehouse id."""
    to_store_id: int | UnsetType = attrs.field(
        default=UNSET,
        metadata={"wire": "To_store_id", "carry": {"from": "to_store_id"}},
    )
    """Destination warehouse id of a transfer, sent with a capital T."""
    journal_account_id: int | UnsetType = attrs.field(default=UNSET)
    """Ledger account of the record."""
    number: str | UnsetType = attrs.field(default=UNSET)
    """Document number, as text."""
    notes: str | UnsetType = attrs.field(default=UNSET)
    """Notes as free text."""
    requisition_item: list[RequisitionItemInput] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "RequisitionItem"})
    """Lines of the requisition."""
