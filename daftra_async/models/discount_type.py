# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class DiscountType(OpenIntEnum):
    """Whether a discount is a percentage or a fixed sum."""

    PERCENTAGE = 1
    """Percentage."""
    AMOUNT = 2
    """Fixed amount."""
