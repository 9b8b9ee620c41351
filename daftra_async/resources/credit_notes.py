# Generated from openapi/ by `make generate`; do not edit.
"""Documents that lower what a client owes you."""

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
        CreditNote,
        CreditNoteInput,
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

    class CreditNoteCriteria(FindOptions, total=False):
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

    class CreditNoteDraft(Draft, CreditNote):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[CreditNote]] = Operation(
    id="credit_notes.list",
    title="GET All Credit Notes",
    method="GET",
    path="/api2/credit_notes{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="CreditNote", key="CreditNote", also=("Invoice",)),
    pagination="v1",
    idempotent=True,
    entity="credit_note",
    doubtful="The key of a row is contradictory, `CreditNote` or `Invoice`; this package assumes `CreditNote`, as documented.",
    twin=Twin(entity="credit_note"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="credit_notes.create",
    title="Add New Credit Note",
    method="POST",
    path="/api2/credit_notes{format}",
    request=Request(
        kind="wrapped",
        model="CreditNoteInput",
        key="CreditNote",
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
    entity="credit_note",
    reference=Reference(
        field="po_number", lookup="credit_notes.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))
    ),
)

GET: Final[Operation[CreditNote]] = Operation(
    id="credit_notes.get",
    title="GET Single Credit Note",
    method="GET",
    path="/api2/credit_notes/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="CreditNote", key="CreditNote", also=("Invoice",), identity="id"),
    idempotent=True,
    entity="credit_note",
    doubtful="The key of the record is contradictory, `CreditNote` or `Invoice`; this package assumes `CreditNote`, as documented.",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="credit_notes.update",
    title="Edit Credit Notes",
    method="PUT",
    path="/api2/credit_notes/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(
        kind="wrapped",
        model="CreditNoteInput",
        key="CreditNote",
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
    entity="credit_note",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="credit_notes.delete",
    title="Delete Credit Notes",
    method="DELETE",
    path="/api2/credit_notes/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="credit_note",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class CreditNotesResource(
    ReadsMany["CreditNote"],
    CreatesManyReferenced["CreditNoteInput", "Created"],
    Replaces["CreditNoteInput", "Ack"],
    DeletesMany,
    Edits["CreditNoteDraft"],
    FindsOrCreates["CreditNote"],
):
    """Documents that lower what a client owes you."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[CreditNote]:
        """List credit notes, page by page.

        Doubtful: The key of a row is contradictory, `CreditNote` or `Invoice`; this package assumes `CreditNote`, as
        documented.

        `GET /api2/credit_notes`, the vendor's page 'GET All Credit Notes'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: CreditNoteInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create a credit note.

        `reference=` is written to `po_number`.

        `POST /api2/credit_notes`, the vendor's page 'Add New Credit Note'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> CreditNote:
        """Get a credit note by id.

        Doubtful: The key of the record is contradictory, `CreditNote` or `Invoice`; this package assumes `CreditNote`, as
        documented.

        `GET /api2/credit_notes/{id}`, the vendor's page 'GET Single Credit Note'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: CreditNoteInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace a credit note.

        The lines, payments and custom fields you send take the place of the stored ones, so leave none out. When they are
        left out, the number is replaced by a new one and dates become 1970.

        What the body leaves out is lost on the server. A body without `no`, `date` or `InvoiceItem` is refused, unless
        `replace=True` says that it is meant. `edit()` keeps the rest.

        `PUT /api2/credit_notes/{id}`, the vendor's page 'Edit Credit Notes'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a credit note by id.

        `DELETE /api2/credit_notes/{id}`, the vendor's page 'Delete Credit Notes'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[CreditNoteCriteria]) -> CreditNote | None: ...

        async def find_many(self, **fields: Unpack[CreditNoteCriteria]) -> builtins.list[CreditNote]: ...

        async def find_or_create(
            self, body: CreditNoteInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[CreditNoteCriteria]
        ) -> Found[CreditNote]: ...
