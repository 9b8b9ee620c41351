# Generated from openapi/ by `make generate`; do not edit.
"""Hours staff members logged on projects and activities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        TimeTracking,
        TimeTrackingInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

LIST: Final[Operation[TimeTracking]] = Operation(
    id="time_tracking.list",
    title="GET All Time Tracking",
    method="GET",
    path="/api2/time_tracking{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="TimeTracking", key="TimeTracking"),
    pagination="v1",
    idempotent=True,
    entity="time_tracking",
)

CREATE: Final[Operation[Created]] = Operation(
    id="time_tracking.create",
    title="Add New Time Tracking",
    method="POST",
    path="/api2/time_tracking{format}",
    request=Request(kind="wrapped", model="TimeTrackingInput", key="TimeTracking"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="time_tracking",
)

GET: Final[Operation[TimeTracking]] = Operation(
    id="time_tracking.get",
    title="GET Single Time Tracking",
    method="GET",
    path="/api2/time_tracking/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="TimeTracking", key="TimeTracking"),
    idempotent=True,
    entity="time_tracking",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="time_tracking.update",
    title="Edit Time Tracking",
    method="PUT",
    path="/api2/time_tracking/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="TimeTrackingInput", key="TimeTracking"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    entity="time_tracking",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="time_tracking.delete",
    title="Delete Time Tracking",
    method="DELETE",
    path="/api2/time_tracking/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="time_tracking",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class TimeTrackingResource(Resource):
    """Hours staff members logged on projects and activities."""

    def list(
        self,
        *,
        limit: int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[TimeTracking]:
        """List time entries, page by page.

        `GET /api2/time_tracking`, the vendor's page 'GET All Time Tracking'.

        Args:
            limit: Records per page, from 1 to 1000.
            page: Page to start at, from 1.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every TimeTracking.

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
                "branch": branch,
            },
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create(
        self,
        body: TimeTrackingInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a time entry from the body you send.

        `time` is written as hours and minutes, for example `8:17`.

        `POST /api2/time_tracking`, the vendor's page 'Add New Time Tracking'.

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

    async def get(
        self,
        id: int | str,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> TimeTracking:
        """Get a time entry by id.

        `GET /api2/time_tracking/{id}`, the vendor's page 'GET Single Time Tracking'.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The TimeTracking.

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

    async def update(
        self,
        id: int | str,
        body: TimeTrackingInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace a time entry with the body you send.

        `PUT /api2/time_tracking/{id}`, the vendor's page 'Edit Time Tracking'.

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

    async def delete(
        self,
        id: int | str,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Delete a time entry by id.

        `DELETE /api2/time_tracking/{id}`, the vendor's page 'Delete Time Tracking'.

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
