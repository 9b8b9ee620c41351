# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class DepartmentInput(Input):
    """Input for a department of the organisation, with its managers.

    Accepted by `departments.create`, `departments.update`.
    """

    id: int | UnsetType = attrs.field(default=UNSET)
    """Unique id of the record."""
    name: str = attrs.field()
    """Name of the record."""
    description: str | None | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    active: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the record is active. Default on the server: True."""
    abbr: str | None | UnsetType = attrs.field(default=UNSET)
    """Short form of the department name."""
    managers: list[str] | UnsetType = attrs.field(default=UNSET)
    """Staff ids of the department managers. Listed by `staff.list`."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to. Listed by `branches.list`."""
