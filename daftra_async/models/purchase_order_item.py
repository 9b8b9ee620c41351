# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .discount_type import DiscountType


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class PurchaseOrderItem(Record):
    """One line of a purchase document."""

    id: int | None = attrs.field(default=ABSENT)
    """Line id; carry it on an update to keep the line."""
    product_id: int | None = attrs.field(default=ABSENT)
    """Product the record refers to."""
    org_name: str | None = attrs.field(default=ABSENT)
    """Name of the item."""
    description: str | None = attrs.field(default=ABSENT)
    """Description of the line."""
    unit_price: Decimal | None = attrs.field(default=ABSENT)
    """Price of one unit."""
    quantity: Decimal | None = attrs.field(default=ABSENT)
    """Number of units; fractions are possible."""
    tax1: Decimal | None = attrs.field(default=ABSENT)
    """Id of the first tax; not its rate."""
    tax2: Decimal | None = attrs.field(default=ABSENT)
    """Id of the second tax; not its rate."""
    purchase_order_id: int | None = attrs.field(default=ABSENT)
    """Purchase document the record belongs to."""
    item: str | None = attrs.field(default=ABSENT)
    """Name of the line item, as free text."""
    summary_tax1: Decimal | None = attrs.field(default=ABSENT)
    """Computed amount of the first tax on the line."""
    summary_tax2: Decimal | None = attrs.field(default=ABSENT)
    """Computed amount of the second tax on the line."""
    subtotal: Decimal | None = attrs.field(default=ABSENT)
    """Computed subtotal of the line."""
    col_3: str | None = attrs.field(default=ABSENT)
    """Text of extra line column 3."""
    col_4: str | None = attrs.field(default=ABSENT)
    """Text of extra line column 4."""
    col_5: str | None = attrs.field(default=ABSENT)
    """Text of extra line column 5."""
    discount: Decimal | None = attrs.field(default=ABSENT)
    """Line discount, percent or amount as discount_type says."""
    discount_type: DiscountType | None = attrs.field(default=ABSENT)
    """Whether the discount is a percentage or an amount."""
    store_id: int | None = attrs.field(default=ABSENT)
    """Warehouse id; that of the purchase document when left out. Listed by `stores.list`."""
    calculated_discount: Decimal | None = attrs.field(default=ABSENT)
    """Computed discount amount of the line."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
