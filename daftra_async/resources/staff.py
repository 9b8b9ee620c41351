# Generated from openapi/ by `make generate`; do not edit.
"""Employees and users of the account; read only here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        Staff,
    )
    from daftra_async.pagination import Pager

LIST: Final[Operation[Staff]] = Operation(
    id="staff.list",
    title="GET All Staff",
    method="GET",
    path="/api2/staff{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="load_custom_data", wire="load_custom_data", type="integer", minimum=1, maximum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Staff", key="Staff"),
    pagination="v1",
    idempotent=True,
    entity="staff",
)

GET: Final[Operation[Staff]] = Operation(
    id="staff.get",
    title="GET Single Staff",
    method="GET",
    path="/api2/staff/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Staff", key="Staff"),
    idempotent=True,
    entity="staff",
)

OPERATIONS: Final = (
    LIST,
    GET,
)


class StaffResource(Resource):
    """Employees and users of the account; read only here."""

    def list(
        self,
        *,
        limit: int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        load_custom_data: int | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[Staff]:
        """List the staff members of the account.

        `GET /api2/staff`, the vendor's page 'GET All Staff'.

        Args:
            limit: Records per page, from 1 to 1000.
            page: Page to start at, from 1.
            load_custom_data: Send 1 to have custom field values included.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every Staff.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return self._list(
            LIST,
            {},
            {
                "limit": limit,
                "page": page,
                "load_custom_data": load_custom_data,
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
    ) -> Staff:
        """Get a staff member by id.

        `GET /api2/staff/{id}`, the vendor's page 'GET Single Staff'.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The Staff.

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
