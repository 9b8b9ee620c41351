# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record

from .department_manager import DepartmentManager


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Department(Record):
    """A department of the organisation, with its managers.

    Returned by `departments.list`, `departments.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    active: bool | None = attrs.field(default=ABSENT)
    """Whether the record is active. Default on the server: True."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    abbr: str | None = attrs.field(default=ABSENT)
    """Short form of the department name."""
    department_managers: list[DepartmentManager] | None = attrs.field(default=ABSENT)
    """Manager links of the department."""
    managers: list[str] | None = attrs.field(default=ABSENT)
    """Staff ids of the department managers. Listed by `staff.list`."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to. Listed by `branches.list`."""
