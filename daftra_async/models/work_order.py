# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .work_order_status import WorkOrderStatus


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class WorkOrder(Record):
    """A job that ties together a client, costs and documents.

    Returned by `work_orders.list`, `work_orders.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    client_id: int | None = attrs.field(default=ABSENT)
    """Client the record belongs to. Listed by `clients.list`."""
    number: str | None = attrs.field(default=ABSENT)
    """Work order number, generated when left out."""
    title: str | None = attrs.field(default=ABSENT)
    """Short title of the record."""
    start_date: date | None = attrs.field(default=ABSENT)
    """Date the record starts."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    delivery_date: date | None = attrs.field(default=ABSENT)
    """Date of delivery."""
    delivery_appointment_id: int | None = attrs.field(default=ABSENT)
    """Appointment that covers the delivery."""
    follow_up_status_id: int | None = attrs.field(default=ABSENT)
    """Follow-up status of the work order or workflow record. Listed by `follow_up_statuses.list` (work_order)."""
    budget: Decimal | None = attrs.field(default=ABSENT)
    """Budgeted amount of money."""
    budget_currency: str | None = attrs.field(default=ABSENT)
    """ISO 4217 currency code of the budget."""
    status: WorkOrderStatus | None = attrs.field(default=ABSENT)
    """Whether the work order is open, closed, cancelled or draft."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
