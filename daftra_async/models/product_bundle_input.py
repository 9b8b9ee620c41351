# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class ProductBundleInput(Input):
    """Input for a link from a bundle product to one component and its quantity.

    Accepted by `product_bundles.create`.
    """

    product_id: int | UnsetType = attrs.field(default=UNSET)
    """Product the record refers to."""
    bundle_product_id: int | UnsetType = attrs.field(default=UNSET)
    """Product contained in the bundle."""
    quantity: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Number of units; fractions are possible."""
    unit_name: str | UnsetType = attrs.field(default=UNSET)
    """Name of the line's unit."""
    unit_factor: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Conversion factor from the line's unit to the main unit."""
    unit_small_name: str | UnsetType = attrs.field(default=UNSET)
    """Short name of the unit."""
    unit_factor_id: int | UnsetType = attrs.field(default=UNSET)
    """Unit factor record id used by the line."""
