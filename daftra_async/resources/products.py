# Generated from openapi/ by `make generate`; do not edit.
"""Goods and services for sale, with prices and stock settings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Reference, Request, Response, Twin
from daftra_async.resource.mixins import CreatesManyReferenced, DeletesMany, Edits, FindsOrCreates, ReadsMany, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        DiscountType,
        Product,
        ProductInput,
        ProductStatus,
        ProductType,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class ProductCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        availabe_online: Wanted[bool]
        average_price: Wanted[Decimal | int | str]
        barcode: Wanted[str]
        branch: int | None
        branch_id: Wanted[int | str]
        brand: Wanted[str]
        buy_price: Wanted[Decimal | int | str]
        category: Wanted[str]
        category_id: Wanted[int | str]
        created: Wanted[date | datetime | str]
        description: Wanted[str]
        discount: Wanted[Decimal | int | str]
        discount_type: Wanted[DiscountType | int]
        duration_minutes: Wanted[Decimal | int | str]
        follow_up_status: Wanted[int | str]
        id: Wanted[int | str]
        load_custom_data: int | None
        low_stock_thershold: Wanted[Decimal | int | str]
        minimum_price: Wanted[Decimal | int | str]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        notes: Wanted[str]
        product_code: Wanted[str]
        profit_margin: Wanted[Decimal | int | str]
        raw_store_id: Wanted[int | str]
        staff_id: Wanted[int | str]
        status: Wanted[ProductStatus | int]
        stock_balance: Wanted[Decimal | int | str]
        supplier_id: Wanted[int | str]
        tags: Wanted[str]
        tax1: Wanted[int | str]
        tax2: Wanted[int | str]
        track_stock: Wanted[bool]
        tracking_type: Wanted[str]
        type: Wanted[ProductType | int]
        unit_price: Wanted[Decimal | int | str]
        updated_price: Wanted[bool]

    class ProductDraft(Draft, Product):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Product]] = Operation(
    id="products.list",
    title="GET All Products",
    method="GET",
    path="/api2/products{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="load_custom_data", wire="load_custom_data", type="integer", minimum=1, maximum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Product", key="Product"),
    pagination="v1",
    idempotent=True,
    entity="product",
    twin=Twin(entity="product"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="products.create",
    title="Add New Product",
    method="POST",
    path="/api2/products{format}",
    request=Request(kind="wrapped", model="ProductInput", key="Product"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="product",
    reference=Reference(
        field="product_code", lookup="products.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))
    ),
)

GET: Final[Operation[Product]] = Operation(
    id="products.get",
    title="GET Single Product",
    method="GET",
    path="/api2/products/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Product", key="Product", identity="id"),
    idempotent=True,
    entity="product",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="products.update",
    title="Edit Products",
    method="PUT",
    path="/api2/products/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="ProductInput", key="Product"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("product_code",),
    entity="product",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="products.delete",
    title="Delete Products",
    method="DELETE",
    path="/api2/products/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="product",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class ProductsResource(
    ReadsMany["Product"],
    CreatesManyReferenced["ProductInput", "Created"],
    Replaces["ProductInput", "Ack"],
    DeletesMany,
    Edits["ProductDraft"],
    FindsOrCreates["Product"],
):
    """Goods and services for sale, with prices and stock settings."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self,
        *,
        limit: int | None = None,
        page: int | None = None,
        load_custom_data: int | None = None,
        branch: int | None = None,
        **options: Unpack[ListOptions],
    ) -> Pager[Product]:
        """List products, page by page.

        `GET /api2/products`, the vendor's page 'GET All Products'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            load_custom_data: 1 to get the values of the custom fields too.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(
            LIST, {}, {"limit": limit, "page": page, "load_custom_data": load_custom_data, "branch": branch}, options
        )

    async def create(self, body: ProductInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create a product.

        `reference=` is written to `product_code`.

        `POST /api2/products`, the vendor's page 'Add New Product'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Product:
        """Get a product by id.

        `GET /api2/products/{id}`, the vendor's page 'GET Single Product'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: ProductInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace a product.

        What the body leaves out is lost on the server. A body without `product_code` is refused, unless `replace=True` says
        that it is meant. `edit()` keeps the rest.

        `PUT /api2/products/{id}`, the vendor's page 'Edit Products'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a product by id.

        `DELETE /api2/products/{id}`, the vendor's page 'Delete Products'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[ProductCriteria]) -> Product | None: ...

        async def find_many(self, **fields: Unpack[ProductCriteria]) -> builtins.list[Product]: ...

        async def find_or_create(
            self, body: ProductInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[ProductCriteria]
        ) -> Found[Product]: ...
