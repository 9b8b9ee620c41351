# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class CategoryType(OpenIntEnum):
    """What a category groups."""

    PRODUCT = 1
    """Products."""
    POS_SHIFT = 2
    """Point-of-sale shifts."""
    POS_DEVICE = 3
    """Point-of-sale devices."""
