# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class ProductType(OpenIntEnum):
    """Kind of item in the product catalogue."""

    PRODUCT = 1
    """Product."""
    SERVICE = 2
    """Service."""
    BUNDLE = 3
    """Bundle of products."""
