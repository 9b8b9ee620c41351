# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record

from .assigned_user import AssignedUser
from .branch_ref import BranchRef
from .client_entity import ClientEntity
from .follow_up_status_ref import FollowUpStatusRef
from .staff_entity import StaffEntity
from .tag import Tag
from .workflow_type import WorkflowType


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class WorkflowRecord(Record):
    """A record of a user-defined workflow.

    Returned by `workflow_records.list`, `workflow_records.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    client_id: int | None = attrs.field(default=ABSENT)
    """Client the record belongs to."""
    number: str | None = attrs.field(default=ABSENT)
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
    status: int | None = attrs.field(default=ABSENT)
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
    workflow_type: WorkflowType | None = attrs.field(default=ABSENT)
    """Workflow type record of the entry."""
    staff: StaffEntity | None = attrs.field(default=ABSENT)
    """Staff member linked to the record."""
    work_order_client: ClientEntity | None = attrs.field(default=ABSENT)
    """Client record of the workflow entry."""
    branch: BranchRef | None = attrs.field(default=ABSENT)
    """Branch record the entry belongs to."""
    work_order_follow_up_status: FollowUpStatusRef | None = attrs.field(default=ABSENT)
    """Follow-up status record of the workflow entry, if any."""
    assigned_users: list[AssignedUser] | None = attrs.field(default=ABSENT)
    """Staff assigned to the record."""
    tags: list[Tag] | None = attrs.field(default=ABSENT)
    """Tags of the record."""
    attachments: list[Any] | None = attrs.field(default=ABSENT)
    """Files attached to the record."""
    custom_data: Any = attrs.field(default=ABSENT)
    """Custom field data of the record, null when none."""
