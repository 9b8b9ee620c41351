# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .multi_entity_filter_input import MultiEntityFilterInput


@attrs.define(kw_only=True, repr=False)
class MultiEntityQuery(Input):
    """Input for one read of a multi-entity request.

    Accepted by `multi_entity.fetch`.
    """

    key: str = attrs.field()
    """Resource to read, such as invoice or requisition."""
    action: str = attrs.field()
    """Operation to run, such as show or list."""
    options: int | str | MultiEntityFilterInput | dict[str, Any] = attrs.field()
    """Id of the record for show, field to value filter for list."""
    data_level: int | UnsetType = attrs.field(default=UNSET)
    """How deep nested data is returned."""
    alias: str | UnsetType = attrs.field(default=UNSET)
    """Name under which this result comes back."""
