# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class DesignationInput(Input):
    """Input for a job title, optionally tied to a department.

    Accepted by `designations.create`, `designations.update`.
    """

    id: int | UnsetType = attrs.field(default=UNSET)
    """Unique id of the record."""
    name: str = attrs.field()
    """Name of the record."""
    description: str | None | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    active: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the record is active. Default on the server: True."""
    department_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Department the record belongs to. Listed by `departments.list`."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to. Listed by `branches.list`."""
