# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class TaxInput(Input):
    """Input for a tax rate that document lines refer to by id.

    Accepted by `taxes.create`, `taxes.update`.
    """

    name: str = attrs.field()
    """Name of the tax."""
    value: Decimal | int = attrs.field()
    """Tax rate in percent."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    included: bool | None | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether prices include the tax: 1 inclusive, 0 or null exclusive. Default on the server: False."""
