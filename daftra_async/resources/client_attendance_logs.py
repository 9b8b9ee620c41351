# Generated from openapi/ by `make generate`; do not edit.
"""Recorded visits of clients; can only be created."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        ClientAttendanceLogInput,
    )
    from daftra_async.results import Created

CREATE: Final[Operation[Created]] = Operation(
    id="client_attendance_logs.create",
    title="Add New Client-attendance-log",
    method="POST",
    path="/api2/client-attendance-log/store",
    request=Request(kind="wrapped", model="ClientAttendanceLogInput", key="ClientAttendance"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="client_attendance_log",
)

OPERATIONS: Final = (CREATE,)


class ClientAttendanceLogsResource(Resource):
    """Recorded visits of clients; can only be created."""

    async def create(
        self,
        body: ClientAttendanceLogInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Record the visit of a client.

        The route is `client-attendance-log/store`, not a plain collection.

        `POST /api2/client-attendance-log/store`, the vendor's page 'Add New Client-attendance-log'.

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
