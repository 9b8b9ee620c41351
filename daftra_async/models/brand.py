# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Brand(Record):
    """A brand that products can carry.

    Returned by `brands.list`, `brands.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
