# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class BrandInput(Input):
    """Input for a brand that products can carry.

    Accepted by `brands.create`, `brands.update`.
    """

    id: int | UnsetType = attrs.field(default=UNSET)
    """Unique id of the record."""
    name: str = attrs.field()
    """Name of the record."""
