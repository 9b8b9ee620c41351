# Generated from openapi/ by `make generate`; do not edit.
"""Quotations offered to clients before an invoice is issued."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Reference, Request, Response, Twin
from daftra_async.resource.mixins import CreatesManyReferenced, DeletesMany, Edits, FindsOrCreates, ReadsMany, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        Estimate,
        EstimateInput,
        InvoiceDepositType,
        InvoicePaymentStatus,
        InvoiceShippingOption,
        InvoiceType,
        RequisitionDeliveryStatus,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class EstimateCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        branch_id: Wanted[int | str]
        client_active_secondary_address: Wanted[bool]
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
        deposit: Wanted[Decimal | int | str]
        deposit_type: Wanted[InvoiceDepositType | int]
        discount: Wanted[Decimal | int | str]
        discount_amount: Wanted[Decimal | int | str]
        draft: Wanted[bool]
        estimate_id: Wanted[int | str]
        follow_up_status: Wanted[int | str]
        html_notes: Wanted[str]
        id: Wanted[int | str]
        invoice_html_url: Wanted[str]
        invoice_layout_id: Wanted[int | str]
        invoice_pdf_url: Wanted[str]
        is_offline: Wanted[bool]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        no: Wanted[str]
        notes: Wanted[str]
        payment_status: Wanted[InvoicePaymentStatus | int]
        po_number: Wanted[str]
        pos_shift_id: Wanted[int | str]
        qr_code_url: Wanted[str]
        requisition_delivery_status: Wanted[RequisitionDeliveryStatus | int]
        shipping_amount: Wanted[Decimal | int | str]
        shipping_options: Wanted[InvoiceShippingOption | int]
        source_id: Wanted[int | str]
        source_type: Wanted[InvoiceType | int]
        staff_id: Wanted[int | str]
        store_id: Wanted[int | str]
        subscription_id: Wanted[int | str]
        summary_deposit: Wanted[Decimal | int | str]
        summary_discount: Wanted[Decimal | int | str]
        summary_paid: Wanted[Decimal | int | str]
        summary_refund: Wanted[Decimal | int | str]
        summary_subtotal: Wanted[Decimal | int | str]
        summary_total: Wanted[Decimal | int | str]
        summary_unpaid: Wanted[Decimal | int | str]
        type: Wanted[InvoiceType | int]
        work_order_id: Wanted[int | str]

    class EstimateDraft(Draft, Estimate):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Estimate]] = Operation(
    id="estimates.list",
    title="GET All Estimates",
    method="GET",
    path="/api2/estimates{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Estimate", key="Estimate"),
    pagination="v1",
    idempotent=True,
    entity="estimate",
    twin=Twin(entity="estimate"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="estimates.create",
    title="Add New Estimate",
    method="POST",
    path="/api2/estimates{format}",
    request=Request(
        kind="wrapped",
        model="EstimateInput",
        key="Estimate",
        siblings=(
            "InvoiceItem",
            "InvoicePayment",
            "InvoiceCustomField",
            "Deposit",
            "InvoiceReminder",
            "Document",
            "DocumentTitle",
        ),
    ),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="estimate",
    reference=Reference(
        field="po_number", lookup="estimates.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))
    ),
)

GET: Final[Operation[Estimate]] = Operation(
    id="estimates.get",
    title="GET Single Estimate",
    method="GET",
    path="/api2/estimates/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Estimate", key="Estimate", identity="id"),
    idempotent=True,
    entity="estimate",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="estimates.update",
    title="Edit Estimates",
    method="PUT",
    path="/api2/estimates/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(
        kind="wrapped",
        model="EstimateInput",
        key="Estimate",
        siblings=(
            "InvoiceItem",
            "InvoicePayment",
            "InvoiceCustomField",
            "Deposit",
            "InvoiceReminder",
            "Document",
            "DocumentTitle",
        ),
    ),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("no", "date", "InvoiceItem"),
    entity="estimate",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="estimates.delete",
    title="Delete Estimates",
    method="DELETE",
    path="/api2/estimates/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="estimate",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class EstimatesResource(
    ReadsMany["Estimate"],
    CreatesManyReferenced["EstimateInput", "Created"],
    Replaces["EstimateInput", "Ack"],
    DeletesMany,
    Edits["EstimateDraft"],
    FindsOrCreates["Estimate"],
):
    """Quotations offered to clients before an invoice is issued."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[Estimate]:
        """List estimates, page by page.

        `GET /api2/estimates`, the vendor's page 'GET All Estimates'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: EstimateInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create an estimate.

        `reference=` is written to `po_number`.

        `POST /api2/estimates`, the vendor's page 'Add New Estimate'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Estimate:
        """Get an estimate by id.

        `GET /api2/estimates/{id}`, the vendor's page 'GET Single Estimate'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: EstimateInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace an estimate.

        The lines, payments and custom fields you send take the place of the stored ones, so leave none out. When they are
        left out, the number is replaced by a new one and dates become 1970.

        What the body leaves out is lost on the server. A body without `no`, `date` or `InvoiceItem` is refused, unless
        `replace=True` says that it is meant. `edit()` keeps the rest.

        `PUT /api2/estimates/{id}`, the vendor's page 'Edit Estimates'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete an estimate by id.

        `DELETE /api2/estimates/{id}`, the vendor's page 'Delete Estimates'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[EstimateCriteria]) -> Estimate | None: ...

        async def find_many(self, **fields: Unpack[EstimateCriteria]) -> builtins.list[Estimate]: ...

        async def find_or_create(
            self, body: EstimateInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[EstimateCriteria]
        ) -> Found[Estimate]: ...
