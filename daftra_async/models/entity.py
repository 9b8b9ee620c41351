# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Entity(Record):
    """Generic reader for any documented v2 entity by key.

    Returned by `entities.list`, `entities.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
