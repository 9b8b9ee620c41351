# Generated from openapi/ by `make generate`; do not edit.
"""Groups that products are sorted into; read-only."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Response, Twin
from daftra_async.resource.mixins import Finds, ReadsMany

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        CategoryType,
        ProductCategory,
    )
    from daftra_async.options import CallOptions, FindOptions, ListOptions

    class ProductCategoryCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        category_type: Wanted[CategoryType | int]
        created: Wanted[date | datetime | str]
        description: Wanted[str]
        id: Wanted[int | str]
        image: Wanted[str]
        image_full_path: Wanted[str]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        parent_id: Wanted[int | str]


LIST: Final[Operation[ProductCategory]] = Operation(
    id="product_categories.list",
    title="GET All Product Categories",
    method="GET",
    path="/api2/product_categories{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="ProductCategory", key="ProductCategory", also=("Category",)),
    pagination="v1",
    idempotent=True,
    entity="product_category",
    twin=Twin(entity="product_category"),
)

GET: Final[Operation[ProductCategory]] = Operation(
    id="product_categories.get",
    title="GET Single Product Category",
    method="GET",
    path="/api2/product_categories/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="ProductCategory", key="ProductCategory", also=("Category",), identity="id"),
    idempotent=True,
    entity="product_category",
    doubtful="Documented under `ProductCategory`, but code in use reads `Category`; this package assumes `ProductCategory`, as documented.",
)

OPERATIONS: Final = (
    LIST,
    GET,
)


class ProductCategoriesResource(ReadsMany["ProductCategory"], Finds["ProductCategory"]):
    """Groups that products are sorted into; read-only."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[ProductCategory]:
        """List product categories, page by page.

        `GET /api2/product_categories`, the vendor's page 'GET All Product Categories'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> ProductCategory:
        """Get a product category by id.

        Doubtful: Documented under `ProductCategory`, but code in use reads `Category`; this package assumes
        `ProductCategory`, as documented.

        `GET /api2/product_categories/{id}`, the vendor's page 'GET Single Product Category'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[ProductCategoryCriteria]) -> ProductCategory | None: ...

        async def find_many(self, **fields: Unpack[ProductCategoryCriteria]) -> builtins.list[ProductCategory]: ...
