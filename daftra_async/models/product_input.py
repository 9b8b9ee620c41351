# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .discount_type import DiscountType
from .product_status import ProductStatus
from .product_type import ProductType


@attrs.define(kw_only=True, repr=False)
class ProductInput(Input):
    """Input for a product or service for sale, with prices and stock settings.

    Accepted by `products.create`, `products.update`.
    """

    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    name: str | UnsetType = attrs.field(default=UNSET)
    """Name of the product. At most 255 characters."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    unit_price: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Selling price of one unit."""
    tax1: int | UnsetType = attrs.field(default=UNSET)
    """Id of the first tax; not its rate. Listed by `taxes.list`."""
    tax2: int | UnsetType = attrs.field(default=UNSET)
    """Id of the second tax; not its rate. Listed by `taxes.list`."""
    supplier_id: int | UnsetType = attrs.field(default=UNSET)
    """Supplier of the product. Listed by `suppliers.list`."""
    brand: str | UnsetType = attrs.field(default=UNSET)
    """Brand name as text. At most 255 characters."""
    category: str | UnsetType = attrs.field(default=UNSET)
    """Category name as text. At most 255 characters. Deprecated by the vendor."""
    tags: str | UnsetType = attrs.field(default=UNSET)
    """Tags of the product, separated by commas."""
    buy_price: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Purchase price of one unit."""
    tracking_type: str | None | UnsetType = attrs.field(default=UNSET)
    """How stock of the product is tracked, by serial number for example. Not documented, but in use."""
    category_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Category of the product. Not documented, but in use. Listed by `product_categories.get`."""
    product_code: str | UnsetType = attrs.field(default=UNSET)
    """Code of the product, as text. At most 255 characters."""
    track_stock: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether stock of the product is tracked."""
    stock_balance: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Quantity in stock."""
    low_stock_thershold: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Quantity below which stock counts as low."""
    barcode: str | UnsetType = attrs.field(default=UNSET)
    """Barcode as text. At most 255 characters."""
    notes: str | UnsetType = attrs.field(default=UNSET)
    """Notes as free text. At most 255 characters."""
    status: ProductStatus | UnsetType = attrs.field(default=UNSET)
    """Whether the product is active, inactive or suspended. Default on the server: 0."""
    follow_up_status: int | None | UnsetType = attrs.field(default=UNSET)
    """Follow-up status id. Listed by `follow_up_statuses.list` (product)."""
    updated_price: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the price has been updated."""
    average_price: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Average price of the product."""
    type: ProductType | None | UnsetType = attrs.field(default=UNSET)
    """Kind of item, a product, service or bundle."""
    minimum_price: Decimal | int | None | UnsetType = attrs.field(default=UNSET)
    """Lowest price of the product."""
    profit_margin: Decimal | int | None | UnsetType = attrs.field(default=UNSET)
    """Profit margin of the product."""
    discount: Decimal | int | None | UnsetType = attrs.field(default=UNSET)
    """Product discount, percent or amount as discount_type says."""
    discount_type: DiscountType | None | UnsetType = attrs.field(default=UNSET)
    """Whether the discount is a percentage or an amount."""
    duration_minutes: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Duration in minutes. Default on the server: 0."""
    availabe_online: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the product is available online. Default on the server: False."""
    raw_store_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Id of the raw store, a warehouse. Listed by `stores.list`."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to. Listed by `branches.list` (Branch)."""
