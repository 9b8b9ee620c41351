# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .discount_type import DiscountType


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class InvoiceItem(Record):
    """One line of a sales document."""

    id: int | None = attrs.field(default=ABSENT)
    """Line id; carry it on an update to keep the line."""
    invoice_id: int | None = attrs.field(default=ABSENT)
    """Invoice this record belongs to."""
    item: str | None = attrs.field(default=ABSENT)
    """Name of the line item, as free text. At most 100000 characters."""
    description: str | None = attrs.field(default=ABSENT)
    """Description of the line. At most 100000 characters."""
    unit_price: Decimal | None = attrs.field(default=ABSENT)
    """Price of one unit. Form: bare number."""
    quantity: Decimal | None = attrs.field(default=ABSENT)
    """Number of units, decimals allowed."""
    tax1: int | None = attrs.field(default=ABSENT)
    """First tax id, not a rate. Listed by `taxes.list`."""
    tax2: int | None = attrs.field(default=ABSENT)
    """Second tax id, not a rate. Listed by `taxes.list`."""
    summary_tax1: Decimal | None = attrs.field(default=ABSENT)
    """Computed amount of the first tax on the line."""
    summary_tax2: Decimal | None = attrs.field(default=ABSENT)
    """Computed amount of the second tax on the line."""
    subtotal: Decimal | None = attrs.field(default=ABSENT)
    """Computed subtotal of the line."""
    product_id: int | None = attrs.field(default=ABSENT)
    """Product the record refers to. Rule: product of the current branch when branches are on. Listed by `products.list`."""
    col_3: str | None = attrs.field(default=ABSENT)
    """Text of extra line column 3."""
    col_4: str | None = attrs.field(default=ABSENT)
    """Text of extra line column 4."""
    col_5: str | None = attrs.field(default=ABSENT)
    """Text of extra line column 5."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    discount: Decimal | None = attrs.field(default=ABSENT)
    """Line discount, percent or amount as discount_type says. Rule: <= maximum discount."""
    discount_type: DiscountType | None = attrs.field(default=ABSENT)
    """Whether the discount is a percentage or an amount."""
    store_id: int | None = attrs.field(default=ABSENT)
    """Warehouse id (a store), not a shop. Server default: invoice store. Listed by `stores.list`."""
    calculated_discount: Decimal | None = attrs.field(default=ABSENT)
    """Computed discount amount of the line."""
    lot: list[int] | None = attrs.field(default=ABSENT)
    """Lot numbers of the line, for tracked products only. Only with: tracked product."""
    expiry_date: list[str] | None = attrs.field(default=ABSENT)
    """Expiry dates of the line's tracked stock. Only with: tracked product."""
    serials: list[str] | None = attrs.field(default=ABSENT)
    """Serial numbers of the line, for serialized products only. Only with: serialized product."""
