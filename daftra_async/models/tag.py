# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Tag(Record):
    """One tag of a record."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    item_id: int | None = attrs.field(default=ABSENT)
    """Id of the linked record, of the kind in item_type."""
    item_type: int | None = attrs.field(default=ABSENT)
    """Kind of record that item_id points to."""
    tag_id: int | None = attrs.field(default=ABSENT)
    """Tag id of the link."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    entity_key: str | None = attrs.field(default=ABSENT)
    """Key of the entity the record belongs to."""
    entity_field_key: str | None = attrs.field(default=ABSENT)
    """Field key of the tagging, such as tags."""
