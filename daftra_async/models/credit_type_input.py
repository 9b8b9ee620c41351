# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class CreditTypeInput(Input):
    """Input for a kind of points or credits, with its unit.

    Accepted by `credit_types.create`, `credit_types.update`.
    """

    name: str = attrs.field()
    """Name of the record."""
    allow_decimal: int = attrs.field()
    """Whether fractional credit amounts are allowed (0 or 1)."""
    status: bool = attrs.field(metadata={"wire_bool": True})
    """Whether the credit type is active."""
    unit: str | None | UnsetType = attrs.field(default=UNSET)
    """Name of the unit the credit is counted in."""
    description: str | None | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
