# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class ProductImage(Record):
    """One picture of a product."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    product_id: int | None = attrs.field(default=ABSENT)
    """Product the record refers to."""
    default: bool | None = attrs.field(default=ABSENT)
    """Whether this is the main image of the product."""
    file: str | None = attrs.field(default=ABSENT)
    """File name or path of the product image."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    file_full_path: str | None = attrs.field(default=ABSENT)
    """Full path of the image file."""
