# Generated from openapi/ by `make generate`; do not edit.
"""Brand names that products can carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.filters import Filter
    from daftra_async.models import (
        Brand,
        BrandInput,
        DataLevel,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

LIST: Final[Operation[Brand]] = Operation(
    id="brands.list",
    title="Get All Brands",
    method="GET",
    path="/v2/api/entity/brand/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="Brand"),
    pagination="laravel",
    idempotent=True,
    entity="brand",
)

GET: Final[Operation[Brand]] = Operation(
    id="brands.get",
    title="Get Single Brand",
    method="GET",
    path="/v2/api/entity/brand/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="Brand"),
    idempotent=True,
    entity="brand",
)

CREATE: Final[Operation[Created]] = Operation(
    id="brands.create",
    title="Add New Brand",
    method="POST",
    path="/v2/api/entity/brand",
    request=Request(kind="bare", model="BrandInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="brand",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="brands.update",
    title="Edit brand",
    method="PUT",
    path="/v2/api/entity/brand/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="bare", model="BrandInput"),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    entity="brand",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class BrandsResource(Resource):
    """Brand names that products can carry."""

    def list(
        self,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        filters: Filter | Mapping[str, object] | UnsetType = UNSET,
        sort: str | Sequence[str] | Mapping[str, str] | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[Brand]:
        """List brands, page by page.

        `GET /v2/api/entity/brand/list/{level}`, the vendor's page 'Get All Brands'.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            page: Page to start at, from 1.
            per_page: Records per page.
            filters: Conditions: filter[field]=v, filter[field][op]=v with op in eq, not_equal, gt, gte, lt, lte, from, to, like,
                in, not_in, is_null; filter[or][field][op]=v for alternatives.
            sort: Order, sort[field]=asc|desc.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every Brand.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return self._list(
            LIST,
            {
                "level": level,
            },
            {
                "page": page,
                "per_page": per_page,
                "filters": filters,
                "sort": sort,
                "branch": branch,
            },
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def get(
        self,
        id: int | str,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Brand:
        """Get a brand by id.

        `GET /v2/api/entity/brand/{id}/{level}`, the vendor's page 'Get Single Brand'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The Brand.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            GET,
            {
                "id": id,
                "level": level,
            },
            {},
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create(
        self,
        body: BrandInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a brand from the body you send.

        `POST /v2/api/entity/brand`, the vendor's page 'Add New Brand'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The id of the new record.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            OutcomeUnknown: The answer was lost, so the server may have done it or not; it was not sent again.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            CREATE,
            {},
            {},
            body,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def update(
        self,
        id: int | str,
        body: BrandInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace a brand with the body you send.

        `PUT /v2/api/entity/brand/{id}`, the vendor's page 'Edit brand'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The acknowledgement of the server.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            UPDATE,
            {
                "id": id,
            },
            {},
            body,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
