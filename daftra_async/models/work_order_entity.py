# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class WorkOrderEntity(Record):
    """A work order as nested in v2 records."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    client_id: int | None = attrs.field(default=ABSENT)
    """Client the record belongs to."""
    number: Any = attrs.field(default=ABSENT)
    """Document number, as text."""
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
    """Follow-up status of the work order or workflow record."""
    budget_currency: str | None = attrs.field(default=ABSENT)
    """ISO 4217 currency code of the budget."""
    budget: Decimal | None = attrs.field(default=ABSENT)
    """Budgeted amount of money."""
    status: Any = attrs.field(default=ABSENT)
    """Status of the record."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    client_data: Any = attrs.field(default=ABSENT)
    """Client data kept on the record."""
    extra_details: str | None = attrs.field(default=ABSENT)
    """Extra details of the record; may be JSON inside text."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    workflow_type_id: int | None = attrs.field(default=ABSENT)
    """Workflow type of the record."""
