# Generated from openapi/ by `make generate`; do not edit.
"""Prepayments by clients, stored as invoices of type 19."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Reference, Request, Response
from daftra_async.resource.mixins import CreatesManyReferenced, FindsOrCreates, ReadsManyAtLevel

if TYPE_CHECKING:
    import builtins

    from daftra_async.http.filters import Filter
    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        AdvancePayment,
        AdvancePaymentInput,
        DataLevelValue,
    )
    from daftra_async.operation import Ack
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class AdvancePaymentCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        adjustment_label: Wanted[str]
        adjustment_value: Wanted[Decimal | int | str]
        branch: int | None
        branch_id: Wanted[int | str]
        client_active_secondary_address: Wanted[int | str]
        client_address1: Wanted[str]
        client_address2: Wanted[str]
        client_business_name: Wanted[str]
        client_city: Wanted[str]
        client_country_code: Wanted[str]
        client_email: Wanted[str]
        client_first_name: Wanted[str]
        client_id: Wanted[int | str]
        client_last_name: Wanted[str]
        client_postal_code: Wanted[str]
        client_secondary_address1: Wanted[str]
        client_secondary_address2: Wanted[str]
        client_secondary_city: Wanted[str]
        client_secondary_country_code: Wanted[str]
        client_secondary_name: Wanted[str]
        client_secondary_postal_code: Wanted[str]
        client_secondary_state: Wanted[str]
        client_state: Wanted[str]
        created: Wanted[date | datetime | str]
        currency_code: Wanted[str]
        date: Wanted[date | str]
        discount: Wanted[Decimal | int | str]
        discount_amount: Wanted[Decimal | int | str]
        draft: Wanted[int | str]
        due_after: Wanted[int | str]
        estimate_id: Wanted[int | str]
        extra_details: Wanted[str]
        filters: Filter | Mapping[str, object] | None
        follow_up_status: Wanted[int | str]
        html_notes: Wanted[str]
        id: Wanted[int | str]
        invoice_layout_id: Wanted[int | str]
        is_offline: Wanted[int | str]
        issue_date: Wanted[date | str]
        item_columns: Wanted[str]
        item_discount_amount: Wanted[Decimal | int | str]
        last_sent: Wanted[date | datetime | str]
        modified: Wanted[date | datetime | str]
        no: Wanted[str]
        order_source_id: Wanted[int | str]
        payment_status: Wanted[int | str]
        po_number: Wanted[str]
        pos_shift_id: Wanted[int | str]
        required_terms_file: Wanted[int | str]
        requisition_delivery_status: Wanted[int | str]
        sales_person_id: Wanted[int | str]
        shipping_amount: Wanted[Decimal | int | str]
        shipping_option_id: Wanted[int | str]
        sort: str | Sequence[str] | Mapping[str, str] | None
        source_id: Wanted[int | str]
        staff_id: Wanted[int | str]
        store_id: Wanted[int | str]
        subscription_id: Wanted[int | str]
        summary_discount: Wanted[Decimal | int | str]
        summary_paid: Wanted[Decimal | int | str]
        summary_refund: Wanted[Decimal | int | str]
        summary_subtotal: Wanted[Decimal | int | str]
        summary_total: Wanted[Decimal | int | str]
        summary_unpaid: Wanted[Decimal | int | str]
        terms_id: Wanted[int | str]
        type: Wanted[int | str]
        work_order_id: Wanted[int | str]


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
    response=Response(kind="v2-list", model="AdvancePayment", fixed=(("type", 19),)),
    pagination="laravel",
    idempotent=True,
    entity="invoice",
    doubtful="The 200 body is undocumented; this package assumes the flat Laravel paginator.",
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
    response=Response(kind="v2-single", model="AdvancePayment", identity="id", fixed=(("type", 19),)),
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
    doubtful="The 200 body is undocumented and the sibling invoice create answers 202; this package assumes the v1 acknowledgement with an id.",
    reference=Reference(field="po_number", lookup="advance_payments.list", limit=500, newest=(("sort[id]", "desc"),)),
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
)


class AdvancePaymentsResource(
    ReadsManyAtLevel["AdvancePayment"], CreatesManyReferenced["AdvancePaymentInput", "Ack"], FindsOrCreates["AdvancePayment"]
):
    """Prepayments by clients, stored as invoices of type 19."""

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
    ) -> Pager[AdvancePayment]:
        """List advance payments, page by page.

        Reads the v2 list of invoices, filtered by type 19.

        Doubtful: The 200 body is undocumented; this package assumes the flat Laravel paginator.

        `GET /v2/api/entity/invoice/list/{level}`, the vendor's page 'GET All Advance payment'.

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

    async def get(self, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]) -> AdvancePayment:
        """Get an advance payment by id.

        Reads the v2 invoice; an invoice of another type is refused.

        `GET /v2/api/entity/invoice/{id}/{level}`, the vendor's page 'GET Single Advance payment'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"id": id, "level": level}, {}, options)

    async def create(self, body: AdvancePaymentInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Ack:
        """Create an advance payment.

        Sends the request of `invoices.create` with `type` 19, without which the server makes an ordinary invoice. `Payment`
        is one object here, not a list.

        `reference=` is written to `po_number`.

        Doubtful: The 200 body is undocumented and the sibling invoice create answers 202; this package assumes the v1
        acknowledgement with an id.

        `POST /api2/invoices`, the vendor's page 'Add Advance Payment'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(
            self, level: DataLevelValue = 1, **fields: Unpack[AdvancePaymentCriteria]
        ) -> AdvancePayment | None: ...

        async def find_many(
            self, level: DataLevelValue = 1, **fields: Unpack[AdvancePaymentCriteria]
        ) -> builtins.list[AdvancePayment]: ...

        async def find_or_create(
            self,
            body: AdvancePaymentInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[AdvancePaymentCriteria],
        ) -> Found[AdvancePayment]: ...
