# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class AdvancePaymentItem(Record):
    """One line of an advance payment."""

    invoice_id: int | None = attrs.field(default=ABSENT)
    """Invoice this record belongs to."""
    item: str | None = attrs.field(default=ABSENT)
    """Name of the line item, as free text."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    unit_price: Decimal | None = attrs.field(default=ABSENT)
    """Price of one unit."""
    quantity: Decimal | None = attrs.field(default=ABSENT)
    """Number of units; fractions are possible."""
    tax1: int | None = attrs.field(default=ABSENT)
    """Id of the first tax; not its rate."""
    tax2: int | None = attrs.field(default=ABSENT)
    """Id of the second tax; not its rate."""
    product_id: int | None = attrs.field(default=ABSENT)
    """Product the record refers to."""
    col_3: str | None = attrs.field(default=ABSENT)
    """Text of extra line column 3."""
    col_4: str | None = attrs.field(default=ABSENT)
    """Text of extra line column 4."""
    col_5: str | None = attrs.field(default=ABSENT)
    """Text of extra line column 5."""
    discount: Decimal | None = attrs.field(default=ABSENT)
    """Line discount, percent or amount as discount_type says."""
    discount_type: int | None = attrs.field(default=ABSENT)
    """Whether the discount is a percentage or an amount."""
    store_id: int | None = attrs.field(default=ABSENT)
    """Warehouse id."""
    unit_factor: Decimal | None = attrs.field(default=ABSENT)
    """Conversion factor from the line's unit to the main unit."""
    unit_small_name: str | None = attrs.field(default=ABSENT)
    """Short name of the line's unit."""
    unit_name: str | None = attrs.field(default=ABSENT)
    """Name of the line's unit."""
    display_order: int | None = attrs.field(default=ABSENT)
    """Position of the line within the document."""
    summary_tax1: Decimal | None = attrs.field(default=ABSENT)
    """Computed amount of the first tax on the line."""
    summary_tax2: Decimal | None = attrs.field(default=ABSENT)
    """Computed amount of the second tax on the line."""
    col_6: Any = attrs.field(default=ABSENT)
    """Free text of the line's sixth column."""
    col_7: Any = attrs.field(default=ABSENT)
    """Free text of the line's seventh column."""
    col_8: Any = attrs.field(default=ABSENT)
    """Free text of the line's eighth column."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    unit_factor_id: int | None = attrs.field(default=ABSENT)
    """Unit factor record id used by the line."""
    offer_id: int | None = attrs.field(default=ABSENT)
    """Offer id applied to the line."""
    tracking_data: str | None = attrs.field(default=ABSENT)
    """Stock tracking data of the line, as text."""
    serials: Any = attrs.field(default=ABSENT)
    """Serial numbers of the line, for serialized products only."""
    extra_details: str | None = attrs.field(default=ABSENT)
    """Extra details of the record; may be JSON inside text."""
    calculated_discount: Decimal | None = attrs.field(default=ABSENT)
    """Computed discount amount of the line."""
    subtotal: Decimal | None = attrs.field(default=ABSENT)
    """Computed subtotal of the line."""
    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    sales_account_id: int | None = attrs.field(default=ABSENT)
    """Sales account id of the line."""
    cost_center_id: int | None = attrs.field(default=ABSENT)
    """Cost center id of the line."""
    sales_person_id: int | None = attrs.field(default=ABSENT)
    """Sales person id; -2 means several sales persons."""
