# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class AssetPhoto(Record):
    """The stored picture of an asset."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    size: Any = attrs.field(default=ABSENT)
    """Size of the photo file."""
    mime_type: str | None = attrs.field(default=ABSENT)
    """Media type of the photo file."""
    path: str | None = attrs.field(default=ABSENT)
    """Path of the photo file."""
