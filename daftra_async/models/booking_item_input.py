# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class BookingItemInput(Input):
    """Input for one line of a booking."""

    product_id: int | UnsetType = attrs.field(default=UNSET)
    """Product the record refers to."""
