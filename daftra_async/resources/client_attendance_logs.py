# Generated from openapi/ by `make generate`; do not edit.
"""Recorded visits of clients; they can be created, but not read back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Request, Response
from daftra_async.resource.mixins import CreatesMany

if TYPE_CHECKING:
    from daftra_async.models import (
        ClientAttendanceLogInput,
    )
    from daftra_async.operation import Created
    from daftra_async.options import CallOptions

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


class ClientAttendanceLogsResource(CreatesMany["ClientAttendanceLogInput", "Created"]):
    """Recorded visits of clients; they can be created, but not read back."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    async def create(self, body: ClientAttendanceLogInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Created:
        """Record the visit of a client.

        It takes no `reference=`, since no field is free for one and no list shows the record.

        `POST /api2/client-attendance-log/store`, the vendor's page 'Add New Client-attendance-log'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)
