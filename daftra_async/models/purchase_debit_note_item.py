# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class PurchaseDebitNoteItem(Record):
    """One line of a purchase debit note."""

    product_id: int | None = attrs.field(default=ABSENT)
    """Product the record refers to."""
    item: str | None = attrs.field(default=ABSENT)
    """Name of the line item, as free text."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    col_3: str | None = attrs.field(default=ABSENT)
    """Text of extra line column 3."""
    col_4: str | None = attrs.field(default=ABSENT)
    """Text of extra line column 4."""
    col_5: str | None = attrs.field(default=ABSENT)
    """Text of extra line column 5."""
    unit_price: Decimal | None = attrs.field(default=ABSENT)
    """Price of one unit."""
    quantity: Decimal | None = attrs.field(default=ABSENT)
    """Number of units; fractions are possible."""
    discount: Decimal | None = attrs.field(default=ABSENT)
    """Line discount, percent or amount as discount_type says."""
    discount_type: int | None = attrs.field(default=ABSENT)
    """Whether the discount is a percentage or an amount."""
    tax1: Any = attrs.field(default=ABSENT)
    """Id of the first tax; not its rate."""
    tax2: Any = attrs.field(default=ABSENT)
    """Id of the second tax; not its rate."""
