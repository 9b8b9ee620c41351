# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .stock_transaction_type import StockTransactionType


@attrs.define(kw_only=True, repr=False)
class StockTransactionInput(Input):
    """Input for a movement of product quantity into or out of a warehouse.

    Accepted by `stock_transactions.create`, `stock_transactions.update`.
    """

    product_id: int = attrs.field()
    """Product the record refers to. Listed by `products.list`."""
    transaction_type: StockTransactionType = attrs.field()
    """Direction of the stock movement: 1 in, 2 out."""
    transaction_category_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Category of the stock transaction. Deprecated by the vendor."""
    date: datetime | UnsetType = attrs.field(default=UNSET)
    """Date and time of the stock movement, account-local."""
    quantity: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Number of units; fractions are possible."""
    currency_code: str | UnsetType = attrs.field(default=UNSET)
    """Currency code (ISO 4217). At most 10 characters. Example: 'USD'."""
    price: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Unit price of the stock movement."""
    price_without_tax: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Price before tax."""
    added_by: int | UnsetType = attrs.field(default=UNSET)
    """Staff member who added it, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    ignored: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the stock transaction is ignored."""
    notes: str | None | UnsetType = attrs.field(default=UNSET)
    """Notes as free text."""
    stock_transfer_id: int | UnsetType = attrs.field(default=UNSET)
    """Stock transfer behind the movement, for transfers only."""
    store_id: int = attrs.field()
    """Warehouse id; that of the invoice when left out. Listed by `stores.list`."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    discount: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Discount on the stock movement."""
    fetch_from_raw: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Flag of the server; the vendor does not explain it."""
