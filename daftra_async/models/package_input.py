# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .package_period_unit import PackagePeriodUnit
from .package_type import PackageType


@attrs.define(kw_only=True, repr=False)
class PackageInput(Input):
    """Input for a credit or membership package with price and period.

    Accepted by `packages.create`, `packages.update`.
    """

    name: str = attrs.field()
    """Name of the record."""
    price: Decimal | int = attrs.field()
    """Price of the package."""
    period_value: int = attrs.field()
    """Number of period units the package lasts."""
    period_unit: PackagePeriodUnit = attrs.field()
    """Unit of the package period, daily, weekly, monthly or yearly."""
    status: int = attrs.field()
    """Status of the record."""
    description: str | None | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    type: PackageType = attrs.field()
    """Kind of package, credit charge or membership."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to."""
