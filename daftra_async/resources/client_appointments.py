# Generated from openapi/ by `make generate`; do not edit.
"""Scheduled follow-ups and meetings that belong to a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        ClientAppointment,
        ClientAppointmentInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

LIST: Final[Operation[ClientAppointment]] = Operation(
    id="client_appointments.list",
    title="GET All Client Appointments",
    method="GET",
    path="/api2/client_appointments{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="ClientAppointment", key="ClientAppointment"),
    pagination="v1",
    idempotent=True,
    entity="follow_up_reminder",
)

CREATE: Final[Operation[Created]] = Operation(
    id="client_appointments.create",
    title="Add New Client Appointment",
    method="POST",
    path="/api2/client_appointments{format}",
    request=Request(kind="wrapped", model="ClientAppointmentInput", key="FollowUpReminder"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="follow_up_reminder",
)

GET: Final[Operation[ClientAppointment]] = Operation(
    id="client_appointments.get",
    title="GET Single Client Appointment",
    method="GET",
    path="/api2/client_appointments/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="ClientAppointment", key="ClientAppointment"),
    idempotent=True,
    entity="follow_up_reminder",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="client_appointments.update",
    title="Edit Client Appointments",
    method="PUT",
    path="/api2/client_appointments/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="ClientAppointmentInput", key="FollowUpReminder"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    entity="follow_up_reminder",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="client_appointments.delete",
    title="Delete Client Appointments",
    method="DELETE",
    path="/api2/client_appointments/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="follow_up_reminder",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class ClientAppointmentsResource(Resource):
    """Scheduled follow-ups and meetings that belong to a client."""

    def list(
        self,
        *,
        limit: int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[ClientAppointment]:
        """List client appointments, page by page.

        `GET /api2/client_appointments`, the vendor's page 'GET All Client Appointments'.

        Args:
            limit: Records per page, from 1 to 1000.
            page: Page to start at, from 1.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every ClientAppointment.

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
        body: ClientAppointmentInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a client appointment from the body you send.

        Written under the key `FollowUpReminder`, read back under `ClientAppointment`.

        `POST /api2/client_appointments`, the vendor's page 'Add New Client Appointment'.

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
    ) -> ClientAppointment:
        """Get a client appointment by id.

        `GET /api2/client_appointments/{id}`, the vendor's page 'GET Single Client Appointment'.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The ClientAppointment.

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
        body: ClientAppointmentInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace a client appointment with the body you send.

        Written under the key `FollowUpReminder`, read back under `ClientAppointment`.

        `PUT /api2/client_appointments/{id}`, the vendor's page 'Edit Client Appointments'.

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
        """Delete a client appointment by id.

        `DELETE /api2/client_appointments/{id}`, the vendor's page 'Delete Client Appointments'.

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
