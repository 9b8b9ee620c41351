# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class ClientPhoto(Record):
    """The stored picture of a client."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    entity_key: str | None = attrs.field(default=ABSENT)
    """Key of the entity the record belongs to."""
    entity_id: str | None = attrs.field(default=ABSENT)
    """Record the photo belongs to."""
    file_id: int | None = attrs.field(default=ABSENT)
    """Stored file of the photo."""
    deleted_at: datetime | None = attrs.field(default=ABSENT)
    """When the record was deleted, null while it exists."""
