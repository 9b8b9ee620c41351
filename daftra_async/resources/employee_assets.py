# Generated from openapi/ by `make generate`; do not edit.
"""Company assets held by employees or kept in storage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.filters import Filter
    from daftra_async.models import (
        DataLevel,
        EmployeeAsset,
        EmployeeAssetInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

LIST: Final[Operation[EmployeeAsset]] = Operation(
    id="employee_assets.list",
    title="Get All Assets",
    method="GET",
    path="/v2/api/entity/employee_asset/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=2),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="payload-list", model="EmployeeAsset"),
    pagination="payload",
    idempotent=True,
    entity="employee_asset",
)

GET: Final[Operation[EmployeeAsset]] = Operation(
    id="employee_assets.get",
    title="Get Single Asset",
    method="GET",
    path="/v2/api/entity/employee_asset/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="payload-single", model="EmployeeAsset"),
    idempotent=True,
    entity="employee_asset",
)

CREATE: Final[Operation[Created]] = Operation(
    id="employee_assets.create",
    title="Add New Asset",
    method="POST",
    path="/v2/api/entity/employee_asset",
    request=Request(kind="bare", model="EmployeeAssetInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="employee_asset",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="employee_assets.update",
    title="Edit Asset",
    method="PUT",
    path="/v2/api/entity/employee_asset/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="bare", model="EmployeeAssetInput"),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    entity="employee_asset",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class EmployeeAssetsResource(Resource):
    """Company assets held by employees or kept in storage."""

    def list(
        self,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 2,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        filters: Filter | Mapping[str, object] | UnsetType = UNSET,
        sort: str | Sequence[str] | Mapping[str, str] | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[EmployeeAsset]:
        """List employee assets, page by page.

        The reply is wrapped in `payload`, `version` and `message`, and tells only whether more pages follow.

        `GET /v2/api/entity/employee_asset/list/{level}`, the vendor's page 'Get All Assets'.

        Args:
            level: How much related data the answer carries; documented at level 2 for this list.
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
            A pager: await it for the first page, iterate it for every EmployeeAsset.

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
    ) -> EmployeeAsset:
        """Get an employee asset by id.

        The reply is wrapped in `payload`, `version` and `message`.

        `GET /v2/api/entity/employee_asset/{id}/{level}`, the vendor's page 'Get Single Asset'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The EmployeeAsset.

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
        body: EmployeeAssetInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create an employee asset from the body you send.

        `employee_id` is required when `used_by` is `employee`, `storage_id` when it is `storage`.

        `POST /v2/api/entity/employee_asset`, the vendor's page 'Add New Asset'.

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
        body: EmployeeAssetInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace an employee asset with the body you send.

        `employee_id` is required when `used_by` is `employee`, `storage_id` when it is `storage`.

        `PUT /v2/api/entity/employee_asset/{id}`, the vendor's page 'Edit Asset'.

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
