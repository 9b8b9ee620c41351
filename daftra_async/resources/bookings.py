# Generated from openapi/ by `make generate`; do not edit.
"""Appointments for services that a client has reserved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, TypedDict, Unpack

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    import builtins

    from daftra_async.bulk import BulkProgress, BulkResult, Fetched, OnError
    from daftra_async.filters import Filter
    from daftra_async.find import Found
    from daftra_async.models import (
        Booking,
        BookingInput,
        BookingStatus,
        DataLevel,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack

    class BookingCriteria(TypedDict, total=False):
        """What a Booking can be found by; for annotations only."""

        branch: object
        branch_id: object
        client_id: object
        converted: object
        date: object
        description: object
        end_time: object
        filters: object
        sort: object
        staff_id: object
        start_time: object


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
    doubtful="The 200 body is undocumented; assumed the flat Laravel paginator.",
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
    response=Response(kind="v2-single", model="Booking"),
    idempotent=True,
    entity="booking",
    doubtful="The 200 body is undocumented; assumed the bare record.",
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
    doubtful="The 200 body is undocumented; assumed the v1 acknowledgement with an id.",
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
    doubtful="The 200 body is undocumented and the declared path repeats its prefix; assumed the v1 acknowledgement and a single /api2.",
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
    doubtful="The 200 body is undocumented and the declared path repeats its prefix; assumed the v1 acknowledgement and a single /api2.",
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
    doubtful="The 200 body is undocumented; assumed the v1 acknowledgement.",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    CHANGE_STATUS,
    CONVERT_TO_INVOICE,
    DELETE,
)


class BookingsResource(Resource):
    """Appointments for services that a client has reserved."""

    def list(
        self,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        filters: Filter | Mapping[str, object] | UnsetType = UNSET,
        sort: str | Sequence[str] | Mapping[str, str] | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        resume: str | UnsetType | None = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[Booking]:
        """List bookings, page by page.

        Reads go to the v2 entity `booking`, while writes use the v1 `bookings` routes.

        `GET /v2/api/entity/booking/list/{level}`, the vendor's page 'Get All Bookings'.

        Doubtful: The 200 body is undocumented; assumed the flat Laravel paginator.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            page: Page to start at, from 1.
            per_page: Records per page.
            filters: Conditions: filter[field]=v, filter[field][op]=v with op in eq, not_equal, gt, gte, lt, lte, from, to, like,
                in, not_in, is_null; filter[or][field][op]=v for alternatives.
            sort: Order, sort[field]=asc|desc.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            resume: Token of an earlier walk of the same list (`Page.token`, `Pager.token`): go on after its page.
            timeout: Seconds for each page with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every Booking.

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
            resume=resume,
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
    ) -> Booking:
        """Get a booking by id.

        Reads go to the v2 entity `booking`, while writes use the v1 `bookings` routes.

        `GET /v2/api/entity/booking/{id}/{level}`, the vendor's page 'Get Single Booking'.

        Doubtful: The 200 body is undocumented; assumed the bare record.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The Booking.

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
        body: BookingInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Create a booking from the body you send.

        The body uses the keys `Invoice` and `InvoiceItem`. Dates are written DD/MM/YYYY.

        `POST /api2/bookings/add`, the vendor's page 'Add new Booking'.

        Doubtful: The 200 body is undocumented; assumed the v1 acknowledgement with an id.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The acknowledgement of the server.

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

    async def change_status(
        self,
        id: int | str,
        status: BookingStatus | Literal[1, 3, 4],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Set the status of a booking.

        A GET that changes state: it is never retried or cached. Documented values are 1 confirmed, 3 canceled and 4 done.

        `GET /api2/bookings/change_status/{id}/{status}`, the vendor's page 'Change Booking Status'.

        Doubtful: The 200 body is undocumented and the declared path repeats its prefix; assumed the v1 acknowledgement and a
        single /api2.

        Args:
            id: Id of the record, as a number or as text.
            status: New booking status: 1 confirmed, 3 canceled, 4 done.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The acknowledgement of the server.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            OutcomeUnknown: The answer was lost, so the server may have done it or not; it was not sent again.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            CHANGE_STATUS,
            {
                "id": id,
                "status": status,
            },
            {},
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def convert_to_invoice(
        self,
        id: int | str,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Turn a booking into an invoice.

        A GET that changes state: it is never retried or cached.

        `GET /api2/bookings/convert_to_invoice/{id}`, the vendor's page 'Convert booking to Invoice'.

        Doubtful: The 200 body is undocumented and the declared path repeats its prefix; assumed the v1 acknowledgement and a
        single /api2.

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
            OutcomeUnknown: The answer was lost, so the server may have done it or not; it was not sent again.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            CONVERT_TO_INVOICE,
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
        """Delete a booking by id.

        Uses the v1 `bookings` route although bookings are read through v2.

        `DELETE /api2/bookings/{id}`, the vendor's page 'Delete booking'.

        Doubtful: The 200 body is undocumented; assumed the v1 acknowledgement.

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

    async def get_many(
        self,
        ids: Iterable[int | str],
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        concurrency: int = 8,
        on_error: OnError = "raise",
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Fetched[Booking]:
        """Get many records by id, several at a time, in the order of the ids.

        Args:
            ids: Ids; one that comes twice is fetched once.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            concurrency: Requests at a time; the client's own limit applies too.
            on_error: `"raise"` ends it with the first error, `"collect"` keeps the errors in `errors` of the result.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A list of the records, with `errors`, `missing` and `by_id`.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached.
            DaftraError: A record could not be had, with `on_error="raise"`.
        """
        return await self._get_many(
            GET,
            ids,
            {
                "level": level,
            },
            concurrency=concurrency,
            on_error=on_error,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create_many(
        self,
        items: Iterable[BookingInput | Mapping[str, object]],
        *,
        concurrency: int = 8,
        on_progress: Callable[[BulkProgress], None] | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> BulkResult[Ack]:
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

    async def delete_many(
        self,
        ids: Iterable[int | str],
        *,
        concurrency: int = 8,
        on_progress: Callable[[BulkProgress], None] | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> BulkResult[Ack]:
        """Delete many records, and tell of each what became of it.

        Args:
            ids: Ids of the records.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            on_progress: Called after each step with the numbers so far.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            Successful, failed, unknown and skipped entries, each with its id.

        Raises:
            ArgumentError: An argument is wrong; nothing was sent.
        """
        return await self._delete_many(
            DELETE,
            ids,
            {},
            concurrency=concurrency,
            on_progress=on_progress,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def find_one(
        self,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[BookingCriteria],
    ) -> Booking | None:
        """Find the one record whose fields have these values, such as `find_one(id=7)`.

        The values are sent as filters, and every row is compared all the same: the server ignores filters that it does not know.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of Booking; arguments of `list` may stand beside them.

        Returns:
            The Booking as the list shows it, None when there is none.

        Raises:
            MultipleFoundError: Several records fit.
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return await self._find_one(
            LIST,
            {
                "level": level,
            },
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )

    async def find_many(
        self,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[BookingCriteria],
    ) -> builtins.list[Booking]:
        """Find all records whose fields have these values; a list, tuple or set stands for any of its values.

        Compares every row, as `find_one` does.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            concurrency: Requests at a time.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of Booking; arguments of `list` may stand beside them.

        Returns:
            The records in the order of the list.

        Raises:
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return await self._find_many(
            LIST,
            {
                "level": level,
            },
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )

    async def find_or_create(
        self,
        body: BookingInput | Mapping[str, object],
        *,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[BookingCriteria],
    ) -> Found[Booking]:
        """Find the one record whose fields have these values, or create it from the body.

        Not atomic on the server: two programs that do it at the same time may both create. Within one program, calls for the
        same values wait for each other.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            body: The record to create, or a mapping in wire names; fields that are looked for are put into it.
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of Booking.

        Returns:
            The id, whether it was created, and the record that was found.

        Raises:
            MultipleFoundError: Several records fit.
            TypeError: There is no such attribute.
            ArgumentError: A value is refused, none was given, or the body says something else.
            OutcomeUnknown: The answer to the create was lost.
            DaftraError: The list could not be read, or the server refused.
        """
        return await self._find_or_create(
            LIST,
            CREATE,
            {
                "level": level,
            },
            {},
            body,
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )
