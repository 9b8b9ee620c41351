# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenStrEnum


class PackageType(OpenStrEnum):
    """What a package sells."""

    CREDIT_CHARGE = "credit_charge"
    """Credit charge."""
    MEMBERSHIP = "membership"
    """Membership."""
