# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class PurchaseDebitNoteItemInput(Input):
    """Input for one line of a purchase debit note."""

    product_id: int | UnsetType = attrs.field(default=UNSET)
    """Product the record refers to."""
    item: str | UnsetType = attrs.field(default=UNSET)
    """Name of the line item, as free text."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    col_3: str | UnsetType = attrs.field(default=UNSET)
    """Text of extra line column 3."""
    col_4: str | UnsetType = attrs.field(default=UNSET)
    """Text of extra line column 4."""
    col_5: str | UnsetType = attrs.field(default=UNSET)
    """Text of extra line column 5."""
    unit_price: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Price of one unit."""
    quantity: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Number of units; fractions are possible."""
    discount: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Line discount, percent or amount as discount_type says."""
    discount_type: int | UnsetType = attrs.field(default=UNSET)
    """Whether the discount is a percentage or an amount."""
    tax1: Any | UnsetType = attrs.field(default=UNSET)
    """Id of the first tax; not its rate."""
    tax2: Any | UnsetType = attrs.field(default=UNSET)
    """Id of the second tax; not its rate."""
