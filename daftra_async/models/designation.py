# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Designation(Record):
    """A job title, optionally tied to a department.

    Returned by `designations.list`, `designations.get`, `designations.update`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    active: bool | None = attrs.field(default=ABSENT)
    """Whether the record is active. Default on the server: True."""
    role_id: int | None = attrs.field(default=ABSENT)
    """Staff role id, from the Role listing."""
    department_id: int | None = attrs.field(default=ABSENT)
    """Department the record belongs to. Listed by `departments.list`."""
    employment_type_id: int | None = attrs.field(default=ABSENT)
    """Employment type of the record."""
    employment_level_id: int | None = attrs.field(default=ABSENT)
    """Employment level of the record."""
    salary_structure_id: int | None = attrs.field(default=ABSENT)
    """Salary structure id of the designation."""
    payroll_frequency: str | None = attrs.field(default=ABSENT)
    """How often people with the designation are paid."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217)."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to. Listed by `branches.list`."""
