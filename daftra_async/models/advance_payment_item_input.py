# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class AdvancePaymentItemInput(Input):
    """Input for one line of an advance payment."""

    invoice_id: int | UnsetType = attrs.field(default=UNSET)
    """Invoice this record belongs to."""
    item: str | UnsetType = attrs.field(default=UNSET)
    """Name of the line item, as free text."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    unit_price: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Price of one unit."""
    quantity: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Number of units; fractions are possible."""
    tax1: int | UnsetType = attrs.field(default=UNSET)
    """Id of the first tax; not its rate."""
    tax2: int | UnsetType = attrs.field(default=UNSET)
    """Id of the second tax; not its rate."""
    product_id: int | UnsetType = attrs.field(default=UNSET)
    """Product the record refers to."""
    col_3: str | UnsetType = attrs.field(default=UNSET)
    """Text of extra line column 3."""
    col_4: str | UnsetType = attrs.field(default=UNSET)
    """Text of extra line column 4."""
    col_5: str | None | UnsetType = attrs.field(default=UNSET)
    """Text of extra line column 5."""
    discount: Decimal | int | None | UnsetType = attrs.field(default=UNSET)
    """Line discount, percent or amount as discount_type says."""
    discount_type: int | None | UnsetType = attrs.field(default=UNSET)
    """Whether the discount is a percentage or an amount."""
    store_id: int | UnsetType = attrs.field(default=UNSET)
    """Warehouse id."""
    unit_factor: Decimal | int | None | UnsetType = attrs.field(default=UNSET)
    """Conversion factor from the line's unit to the main unit."""
    unit_small_name: str | None | UnsetType = attrs.field(default=UNSET)
    """Short name of the line's unit."""
    unit_name: str | None | UnsetType = attrs.field(default=UNSET)
    """Name of the line's unit."""
    display_order: int | UnsetType = attrs.field(default=UNSET)
    """Position of the line within the document."""
    summary_tax1: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Computed amount of the first tax on the line."""
    summary_tax2: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Computed amount of the second tax on the line."""
    col_6: Any | UnsetType = attrs.field(default=UNSET)
    """Free text of the line's sixth column."""
    col_7: Any | UnsetType = attrs.field(default=UNSET)
    """Free text of the line's seventh column."""
    col_8: Any | UnsetType = attrs.field(default=UNSET)
    """Free text of the line's eighth column."""
    created: datetime | UnsetType = attrs.field(default=UNSET)
    """Creation date and time, account-local."""
    modified: datetime | UnsetType = attrs.field(default=UNSET)
    """Date and time of the last change, account-local."""
    unit_factor_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Unit factor record id used by the line."""
    offer_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Offer id applied to the line."""
    tracking_data: str | UnsetType = attrs.field(default=UNSET)
    """Stock tracking data of the line, as text."""
    serials: Any | UnsetType = attrs.field(default=UNSET)
    """Serial numbers of the line, for serialized products only."""
    extra_details: str | None | UnsetType = attrs.field(default=UNSET)
    """Extra details of the record; may be JSON inside text."""
    calculated_discount: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Computed discount amount of the line."""
    subtotal: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Computed subtotal of the line."""
    id: int | UnsetType = attrs.field(default=UNSET)
    """Unique id of the record."""
    sales_account_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Sales account id of the line."""
    cost_center_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Cost center id of the line."""
    sales_person_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Sales person id; -2 means several sales persons."""
