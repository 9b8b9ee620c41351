# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .stock_transaction_source_type import StockTransactionSourceType
from .stock_transaction_status import StockTransactionStatus
from .stock_transaction_type import StockTransactionType


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class StockTransaction(Record):
    """A movement of product quantity into or out of a warehouse.

    Returned by `stock_transactions.list`, `stock_transactions.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    product_id: int | None = attrs.field(default=ABSENT)
    """Product the record refers to. Listed by `products.list`."""
    transaction_type: StockTransactionType | None = attrs.field(default=ABSENT)
    """Direction of the stock movement: 1 in, 2 out."""
    transaction_category_id: int | None = attrs.field(default=ABSENT)
    """Category of the stock transaction. Deprecated by the vendor."""
    source_type: StockTransactionSourceType | None = attrs.field(default=ABSENT)
    """Kind of document behind the stock movement."""
    date: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the stock movement, account-local."""
    order_id: int | None = attrs.field(default=ABSENT)
    """Source document of the movement, of the kind in source_type."""
    ref_id: int | None = attrs.field(default=ABSENT)
    """Related record of the movement, of the kind in source_type. Default on the server: 0."""
    status: StockTransactionStatus | None = attrs.field(default=ABSENT)
    """Processing status of the stock movement."""
    received_date: datetime | None = attrs.field(default=ABSENT)
    """Date and time the goods were received, account-local."""
    quantity: Decimal | None = attrs.field(default=ABSENT)
    """Number of units; fractions are possible."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217). At most 10 characters. Example: 'USD'."""
    price: Decimal | None = attrs.field(default=ABSENT)
    """Unit price of the stock movement."""
    price_without_tax: Decimal | None = attrs.field(default=ABSENT)
    """Price before tax."""
    added_by: int | None = attrs.field(default=ABSENT)
    """Staff member who added it, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    ignored: bool | None = attrs.field(default=ABSENT)
    """Whether the stock transaction is ignored."""
    ignored_date: datetime | None = attrs.field(default=ABSENT)
    """When the transaction was ignored, in account-local time."""
    balance_to_date: Decimal | None = attrs.field(default=ABSENT)
    """Stock balance up to this transaction. Default on the server: 0."""
    notes: str | None = attrs.field(default=ABSENT)
    """Notes as free text."""
    stock_transfer_id: int | None = attrs.field(default=ABSENT)
    """Stock transfer behind the movement, for transfers only."""
    store_id: int | None = attrs.field(default=ABSENT)
    """Warehouse id; that of the invoice when left out. Listed by `stores.list`."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    discount: Decimal | None = attrs.field(default=ABSENT)
    """Discount on the stock movement."""
    purchase_price: Decimal | None = attrs.field(default=ABSENT)
    """Purchase price, set by the server. Default on the server: 0."""
    purchase_order_ids: str | None = attrs.field(default=ABSENT)
    """Purchase order ids linked to the movement. Default on the server: 0. Deprecated by the vendor."""
    journal_account_id: int | None = attrs.field(default=ABSENT)
    """Ledger account of the record. Listed by `journal_accounts.list`. Default on the server: 0. Deprecated by the vendor."""
    fetch_from_raw: bool | None = attrs.field(default=ABSENT)
    """Flag of the server; the vendor does not explain it."""
