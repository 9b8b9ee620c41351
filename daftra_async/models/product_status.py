# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class ProductStatus(OpenIntEnum):
    """Whether a product can be used."""

    ACTIVE = 0
    """In use."""
    INACTIVE = 1
    """Not in use."""
    SUSPENDED = 2
    """Suspended."""
