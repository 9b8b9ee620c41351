# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .discount_type import DiscountType


@attrs.define(kw_only=True, repr=False)
class InvoiceItemInput(Input):
    """Input for one line of a sales document."""

    id: int | UnsetType = attrs.field(default=UNSET)
    """Line id; carry it on an update to keep the line."""
    invoice_id: int | UnsetType = attrs.field(default=UNSET)
    """Invoice this record belongs to."""
    item: str | UnsetType = attrs.field(default=UNSET)
    """Name of the line item, as free text. At most 100000 characters."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description of the line. At most 100000 characters."""
    unit_price: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Price of one unit, without a currency sign."""
    quantity: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Number of units; fractions are possible."""
    tax1: int | None | UnsetType = attrs.field(default=UNSET)
    """Id of the first tax; not its rate. Listed by `taxes.list`."""
    tax2: int | None | UnsetType = attrs.field(default=UNSET)
    """Id of the second tax; not its rate. Listed by `taxes.list`."""
    product_id: int | UnsetType = attrs.field(default=UNSET)
    """Product the record refers to; with branches switched on, one of the current branch. Listed by `products.list`."""
    col_3: str | None | UnsetType = attrs.field(default=UNSET)
    """Text of extra line column 3."""
    col_4: str | None | UnsetType = attrs.field(default=UNSET)
    """Text of extra line column 4."""
    col_5: str | None | UnsetType = attrs.field(default=UNSET)
    """Text of extra line column 5."""
    discount: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Line discount, percent or amount as discount_type says; up to the maximum discount."""
    discount_type: DiscountType | UnsetType = attrs.field(default=UNSET)
    """Whether the discount is a percentage or an amount."""
    store_id: int | UnsetType = attrs.field(default=UNSET)
    """Warehouse id; that of the invoice when left out. Listed by `stores.list`."""
    lot: list[int] | UnsetType = attrs.field(default=UNSET)
    """Lot numbers of the line, for tracked products only."""
    expiry_date: list[str] | UnsetType = attrs.field(default=UNSET)
    """Expiry dates of the line's stock, for tracked products only."""
    serials: list[str] | UnsetType = attrs.field(default=UNSET)
    """Serial numbers of the line, for serialized products only."""
