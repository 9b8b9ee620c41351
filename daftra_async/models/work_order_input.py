# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .work_order_status import WorkOrderStatus


@attrs.define(kw_only=True, repr=False)
class WorkOrderInput(Input):
    """Input for a job that ties together a client, costs and documents.

    Accepted by `work_orders.create`, `work_orders.update`.
    """

    client_id: int | UnsetType = attrs.field(default=UNSET)
    """Client the record belongs to. Listed by `clients.list`."""
    number: str | UnsetType = attrs.field(default=UNSET)
    """Work order number, generated when left out."""
    title: str = attrs.field()
    """Short title of the record."""
    start_date: date = attrs.field()
    """Date the record starts."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    delivery_date: date | UnsetType = attrs.field(default=UNSET)
    """Date of delivery."""
    delivery_appointment_id: int | UnsetType = attrs.field(default=UNSET)
    """Appointment that covers the delivery."""
    follow_up_status_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Follow-up status of the work order or workflow record. Listed by `follow_up_statuses.list` (work_order)."""
    budget: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Budgeted amount of money."""
    budget_currency: str | UnsetType = attrs.field(default=UNSET)
    """ISO 4217 currency code of the budget."""
    status: WorkOrderStatus | UnsetType = attrs.field(default=UNSET)
    """Whether the work order is open, closed, cancelled or draft."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
