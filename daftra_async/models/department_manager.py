# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.wire.record import ABSENT, Record

from .staff_entity import StaffEntity


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class DepartmentManager(Record):
    """One manager of a department."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    manager_id: int | None = attrs.field(default=ABSENT)
    """Staff id of the department manager."""
    department_id: int | None = attrs.field(default=ABSENT)
    """Department the record belongs to."""
    manager_department: StaffEntity | None = attrs.field(default=ABSENT)
    """Staff record of the department manager."""
