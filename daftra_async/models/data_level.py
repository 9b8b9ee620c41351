# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

from daftra_async.wire.enums import OpenIntEnum


class DataLevel(OpenIntEnum):
    """How much related data a v2 read returns."""

    RAW = -1
    """As in the multi-entity documents."""
    BASIC = 1
    """Own fields of the entity."""
    RELATED = 2
    """Directly related data too."""
    NESTED = 3
    """Nested relations too."""
    DEEP = 4
    """Deepest context."""


DataLevelValue: TypeAlias = DataLevel | Literal[-1, 1, 2, 3, 4]
"""A member of `DataLevel`, or its plain value."""
