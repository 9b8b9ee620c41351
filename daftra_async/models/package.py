# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .package_period_unit import PackagePeriodUnit
from .package_type import PackageType


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Package(Record):
    """A credit or membership package with price and period.

    Returned by `packages.list`, `packages.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    price: Decimal | None = attrs.field(default=ABSENT)
    """Price of the package."""
    period_value: int | None = attrs.field(default=ABSENT)
    """Number of period units the package lasts."""
    period_unit: PackagePeriodUnit | None = attrs.field(default=ABSENT)
    """Unit of the package period, daily, weekly, monthly or yearly."""
    status: int | None = attrs.field(default=ABSENT)
    """Status of the record."""
    product_id: int | None = attrs.field(default=ABSENT)
    """Product the record refers to."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    deleted_at: datetime | None = attrs.field(default=ABSENT)
    """When the record was deleted, null while it exists."""
    type: PackageType | None = attrs.field(default=ABSENT)
    """Kind of package, credit charge or membership."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
