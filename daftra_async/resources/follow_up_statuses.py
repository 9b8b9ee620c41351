# Generated from openapi/ by `make generate`; do not edit.
"""Custom workflow statuses for clients, invoices and other records."""

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
        FollowUpStatus,
        FollowUpStatusInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

LIST: Final[Operation[FollowUpStatus]] = Operation(
    id="follow_up_statuses.list",
    title="Get All Follow-Up Statuses",
    method="GET",
    path="/v2/api/entity/follow_up_status/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="FollowUpStatus", key="FollowUpStatus"),
    pagination="laravel",
    idempotent=True,
    entity="follow_up_status",
    doubtful="The documented 200 body is the v1 envelope on a v2 route; assumed the flat Laravel paginator.",
)

GET: Final[Operation[FollowUpStatus]] = Operation(
    id="follow_up_statuses.get",
    title="Get Single Follow-Up Status",
    method="GET",
    path="/api2/follow_up_statuses/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="FollowUpStatus", key="FollowUpStatus"),
    idempotent=True,
    entity="follow_up_status",
    doubtful="The vendor files it under v2, but path and reply look like v1; assumed the /api2 base.",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="follow_up_statuses.delete",
    title="Delete Follow-Up Status",
    method="DELETE",
    path="/api2/follow_up_statuses/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="follow_up_status",
    doubtful="The vendor files it under v2, but path and reply look like v1; assumed the /api2 base.",
)

CREATE: Final[Operation[Created]] = Operation(
    id="follow_up_statuses.create",
    title="Add New Follow-Up Status",
    method="POST",
    path="/v2/api/entity/follow_up_status",
    request=Request(kind="bare", model="FollowUpStatusInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="follow_up_status",
)

OPERATIONS: Final = (
    LIST,
    GET,
    DELETE,
    CREATE,
)


class FollowUpStatusesResource(Resource):
    """Custom workflow statuses for clients, invoices and other records."""

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
    ) -> Pager[FollowUpStatus]:
        """List follow-up statuses through the v2 route.

        List and create use the singular v2 route, get and delete the plural v1 route.

        `GET /v2/api/entity/follow_up_status/list/{level}`, the vendor's page 'Get All Follow-Up Statuses'.

        Doubtful: The documented 200 body is the v1 envelope on a v2 route; assumed the flat Laravel paginator.

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
            A pager: await it for the first page, iterate it for every FollowUpStatus.

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
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> FollowUpStatus:
        """Get a follow-up status by id.

        `GET /api2/follow_up_statuses/{id}`, the vendor's page 'Get Single Follow-Up Status'.

        Doubtful: The vendor files it under v2, but path and reply look like v1; assumed the /api2 base.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The FollowUpStatus.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            GET,
            {
                "id": id,
            },
            {},
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def delete(
        self,
        id: int | str,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Delete a follow-up status by id.

        `DELETE /api2/follow_up_statuses/{id}`, the vendor's page 'Delete Follow-Up Status'.

        Doubtful: The vendor files it under v2, but path and reply look like v1; assumed the /api2 base.

        Args:
            id: Id of the record, as a number or as text.
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
            DELETE,
            {
                "id": id,
            },
            {},
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create(
        self,
        body: FollowUpStatusInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a follow-up status from the body you send.

        List and create use the singular v2 route, get and delete the plural v1 route.

        `POST /v2/api/entity/follow_up_status`, the vendor's page 'Add New Follow-Up Status'.

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
