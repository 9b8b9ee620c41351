# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class MultiEntityFilterInput(Input):
    """Input for the values that the records of a multi-entity list are filtered by."""

    order_id: int | UnsetType = attrs.field(default=UNSET)
    """Order id, as text."""
    order_type: int | UnsetType = attrs.field(default=UNSET)
    """Order type code of the records to fetch."""
