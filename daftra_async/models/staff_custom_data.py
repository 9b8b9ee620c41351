# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class StaffCustomData(Record):
    """Custom fields of a staff member."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    allow_printing: Any = attrs.field(default=ABSENT)
    """Custom field of the staff member about allowed printing."""
    reference_id: str | None = attrs.field(default=ABSENT)
    """Record these custom values belong to."""
    time: str | None = attrs.field(default=ABSENT)
    """Time of the record."""
