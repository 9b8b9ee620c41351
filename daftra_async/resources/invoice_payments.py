# Generated from openapi/ by `make generate`; do not edit.
"""Payments received against a single invoice."""

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
        InvoicePayment,
        InvoicePaymentInput,
        PaymentStatus,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class InvoicePaymentCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        address1: Wanted[str]
        address2: Wanted[str]
        amount: Wanted[Decimal | int | str]
        attachment: Wanted[str]
        branch: int | None
        city: Wanted[str]
        country_code: Wanted[str]
        created: Wanted[date | datetime | str]
        currency_code: Wanted[str]
        date: Wanted[date | datetime | str]
        email: Wanted[str]
        first_name: Wanted[str]
        id: Wanted[int | str]
        invoice_id: Wanted[int | str]
        last_name: Wanted[str]
        modified: Wanted[date | datetime | str]
        notes: Wanted[str]
        payment_method: Wanted[str]
        phone1: Wanted[str]
        phone2: Wanted[str]
        postal_code: Wanted[str]
        processed: Wanted[bool]
        receipt_notes: Wanted[str]
        response_code: Wanted[str]
        response_message: Wanted[str]
        staff_id: Wanted[int | str]
        state: Wanted[str]
        status: Wanted[PaymentStatus | int]
        transaction_id: Wanted[str]
        transaction_type: Wanted[str]
        treasury_id: Wanted[int | str]

    class InvoicePaymentDraft(Draft, InvoicePayment):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[InvoicePayment]] = Operation(
    id="invoice_payments.list",
    title="GET All Invoice Payments",
    method="GET",
    path="/api2/invoice_payments{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="InvoicePayment", key="InvoicePayment"),
    pagination="v1",
    idempotent=True,
    entity="invoice_payment",
    twin=Twin(entity="invoice_payment"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="invoice_payments.create",
    title="Add New Invoice Payment",
    method="POST",
    path="/api2/invoice_payments{format}",
    request=Request(kind="wrapped", model="InvoicePaymentInput", key="InvoicePayment"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="invoice_payment",
    reference=Reference(
        field="transaction_id",
        longest=100,
        lookup="invoice_payments.list",
        limit=500,
        newest=(("sort", "created"), ("direction", "desc")),
    ),
)

GET: Final[Operation[InvoicePayment]] = Operation(
    id="invoice_payments.get",
    title="GET Single Invoice Payment",
    method="GET",
    path="/api2/invoice_payments/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="InvoicePayment", key="InvoicePayment", identity="id"),
    idempotent=True,
    entity="invoice_payment",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="invoice_payments.update",
    title="Edit Invoice Payments",
    method="PUT",
    path="/api2/invoice_payments/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="InvoicePaymentInput", key="InvoicePayment"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("date",),
    entity="invoice_payment",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="invoice_payments.delete",
    title="Delete Invoice Payments",
    method="DELETE",
    path="/api2/invoice_payments/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="invoice_payment",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class InvoicePaymentsResource(
    ReadsMany["InvoicePayment"],
    CreatesManyReferenced["InvoicePaymentInput", "Created"],
    Replaces["InvoicePaymentInput", "Ack"],
    DeletesMany,
    Edits["InvoicePaymentDraft"],
    FindsOrCreates["InvoicePayment"],
):
    """Payments received against a single invoice."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[InvoicePayment]:
        """List invoice payments, page by page.

        `GET /api2/invoice_payments`, the vendor's page 'GET All Invoice Payments'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: InvoicePaymentInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create an invoice payment.

        `reference=` is written to `transaction_id`.

        `POST /api2/invoice_payments`, the vendor's page 'Add New Invoice Payment'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> InvoicePayment:
        """Get an invoice payment by id.

        `GET /api2/invoice_payments/{id}`, the vendor's page 'GET Single Invoice Payment'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(
        self, id: int | str, body: InvoicePaymentInput | Mapping[str, object], **options: Unpack[UpdateOptions]
    ) -> Ack:
        """Replace an invoice payment.

        What the body leaves out is lost on the server. A body without `date` is refused, unless `replace=True` says that it
        is meant. `edit()` keeps the rest.

        `PUT /api2/invoice_payments/{id}`, the vendor's page 'Edit Invoice Payments'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete an invoice payment by id.

        `DELETE /api2/invoice_payments/{id}`, the vendor's page 'Delete Invoice Payments'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[InvoicePaymentCriteria]) -> InvoicePayment | None: ...

        async def find_many(self, **fields: Unpack[InvoicePaymentCriteria]) -> builtins.list[InvoicePayment]: ...

        async def find_or_create(
            self,
            body: InvoicePaymentInput | Mapping[str, object],
            *,
            lock: Lock | None = None,
            **fields: Unpack[InvoicePaymentCriteria],
        ) -> Found[InvoicePayment]: ...
