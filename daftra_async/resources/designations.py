# Generated from openapi/ by `make generate`; do not edit.
"""Job titles, optionally tied to a department."""

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
        Designation,
        DesignationInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Created

LIST: Final[Operation[Designation]] = Operation(
    id="designations.list",
    title="Get All Designations",
    method="GET",
    path="/v2/api/entity/designation/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="Designation"),
    pagination="laravel",
    idempotent=True,
    entity="designation",
)

GET: Final[Operation[Designation]] = Operation(
    id="designations.get",
    title="Get Single Designation",
    method="GET",
    path="/v2/api/entity/designation/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="Designation"),
    idempotent=True,
    entity="designation",
)

CREATE: Final[Operation[Created]] = Operation(
    id="designations.create",
    title="Add New Designation",
    method="POST",
    path="/v2/api/entity/designation",
    request=Request(kind="bare", model="DesignationInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="designation",
)

UPDATE: Final[Operation[Designation]] = Operation(
    id="designations.update",
    title="Edit Designation",
    method="PUT",
    path="/v2/api/entity/designation/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="bare", model="DesignationInput"),
    response=Response(kind="v2-single", model="Designation"),
    idempotent=True,
    replaces=True,
    entity="designation",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class DesignationsResource(Resource):
    """Job titles, optionally tied to a department."""

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
    ) -> Pager[Designation]:
        """List designations, page by page.

        `GET /v2/api/entity/designation/list/{level}`, the vendor's page 'Get All Designations'.

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
            A pager: await it for the first page, iterate it for every Designation.

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
    ) -> Designation:
        """Get a designation by id.

        `GET /v2/api/entity/designation/{id}/{level}`, the vendor's page 'Get Single Designation'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The Designation.

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
        body: DesignationInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a designation from the body you send.

        `POST /v2/api/entity/designation`, the vendor's page 'Add New Designation'.

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
        body: DesignationInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Designation:
        """Replace a designation with the body you send.

        The reply echoes the record, where sibling resources answer `{message, id}`.

        `PUT /v2/api/entity/designation/{id}`, the vendor's page 'Edit Designation'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The Designation.

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
