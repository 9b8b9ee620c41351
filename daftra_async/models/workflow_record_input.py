# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .workflow_budget_input import WorkflowBudgetInput
from .workflow_number_input import WorkflowNumberInput


@attrs.define(kw_only=True, repr=False)
class WorkflowRecordInput(Input):
    """Input for a record of a user-defined workflow.

    Accepted by `workflow_records.create`, `workflow_records.update`.
    """

    title: str = attrs.field()
    """Short title of the record."""
    number: WorkflowNumberInput | UnsetType = attrs.field(default=UNSET, metadata={"carry": {"object": {"code": "number"}}})
    """Record number to write, as a code and generated mark."""
    start_date: date | UnsetType = attrs.field(default=UNSET, metadata={"write_format": "%d/%m/%Y"})
    """Date the record starts."""
    delivery_date: date | UnsetType = attrs.field(default=UNSET, metadata={"write_format": "%d/%m/%Y"})
    """Date of delivery."""
    client_id: int | UnsetType = attrs.field(default=UNSET)
    """Client the record belongs to."""
    assigned_users: list[str] | UnsetType = attrs.field(default=UNSET, metadata={"carry": {"each": "staff_id"}})
    """Staff assigned to the record."""
    budget: WorkflowBudgetInput | UnsetType = attrs.field(
        default=UNSET,
        metadata={"carry": {"object": {"number": "budget", "currency": "budget_currency"}}},
    )
    """Budget to write, as an amount and its currency."""
    tags: list[str] | UnsetType = attrs.field(
        default=UNSET,
        metadata={"carry": {"none": "tags are written by name and read by id"}},
    )
    """List of tag names."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    attachments: list[str] | UnsetType = attrs.field(
        default=UNSET,
        metadata={"carry": {"none": "what is written of a file that is stored already is not documented"}},
    )
    """Files attached to the record."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner. Listed by `staff.list`."""
    follow_up_status_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Follow-up status of the work order or workflow record."""
    id: int | UnsetType = attrs.field(default=UNSET)
    """Record id; must equal the one in the path."""
