# Generated from openapi/ by `make generate`; do not edit.
"""Prepayments by clients, stored as invoices of type 19."""

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
        AdvancePayment,
        AdvancePaymentInput,
        DataLevel,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack

    class AdvancePaymentCriteria(TypedDict, total=False):
        """What a AdvancePayment can be found by; for annotations only."""

        adjustment_label: object
        adjustment_value: object
        branch: object
        branch_id: object
        client_active_secondary_address: object
        client_address1: object
        client_address2: object
        client_business_name: object
        client_city: object
        client_country_code: object
        client_email: object
        client_first_name: object
        client_id: object
        client_last_name: object
        client_postal_code: object
        client_secondary_address1: object
        client_secondary_address2: object
        client_secondary_city: object
        client_secondary_country_code: object
        client_secondary_name: object
        client_secondary_postal_code: object
        client_secondary_state: object
        client_state: object
        created: object
        currency_code: object
        date: object
        discount: object
        discount_amount: object
        draft: object
        due_after: object
        estimate_id: object
        extra_details: object
        filters: object
        follow_up_status: object
        html_notes: object
        id: object
        invoice_layout_id: object
        is_offline: object
        issue_date: object
        item_columns: object
        item_discount_amount: object
        last_sent: object
        modified: object
        no: object
        order_source_id: object
        payment_status: object
        po_number: object
        pos_shift_id: object
        required_terms_file: object
        requisition_delivery_status: object
        sales_person_id: object
        shipping_amount: object
        shipping_option_id: object
        sort: object
        source_id: object
        staff_id: object
        store_id: object
        subscription_id: object
        summary_discount: object
        summary_paid: object
        summary_refund: object
        summary_subtotal: object
        summary_total: object
        summary_unpaid: object
        terms_id: object
        type: object
        work_order_id: object


LIST: Final[Operation[AdvancePayment]] = Operation(
    id="advance_payments.list",
    title="GET All Advance payment",
    method="GET",
    path="/v2/api/entity/invoice/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="filter_type", wire="filter[type]", type="integer", fixed="19"),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="AdvancePayment"),
    pagination="laravel",
    idempotent=True,
    entity="invoice",
    doubtful="The 200 body is undocumented; assumed the flat Laravel paginator.",
)

GET: Final[Operation[AdvancePayment]] = Operation(
    id="advance_payments.get",
    title="GET Single Advance payment",
    method="GET",
    path="/v2/api/entity/invoice/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="AdvancePayment"),
    idempotent=True,
    entity="invoice",
)

CREATE: Final[Operation[Ack]] = Operation(
    id="advance_payments.create",
    title="Add Advance Payment",
    method="POST",
    path="/api2/invoices",
    request=Request(
        kind="wrapped",
        model="AdvancePaymentInput",
        key="Invoice",
        siblings=("Payment", "InvoiceItem", "InvoiceCustomField"),
        fixed=(("type", 19),),
    ),
    response=Response(kind="v1-ack"),
    idempotent=False,
    entity="invoice",
    doubtful="The 200 body is undocumented and the sibling invoice create answers 202; assumed the v1 acknowledgement with an id.",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
)


class AdvancePaymentsResource(Resource):
    """Prepayments by clients, stored as invoices of type 19."""

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
    ) -> Pager[AdvancePayment]:
        """List advance payments from the v2 invoices.

        This is the v2 invoice list with the filter `type` fixed to 19.

        `GET /v2/api/entity/invoice/list/{level}`, the vendor's page 'GET All Advance payment'.

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
            A pager: await it for the first page, iterate it for every AdvancePayment.

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
    ) -> AdvancePayment:
        """Get an advance payment by id.

        This is the v2 invoice read; an id of any other invoice type is answered as well.

        `GET /v2/api/entity/invoice/{id}/{level}`, the vendor's page 'GET Single Advance payment'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The AdvancePayment.

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
        body: AdvancePaymentInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Create an advance payment from the body you send.

        Same request as `invoices.create` with `type` 19 in the body, which is always written: without it an ordinary invoice
        is made. `Payment` is one object here, not an array.

        `POST /api2/invoices`, the vendor's page 'Add Advance Payment'.

        Doubtful: The 200 body is undocumented and the sibling invoice create answers 202; assumed the v1 acknowledgement with
        an id.

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
    ) -> Fetched[AdvancePayment]:
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
        items: Iterable[AdvancePaymentInput | Mapping[str, object]],
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

    async def find_one(
        self,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[AdvancePaymentCriteria],
    ) -> AdvancePayment | None:
        """Find the one record whose fields have these values, such as `find_one(id=7)`.

        The values are sent as filters, and every row is compared all the same: the server ignores filters that it does not know.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of AdvancePayment; arguments of `list` may stand beside them.

        Returns:
            The AdvancePayment as the list shows it, None when there is none.

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
        **fields: Unpack[AdvancePaymentCriteria],
    ) -> builtins.list[AdvancePayment]:
        """Find all records whose fields have these values; a list, tuple or set stands for any of its values.

        Compares every row, as `find_one` does.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            concurrency: Requests at a time.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of AdvancePayment; arguments of `list` may stand beside them.

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
        body: AdvancePaymentInput | Mapping[str, object],
        *,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[AdvancePaymentCriteria],
    ) -> Found[AdvancePayment]:
        """Find the one record whose fields have these values, or create it from the body.

        Not atomic on the server: two programs that do it at the same time may both create. Within one program, calls for the
        same values wait for each other.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            body: The record to create, or a mapping in wire names; fields that are looked for are put into it.
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of AdvancePayment.

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
