# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Entity(Record):
    """A record of any v2 entity; its fields are in `extra`.

    Returned by `entities.list`, `entities.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
