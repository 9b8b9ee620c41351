# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class AppRelatedData(Record):
    """Data that installed apps attach to a record."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    record_id: int | None = attrs.field(default=ABSENT)
    """Record id of the related app data, if any."""
