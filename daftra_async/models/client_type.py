# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class ClientType(OpenIntEnum):
    """Whether a client is a person or a business."""

    INDIVIDUAL = 2
    """Private person."""
    BUSINESS = 3
    """Company."""
