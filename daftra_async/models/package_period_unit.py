# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenStrEnum


class PackagePeriodUnit(OpenStrEnum):
    """Unit in which the period of a package is counted."""

    DAILY = "daily"
    """Days."""
    WEEKLY = "weekly"
    """Weeks."""
    MONTHLY = "monthly"
    """Months."""
    YEARLY = "yearly"
    """Years."""
