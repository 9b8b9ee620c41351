# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .discount_type import DiscountType
from .product_category import ProductCategory
from .product_image import ProductImage
from .product_status import ProductStatus
from .product_type import ProductType


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Product(Record):
    """A product or service for sale, with prices and stock settings.

    Returned by `products.list`, `products.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the product. At most 255 characters."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    unit_price: Decimal | None = attrs.field(default=ABSENT)
    """Selling price of one unit."""
    tax1: int | None = attrs.field(default=ABSENT)
    """Id of the first tax; not its rate. Listed by `taxes.list`."""
    tax2: int | None = attrs.field(default=ABSENT)
    """Id of the second tax; not its rate. Listed by `taxes.list`."""
    supplier_id: int | None = attrs.field(default=ABSENT)
    """Supplier of the product. Listed by `suppliers.list`."""
    brand: str | None = attrs.field(default=ABSENT)
    """Brand name as text. At most 255 characters."""
    category: str | None = attrs.field(default=ABSENT)
    """Category name as text. At most 255 characters. Deprecated by the vendor."""
    tags: str | None = attrs.field(default=ABSENT)
    """Tags of the product, separated by commas."""
    buy_price: Decimal | None = attrs.field(default=ABSENT)
    """Purchase price of one unit."""
    tracking_type: str | None = attrs.field(default=ABSENT)
    """How stock of the product is tracked, by serial number for example. Not documented, but in use."""
    category_id: int | None = attrs.field(default=ABSENT)
    """Category of the product. Not documented, but in use. Listed by `product_categories.get`."""
    product_code: str | None = attrs.field(default=ABSENT)
    """Code of the product, as text. At most 255 characters."""
    track_stock: bool | None = attrs.field(default=ABSENT)
    """Whether stock of the product is tracked."""
    stock_balance: Decimal | None = attrs.field(default=ABSENT)
    """Quantity in stock."""
    low_stock_thershold: Decimal | None = attrs.field(default=ABSENT)
    """Quantity below which stock counts as low."""
    barcode: str | None = attrs.field(default=ABSENT)
    """Barcode as text. At most 255 characters."""
    notes: str | None = attrs.field(default=ABSENT)
    """Notes as free text. At most 255 characters."""
    status: ProductStatus | None = attrs.field(default=ABSENT)
    """Whether the product is active, inactive or suspended. Default on the server: 0."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    follow_up_status: int | None = attrs.field(default=ABSENT)
    """Follow-up status id. Listed by `follow_up_statuses.list` (product)."""
    updated_price: bool | None = attrs.field(default=ABSENT)
    """Whether the price has been updated."""
    average_price: Decimal | None = attrs.field(default=ABSENT)
    """Average price of the product."""
    type: ProductType | None = attrs.field(default=ABSENT)
    """Kind of item, a product, service or bundle."""
    minimum_price: Decimal | None = attrs.field(default=ABSENT)
    """Lowest price of the product."""
    profit_margin: Decimal | None = attrs.field(default=ABSENT)
    """Profit margin of the product."""
    discount: Decimal | None = attrs.field(default=ABSENT)
    """Product discount, percent or amount as discount_type says."""
    discount_type: DiscountType | None = attrs.field(default=ABSENT)
    """Whether the discount is a percentage or an amount."""
    duration_minutes: Decimal | None = attrs.field(default=ABSENT)
    """Duration in minutes. Default on the server: 0."""
    availabe_online: bool | None = attrs.field(default=ABSENT)
    """Whether the product is available online. Default on the server: False."""
    raw_store_id: int | None = attrs.field(default=ABSENT)
    """Id of the raw store, a warehouse. Listed by `stores.list`."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to. Listed by `branches.list` (Branch)."""
    product_image: list[ProductImage] | None = attrs.field(default=ABSENT, metadata={"wire": "ProductImage"})
    """Images of the product."""
    product_category: list[ProductCategory] | None = attrs.field(default=ABSENT, metadata={"wire": "ProductCategory"})
    """Categories of the product."""
