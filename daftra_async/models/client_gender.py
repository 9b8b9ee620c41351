# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class ClientGender(OpenIntEnum):
    """Gender recorded for a client."""

    NOT_SELECTED = 0
    """Not given."""
    MALE = 1
    """Male."""
    FEMALE = 2
    """Female."""
