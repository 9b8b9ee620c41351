# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

from daftra_async.wire.enums import OpenStrEnum


class SortDirection(OpenStrEnum):
    """Order in which the invoice list is sorted."""

    ASC = "ASC"
    """Ascending."""
    DESC = "DESC"
    """Descending."""


SortDirectionValue: TypeAlias = SortDirection | Literal["ASC", "DESC"]
"""A member of `SortDirection`, or its plain value."""
