# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class AssetPhotoInput(Input):
    """Input for the stored picture of an asset."""

    id: int | None | UnsetType = attrs.field(default=UNSET)
    """Unique id of the record."""
    name: str | None | UnsetType = attrs.field(default=UNSET)
    """Name of the record."""
    size: Any | UnsetType = attrs.field(default=UNSET)
    """Size of the photo file."""
    mime_type: str | None | UnsetType = attrs.field(default=UNSET)
    """Media type of the photo file."""
    path: str | None | UnsetType = attrs.field(default=UNSET)
    """Path of the photo file."""
