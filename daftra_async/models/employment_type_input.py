# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class EmploymentTypeInput(Input):
    """Input for a form of employment, such as full time or contract.

    Accepted by `employment_types.create`, `employment_types.update`.
    """

    id: int | UnsetType = attrs.field(default=UNSET)
    """Unique id of the record."""
    name: str = attrs.field()
    """Name of the record."""
    description: str | None | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    active: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the record is active. Default on the server: True."""
