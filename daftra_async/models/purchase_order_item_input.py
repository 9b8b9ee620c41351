# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .discount_type import DiscountType


@attrs.define(kw_only=True, repr=False)
class PurchaseOrderItemInput(Input):
    """Input for one line of a purchase document."""

    id: int | UnsetType = attrs.field(default=UNSET)
    """Line id; carry it on an update to keep the line."""
    product_id: int | UnsetType = attrs.field(default=UNSET)
    """Product the record refers to."""
    org_name: str | UnsetType = attrs.field(default=UNSET)
    """Name of the item."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description of the line."""
    unit_price: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Price of one unit."""
    quantity: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Number of units; fractions are possible."""
    tax1: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Id of the first tax; not its rate."""
    tax2: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Id of the second tax; not its rate."""
    purchase_order_id: int | UnsetType = attrs.field(default=UNSET)
    """Purchase document the record belongs to."""
    item: str | UnsetType = attrs.field(default=UNSET)
    """Name of the line item, as free text."""
    col_3: str | None | UnsetType = attrs.field(default=UNSET)
    """Text of extra line column 3."""
    col_4: str | None | UnsetType = attrs.field(default=UNSET)
    """Text of extra line column 4."""
    col_5: str | None | UnsetType = attrs.field(default=UNSET)
    """Text of extra line column 5."""
    discount: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Line discount, percent or amount as discount_type says."""
    discount_type: DiscountType | UnsetType = attrs.field(default=UNSET)
    """Whether the discount is a percentage or an amount."""
    store_id: int | UnsetType = attrs.field(default=UNSET)
    """Warehouse id; that of the purchase document when left out. Listed by `stores.list`."""
