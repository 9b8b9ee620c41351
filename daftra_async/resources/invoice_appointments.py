# Generated from openapi/ by `make generate`; do not edit.
"""Scheduled follow-ups that belong to an invoice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource.mixins import CreatesMany, DeletesMany, Edits, FindsOrCreates, ReadsMany, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        AppointmentPartnerType,
        AppointmentStatus,
        FollowUpItemType,
        InvoiceAppointment,
        InvoiceAppointmentInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class InvoiceAppointmentCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        action_id: Wanted[int | str]
        branch: int | None
        created: Wanted[date | datetime | str]
        date: Wanted[date | datetime | str]
        end_date: Wanted[date | datetime | str]
        id: Wanted[int | str]
        item_id: Wanted[int | str]
        item_type: Wanted[FollowUpItemType | int]
        modified: Wanted[date | datetime | str]
        partner_id: Wanted[int | str]
        partner_type: Wanted[AppointmentPartnerType | int]
        post_id: Wanted[int | str]
        recurring_appointment_id: Wanted[int | str]
        share_with_partner: Wanted[bool]
        status: Wanted[AppointmentStatus | int]
        status_date: Wanted[date | datetime | str]

    class InvoiceAppointmentDraft(Draft, InvoiceAppointment):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[InvoiceAppointment]] = Operation(
    id="invoice_appointments.list",
    title="GET All Invoice Appointments",
    method="GET",
    path="/api2/invoice_appointments{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="InvoiceAppointment", key="InvoiceAppointment"),
    pagination="v1",
    idempotent=True,
    entity="follow_up_reminder",
)

CREATE: Final[Operation[Created]] = Operation(
    id="invoice_appointments.create",
    title="Add New Invoice Appointment",
    method="POST",
    path="/api2/invoice_appointments{format}",
    request=Request(kind="wrapped", model="InvoiceAppointmentInput", key="InvoiceAppointment"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="follow_up_reminder",
)

GET: Final[Operation[InvoiceAppointment]] = Operation(
    id="invoice_appointments.get",
    title="GET Single Invoice Appointment",
    method="GET",
    path="/api2/invoice_appointments/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="InvoiceAppointment", key="InvoiceAppointment", identity="id"),
    idempotent=True,
    entity="follow_up_reminder",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="invoice_appointments.update",
    title="Edit Invoice Appointments",
    method="PUT",
    path="/api2/invoice_appointments/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="InvoiceAppointmentInput", key="InvoiceAppointment"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("date", "end_date", "status_date"),
    entity="follow_up_reminder",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="invoice_appointments.delete",
    title="Delete Invoice Appointments",
    method="DELETE",
    path="/api2/invoice_appointments/{id}{format}",
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


class InvoiceAppointmentsResource(
    ReadsMany["InvoiceAppointment"],
    CreatesMany["InvoiceAppointmentInput", "Created"],
    Replaces["InvoiceAppointmentInput", "Ack"],
    DeletesMany,
    Edits["InvoiceAppointmentDraft"],
    FindsOrCreates["InvoiceAppointment"],
):
    """Scheduled follow-ups that belong to an invoice."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[InvoiceAppointment]:
        """List invoice appointments, page by page.

        `GET /api2/invoice_appointments`, the vendor's page 'GET All Invoice Appointments'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: InvoiceAppointmentInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Created:
        """Create an invoice appointment.

        It takes no `reference=`, since no field is free for one.

        `POST /api2/invoice_appointments`, the vendor's page 'Add New Invoice Appointment'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> InvoiceAppointment:
        """Get an invoice appointment by id.

        `GET /api2/invoice_appointments/{id}`, the vendor's page 'GET Single Invoice Appointment'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(
        self, id: int | str, body: InvoiceAppointmentInput | Mapping[str, object], **options: Unpack[UpdateOptions]
    ) -> Ack:
        """Replace an invoice appointment.

        What the body leaves out is lost on the server. A body without `date`, `end_date` or `status_date` is refused, unless
        `replace=True` says that it is meant. `edit()` keeps the rest.

        `PUT /api2/invoice_appointments/{id}`, the vendor's page 'Edit Invoice Appointments'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete an invoice appointment by id.

        `DELETE /api2/invoice_appointments/{id}`, the vendor's page 'Delete Invoice Appointments'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[InvoiceAppointmentCriteria]) -> InvoiceAppointment | None: ...

        async def find_many(self, **fields: Unpack[InvoiceAppointmentCriteria]) -> builtins.list[InvoiceAppointment]: ...

        async def find_or_create(
            self,
            body: InvoiceAppointmentInput | Mapping[str, object],
            *,
            lock: Lock | None = None,
            **fields: Unpack[InvoiceAppointmentCriteria],
        ) -> Found[InvoiceAppointment]: ...
