# Generated from openapi/ by `make generate`; do not edit.
"""Recorded visits of clients; can only be created."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.bulk import BulkProgress, BulkResult
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

    async def create_many(
        self,
        items: Iterable[ClientAttendanceLogInput | Mapping[str, object]],
        *,
        concurrency: int = 8,
        on_progress: Callable[[BulkProgress], None] | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> BulkResult[Created]:
        """Create many records, and tell of each what became of it.

        All items are checked before anything is sent. A create whose answer was lost is never sent again by itself.

        Args:
            items: The records to write, or mappings in wire names with the relations beside the fields.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            on_progress: Called after each step with the numbers so far.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            Successful, failed, unknown and skipped entries, each with its input.

        Raises:
            ArgumentError: An item or an argument is wrong; nothing was sent.
        """
        return await self._create_many(
            CREATE,
            items,
            {},
            concurrency=concurrency,
            on_progress=on_progress,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
