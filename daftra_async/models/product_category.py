# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record

from .category_type import CategoryType


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class ProductCategory(Record):
    """A group that products are sorted into.

    Returned by `product_categories.list`, `product_categories.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the category. At most 255 characters."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    category_type: CategoryType | None = attrs.field(default=ABSENT)
    """Kind of category: products, POS shifts or POS devices."""
    parent_id: int | None = attrs.field(default=ABSENT)
    """Parent category, itself a product category id. Listed by `product_categories.list`."""
    image: str | None = attrs.field(default=ABSENT)
    """Image of the category."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    image_full_path: str | None = attrs.field(default=ABSENT)
    """Full path of the category image."""
