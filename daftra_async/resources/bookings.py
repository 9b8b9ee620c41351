# Generated from openapi/ by `make generate`; do not edit.
"""Appointments for services that a client has reserved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Reference, Request, Response
from daftra_async.resource.mixins import CreatesManyReferenced, DeletesMany, FindsOrCreates, ReadsManyAtLevel

if TYPE_CHECKING:
    import builtins

    from daftra_async.http.filters import Filter
    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        Booking,
        BookingInput,
        BookingStatusValue,
        DataLevelValue,
    )
    from daftra_async.operation import Ack
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class BookingCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        branch_id: Wanted[int | str]
        client_id: Wanted[int | str]
        converted: Wanted[int | str]
        date: Wanted[date | str]
        description: Wanted[str]
        end_time: Wanted[str]
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        sort: str | Sequence[str] | Mapping[str, str] | None
        staff_id: Wanted[int | str]
        start_time: Wanted[str]


LIST: Final[Operation[Booking]] = Operation(
    id="bookings.list",
    title="Get All Bookings",
    method="GET",
    path="/v2/api/entity/booking/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="Booking"),
    pagination="laravel",
    idempotent=True,
    entity="booking",
    doubtful="The 200 body is undocumented; this package assumes the flat Laravel paginator.",
)

GET: Final[Operation[Booking]] = Operation(
    id="bookings.get",
    title="Get Single Booking",
    method="GET",
    path="/v2/api/entity/booking/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="Booking", identity="id"),
    idempotent=True,
    entity="booking",
    doubtful="The 200 body is undocumented; this package assumes the bare record.",
)

CREATE: Final[Operation[Ack]] = Operation(
    id="bookings.create",
    title="Add new Booking",
    method="POST",
    path="/api2/bookings/add",
    request=Request(kind="wrapped", model="BookingInput", key="Invoice", siblings=("InvoiceItem",)),
    response=Response(kind="v1-ack"),
    idempotent=False,
    entity="booking",
    doubtful="The 200 body is undocumented; this package assumes the v1 acknowledgement with an id.",
    reference=Reference(field="description", lookup="bookings.list", limit=500, newest=(("sort[id]", "desc"),)),
)

CHANGE_STATUS: Final[Operation[Ack]] = Operation(
    id="bookings.change_status",
    title="Change Booking Status",
    method="GET",
    path="/api2/bookings/change_status/{id}/{status}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="status", wire="status", type="integer", enum="BookingStatus", required=True),
    ),
    response=Response(kind="v1-ack"),
    idempotent=False,
    entity="booking",
    doubtful="The 200 body is undocumented and the declared path repeats its prefix; this package assumes the v1 acknowledgement and a single /api2.",
)

CONVERT_TO_INVOICE: Final[Operation[Ack]] = Operation(
    id="bookings.convert_to_invoice",
    title="Convert booking to Invoice",
    method="GET",
    path="/api2/bookings/convert_to_invoice/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=False,
    entity="booking",
    doubtful="The 200 body is undocumented and the declared path repeats its prefix; this package assumes the v1 acknowledgement and a single /api2.",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="bookings.delete",
    title="Delete booking",
    method="DELETE",
    path="/api2/bookings/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="booking",
    doubtful="The 200 body is undocumented; this package assumes the v1 acknowledgement.",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    CHANGE_STATUS,
    CONVERT_TO_INVOICE,
    DELETE,
)


class BookingsResource(
    ReadsManyAtLevel["Booking"], CreatesManyReferenced["BookingInput", "Ack"], DeletesMany, FindsOrCreates["Booking"]
):
    """Appointments for services that a client has reserved."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self,
        level: DataLevelValue = 1,
        *,
        page: int | None = None,
        per_page: int | None = None,
        filters: Filter | Mapping[str, object] | None = None,
        sort: str | Sequence[str] | Mapping[str, str] | None = None,
        branch: int | None = None,
        **options: Unpack[ListOptions],
    ) -> Pager[Booking]:
        """List bookings, page by page.

        Bookings are read through the v2 entity `booking` and written through the v1 `bookings` routes.

        Doubtful: The 200 body is undocumented; this package assumes the flat Laravel paginator.

        `GET /v2/api/entity/booking/list/{level}`, the vendor's page 'Get All Bookings'.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            page: Page to start at, from 1.
            per_page: Records per page; `.limit(n)` ends the walk after n records.
            filters: Conditions built with `F`, such as `F("budget").gte(1000)`, or a mapping of fields to the values they equal.
            sort: Field to order by (`"-created"` for descending), several of them, or a mapping of fields to `asc` and `desc`.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(
            LIST,
            {"level": level},
            {"page": page, "per_page": per_page, "filters": filters, "sort": sort, "branch": branch},
            options,
        )

    async def get(self, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]) -> Booking:
        """Get a booking by id.

        Bookings are read through the v2 entity `booking` and written through the v1 `bookings` routes.

        Doubtful: The 200 body is undocumented; this package assumes the bare record.

        `GET /v2/api/entity/booking/{id}/{level}`, the vendor's page 'Get Single Booking'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"id": id, "level": level}, {}, options)

    async def create(self, body: BookingInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Ack:
        """Create a booking.

        `reference=` is written to `description`.

        Doubtful: The 200 body is undocumented; this package assumes the v1 acknowledgement with an id.

        `POST /api2/bookings/add`, the vendor's page 'Add new Booking'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def change_status(self, id: int | str, status: BookingStatusValue, **options: Unpack[CallOptions]) -> Ack:
        """Set the status of a booking.

        The request is a GET, but it changes the booking, so it is never sent again after a failure.

        Doubtful: The 200 body is undocumented and the declared path repeats its prefix; this package assumes the v1
        acknowledgement and a single /api2.

        `GET /api2/bookings/change_status/{id}/{status}`, the vendor's page 'Change Booking Status'.

        Args:
            id: Id of the record, as a number or as text.
            status: New status: 1 confirmed, 3 cancelled, 4 done.
        """
        return await self._call(CHANGE_STATUS, {"id": id, "status": status}, {}, options)

    async def convert_to_invoice(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Turn a booking into an invoice.

        The request is a GET, but it changes the booking, so it is never sent again after a failure.

        Doubtful: The 200 body is undocumented and the declared path repeats its prefix; this package assumes the v1
        acknowledgement and a single /api2.

        `GET /api2/bookings/convert_to_invoice/{id}`, the vendor's page 'Convert booking to Invoice'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(CONVERT_TO_INVOICE, {"id": id}, {}, options)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a booking by id.

        Uses the v1 route, although bookings are read through v2.

        Doubtful: The 200 body is undocumented; this package assumes the v1 acknowledgement.

        `DELETE /api2/bookings/{id}`, the vendor's page 'Delete booking'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, level: DataLevelValue = 1, **fields: Unpack[BookingCriteria]) -> Booking | None: ...

        async def find_many(self, level: DataLevelValue = 1, **fields: Unpack[BookingCriteria]) -> builtins.list[Booking]: ...

        async def find_or_create(
            self,
            body: BookingInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[BookingCriteria],
        ) -> Found[Booking]: ...
