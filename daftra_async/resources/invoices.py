# Generated from openapi/ by `make generate`; do not edit.
"""Sales invoices with their lines, payments and custom fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Reference, Request, Response, Twin
from daftra_async.resource.mixins import CreatesManyInChunks, DeletesMany, Edits, FindsOpen, FindsOrCreates, ReadsMany, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        BulkInvoiceResult,
        Invoice,
        InvoiceDepositType,
        InvoiceInput,
        InvoicePaymentStatus,
        InvoicePaymentStatusFilterValue,
        InvoiceRecursionValue,
        InvoiceShippingOption,
        InvoiceType,
        InvoiceTypeValue,
        RequisitionDeliveryStatus,
        SortDirectionValue,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class InvoiceCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        branch_id: Wanted[int | str]
        client_active_secondary_address: Wanted[bool]
        client_address1: Wanted[str]
        client_address2: Wanted[str]
        client_business_name: Wanted[str]
        client_city: Wanted[str]
        client_country_code: Wanted[str]
        client_currency_code: Wanted[str]
        client_email: Wanted[str]
        client_first_name: Wanted[str]
        client_id: Wanted[int | str] | int | None
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
        client_type: int | None
        cost_center_id: Wanted[int | str]
        created: Wanted[date | datetime | str]
        created_from: date | None
        created_to: date | None
        currency_code: Wanted[str] | str | None
        custom_field: str | None
        custom_field_label: str | None
        date: Wanted[date | str]
        date_format: Wanted[str]
        date_from: date | None
        date_to: date | None
        deposit: Wanted[Decimal | int | str]
        deposit_type: Wanted[InvoiceDepositType | int]
        direction: SortDirectionValue | None
        discount: Wanted[Decimal | int | str]
        discount_amount: Wanted[Decimal | int | str]
        draft: Wanted[bool] | bool | None
        due_after: Wanted[int | str]
        due_date_from: date | None
        due_date_to: date | None
        einvoice_status: int | None
        estimate_id: Wanted[int | str]
        external_source: Sequence[str] | None
        follow_up_status: Wanted[int | str] | int | None
        html_notes: Wanted[str]
        id: Wanted[int | str]
        invoice_html_url: Wanted[str]
        invoice_layout_id: Wanted[int | str]
        invoice_pdf_url: Wanted[str]
        is_offline: Wanted[bool]
        issue_date: Wanted[date | str]
        item: str | None
        keywords: str | None
        language_id: Wanted[int | str]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        no: Wanted[str] | str | None
        notes: Wanted[str]
        order_source_id: Wanted[int | str] | int | None
        payment_status: Wanted[InvoicePaymentStatus | int] | InvoicePaymentStatusFilterValue | None
        po_number: Wanted[str] | str | None
        pos_shift_id: Wanted[int | str] | int | None
        qr_code_url: Wanted[str]
        recursive: InvoiceRecursionValue | None
        requisition_delivery_status: Wanted[RequisitionDeliveryStatus | int] | Sequence[int] | None
        sales_person_id: Wanted[int | str]
        shipping_amount: Wanted[Decimal | int | str]
        shipping_option_id: Wanted[int | str] | int | None
        shipping_options: Wanted[InvoiceShippingOption | int]
        shipping_tax_id: Wanted[int | str]
        sort: str | None
        source_id: Wanted[int | str] | int | None
        source_type: Wanted[InvoiceType | int] | int | None
        staff_id: Wanted[int | str] | Sequence[int] | None
        store_id: Wanted[int | str]
        subscription_id: Wanted[int | str] | int | None
        summary_deposit: Wanted[Decimal | int | str]
        summary_discount: Wanted[Decimal | int | str]
        summary_paid: Wanted[Decimal | int | str]
        summary_refund: Wanted[Decimal | int | str]
        summary_subtotal: Wanted[Decimal | int | str]
        summary_total: Wanted[Decimal | int | str]
        summary_total_from: Decimal | int | str | None
        summary_total_to: Decimal | int | str | None
        summary_unpaid: Wanted[Decimal | int | str]
        tags: Sequence[str] | None
        terminal_id: Wanted[str]
        terms: Wanted[str]
        type: Wanted[InvoiceType | int] | InvoiceTypeValue | None
        unique_id: Wanted[str]
        work_order_id: Wanted[int | str] | int | None

    class InvoiceDraft(Draft, Invoice):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Invoice]] = Operation(
    id="invoices.list",
    title="GET All Invoices",
    method="GET",
    path="/api2/invoices{format}",
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="limit", wire="limit", type="integer", minimum=1),
        Param(name="recursive", wire="recursive", type="integer", enum="InvoiceRecursion"),
        Param(name="keywords", wire="keywords", type="string", redact=True),
        Param(name="client_id", wire="client_id", type="integer"),
        Param(name="type", wire="type", type="integer", enum="InvoiceType"),
        Param(name="client_type", wire="client_type", type="integer"),
        Param(name="payment_status", wire="payment_status", type="integer", enum="InvoicePaymentStatusFilter"),
        Param(name="draft", wire="draft", type="boolean"),
        Param(name="follow_up_status", wire="follow_up_status", type="integer"),
        Param(name="currency_code", wire="currency_code", type="string"),
        Param(name="no", wire="no", type="string"),
        Param(name="item", wire="item", type="string"),
        Param(name="tags", wire="tags", type="string", array=True),
        Param(name="po_number", wire="po_number", type="string"),
        Param(name="external_source", wire="external_source", type="string", array=True),
        Param(name="custom_field", wire="custom_field", type="string"),
        Param(name="custom_field_label", wire="custom_field_label", type="string"),
        Param(name="subscription_id", wire="subscription_id", type="integer"),
        Param(name="work_order_id", wire="work_order_id", type="integer"),
        Param(name="source_type", wire="source_type", type="integer"),
        Param(name="source_id", wire="source_id", type="integer"),
        Param(name="order_source_id", wire="order_source_id", type="integer"),
        Param(name="shipping_option_id", wire="shipping_option_id", type="integer"),
        Param(name="summary_total_from", wire="summary_total_from", type="decimal"),
        Param(name="summary_total_to", wire="summary_total_to", type="decimal"),
        Param(name="date_from", wire="date_from", type="date"),
        Param(name="date_to", wire="date_to", type="date"),
        Param(name="due_date_from", wire="due_date_from", type="date"),
        Param(name="due_date_to", wire="due_date_to", type="date"),
        Param(name="created_from", wire="created_from", type="date"),
        Param(name="created_to", wire="created_to", type="date"),
        Param(name="einvoice_status", wire="einvoice_status", type="integer"),
        Param(name="requisition_delivery_status", wire="requisition_delivery_status", type="integer", array=True),
        Param(name="staff_id", wire="staff_id", type="integer", array=True),
        Param(name="pos_shift_id", wire="pos_shift_id", type="integer"),
        Param(name="sort", wire="sort", type="string"),
        Param(name="direction", wire="direction", type="string", enum="SortDirection"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Invoice", key="Invoice"),
    pagination="v1",
    idempotent=True,
    entity="invoice",
    twin=Twin(entity="invoice", without=(("type", 19),)),
)

CREATE: Final[Operation[Created]] = Operation(
    id="invoices.create",
    title="Add New Invoice",
    method="POST",
    path="/api2/invoices{format}",
    request=Request(
        kind="wrapped",
        model="InvoiceInput",
        key="Invoice",
        siblings=("InvoiceItem", "Payment", "InvoiceCustomField", "Deposit", "InvoiceReminder", "Document", "DocumentTitle"),
    ),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="invoice",
    doubtful="Prose and schema disagree on required fields and on whether the reply holds the number; this package assumes only `client_id` is required and the reply holds code, result and id.",
    reference=Reference(field="po_number", lookup="invoices.list", parameter="po_number", limit=500),
)

GET: Final[Operation[Invoice]] = Operation(
    id="invoices.get",
    title="GET Single Invoice",
    method="GET",
    path="/api2/invoices/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Invoice", key="Invoice", identity="id"),
    idempotent=True,
    entity="invoice",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="invoices.update",
    title="Edit Invoices",
    method="PUT",
    path="/api2/invoices/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(
        kind="wrapped",
        model="InvoiceInput",
        key="Invoice",
        siblings=("InvoiceItem", "Payment", "InvoiceCustomField", "Deposit", "InvoiceReminder", "Document", "DocumentTitle"),
    ),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("no", "date", "issue_date", "InvoiceItem"),
    entity="invoice",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="invoices.delete",
    title="Delete Invoices",
    method="DELETE",
    path="/api2/invoices/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="invoice",
)

BULK_CREATE: Final[Operation[Sequence[BulkInvoiceResult]]] = Operation(
    id="invoices.bulk_create",
    title="Bulk Add Invoices",
    method="POST",
    path="/api2/invoices/add_bulk.json",
    query_params=(
        Param(name="send", wire="send", type="string"),
        Param(name="client_id", wire="client_id", type="integer"),
        Param(name="terminal_id", wire="terminal_id", type="string"),
    ),
    request=Request(
        kind="wrapped",
        model="InvoiceInput",
        key="Invoice",
        siblings=("InvoiceItem", "Payment", "InvoiceCustomField", "Deposit", "InvoiceReminder", "Document", "DocumentTitle"),
        array=True,
    ),
    response=Response(kind="bulk-array", model="BulkInvoiceResult"),
    idempotent=False,
    entity="invoice",
    doubtful="The schema requires `send`, `client_id` and `terminal_id` in the query, the prose names none; this package assumes optional.",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
    BULK_CREATE,
)


class InvoicesResource(
    ReadsMany["Invoice"],
    CreatesManyInChunks["InvoiceInput"],
    Replaces["InvoiceInput", "Ack"],
    DeletesMany,
    Edits["InvoiceDraft"],
    FindsOrCreates["Invoice"],
    FindsOpen["Invoice"],
):
    """Sales invoices with their lines, payments and custom fields."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self,
        *,
        page: int | None = None,
        limit: int | None = None,
        recursive: InvoiceRecursionValue | None = None,
        keywords: str | None = None,
        client_id: int | None = None,
        type: InvoiceTypeValue | None = None,
        client_type: int | None = None,
        payment_status: InvoicePaymentStatusFilterValue | None = None,
        draft: bool | None = None,
        follow_up_status: int | None = None,
        currency_code: str | None = None,
        no: str | None = None,
        item: str | None = None,
        tags: Sequence[str] | None = None,
        po_number: str | None = None,
        external_source: Sequence[str] | None = None,
        custom_field: str | None = None,
        custom_field_label: str | None = None,
        subscription_id: int | None = None,
        work_order_id: int | None = None,
        source_type: int | None = None,
        source_id: int | None = None,
        order_source_id: int | None = None,
        shipping_option_id: int | None = None,
        summary_total_from: Decimal | int | str | None = None,
        summary_total_to: Decimal | int | str | None = None,
        date_from: date | None = None,
        date_to: date | None = None,
        due_date_from: date | None = None,
        due_date_to: date | None = None,
        created_from: date | None = None,
        created_to: date | None = None,
        einvoice_status: int | None = None,
        requisition_delivery_status: Sequence[int] | None = None,
        staff_id: Sequence[int] | None = None,
        pos_shift_id: int | None = None,
        sort: str | None = None,
        direction: SortDirectionValue | None = None,
        branch: int | None = None,
        **options: Unpack[ListOptions],
    ) -> Pager[Invoice]:
        """List invoices, newest first.

        Rows carry lines and custom fields only with `recursive=1`. The list holds invoices, debit notes and, where switched
        on, advance payments.

        `GET /api2/invoices`, the vendor's page 'GET All Invoices'.

        Args:
            page: Page to start at, from 1.
            limit: Records per page, from 1; no maximum is documented. `.limit(n)` ends the walk after n records.
            recursive: How much each row holds: -1 the header, 0 the client too, 1 all lines too.
            keywords: Text to search for in the client's name, number and e-mail, the invoice number and the order number.
            client_id: Id of the client that the documents belong to.
            type: Kind of sales document.
            client_type: Type code of the client.
            payment_status: Payment state: -3 overdue, -2 due, -1 draft, 0 unpaid, 1 partially paid, 2 paid, 3 subscriptions, 4 overpaid;
                0, 1 and 2 are not documented, but in use.
            draft: True for drafts only.
            follow_up_status: Id of a follow-up status.
            currency_code: Currency as a three-letter ISO 4217 code.
            no: Document number or a part of it.
            item: Product or item found on a line.
            tags: Tags the documents carry.
            po_number: Purchase order number; needs PO numbers switched on.
            external_source: Outside systems the documents came from, such as `api` or `salla`.
            custom_field: Value of a custom field; send together with `custom_field_label`.
            custom_field_label: Label of the custom field that `custom_field` is compared with.
            subscription_id: Id of the subscription the invoices came from.
            work_order_id: Id of a work order; needs the Work Orders plugin.
            source_type: Type code of the source document; send together with `source_id`.
            source_id: Id of the source document; send together with `source_type`.
            order_source_id: Id of the order source.
            shipping_option_id: Id of the shipping option.
            summary_total_from: Lowest document total, inclusive.
            summary_total_to: Highest document total, inclusive.
            date_from: Earliest document date, inclusive (YYYY-MM-DD).
            date_to: Latest document date, inclusive (YYYY-MM-DD).
            due_date_from: Earliest due date, inclusive (YYYY-MM-DD).
            due_date_to: Latest due date, inclusive (YYYY-MM-DD).
            created_from: Earliest creation date, inclusive (YYYY-MM-DD).
            created_to: Latest creation date, inclusive (YYYY-MM-DD).
            einvoice_status: E-invoice status code; needs e-invoicing switched on.
            requisition_delivery_status: Delivery status codes; needs requisitions switched on.
            staff_id: Ids of staff members; needs the Staff plugin and view-all permission.
            pos_shift_id: Id of a point-of-sale shift; needs the POS plugin.
            sort: Field to order by; the invoice date by default.
            direction: Sort direction, `ASC` or `DESC`; descending by default.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(
            LIST,
            {},
            {
                "page": page,
                "limit": limit,
                "recursive": recursive,
                "keywords": keywords,
                "client_id": client_id,
                "type": type,
                "client_type": client_type,
                "payment_status": payment_status,
                "draft": draft,
                "follow_up_status": follow_up_status,
                "currency_code": currency_code,
                "no": no,
                "item": item,
                "tags": tags,
                "po_number": po_number,
                "external_source": external_source,
                "custom_field": custom_field,
                "custom_field_label": custom_field_label,
                "subscription_id": subscription_id,
                "work_order_id": work_order_id,
                "source_type": source_type,
                "source_id": source_id,
                "order_source_id": order_source_id,
                "shipping_option_id": shipping_option_id,
                "summary_total_from": summary_total_from,
                "summary_total_to": summary_total_to,
                "date_from": date_from,
                "date_to": date_to,
                "due_date_from": due_date_from,
                "due_date_to": due_date_to,
                "created_from": created_from,
                "created_to": created_to,
                "einvoice_status": einvoice_status,
                "requisition_delivery_status": requisition_delivery_status,
                "staff_id": staff_id,
                "pos_shift_id": pos_shift_id,
                "sort": sort,
                "direction": direction,
                "branch": branch,
            },
            options,
        )

    async def create(self, body: InvoiceInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create an invoice.

        `client_email` is required when the client is invoiced by e-mail.

        `reference=` is written to `po_number`.

        Doubtful: Prose and schema disagree on required fields and on whether the reply holds the number; this package assumes
        only `client_id` is required and the reply holds code, result and id.

        `POST /api2/invoices`, the vendor's page 'Add New Invoice'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Invoice:
        """Get an invoice by id.

        The id of another kind of document, such as an estimate, is not found.

        `GET /api2/invoices/{id}`, the vendor's page 'GET Single Invoice'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: InvoiceInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace an invoice.

        The lines, payments and custom fields you send take the place of the stored ones, so leave none out. When they are
        left out, the number is replaced by a new one and dates become 1970.

        What the body leaves out is lost on the server. A body without `no`, `date`, `issue_date` or `InvoiceItem` is refused,
        unless `replace=True` says that it is meant. `edit()` keeps the rest.

        `PUT /api2/invoices/{id}`, the vendor's page 'Edit Invoices'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete an invoice by id.

        `DELETE /api2/invoices/{id}`, the vendor's page 'Delete Invoices'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    async def bulk_create(
        self,
        body: Sequence[InvoiceInput | Mapping[str, object]],
        *,
        send: str | None = None,
        client_id: int | None = None,
        terminal_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Sequence[BulkInvoiceResult]:
        """Create several invoices in one request.

        Not atomic: the reply is HTTP 200 with one result per element even when some of them failed, so check every result.

        Doubtful: The schema requires `send`, `client_id` and `terminal_id` in the query, the prose names none; this package
        assumes optional.

        `POST /api2/invoices/add_bulk.json`, the vendor's page 'Bulk Add Invoices'.

        Args:
            body: The records to write, each of them an input or a mapping in wire names.
            send: The vendor does not explain it.
            client_id: Id of the client that the documents belong to.
            terminal_id: Id of a point-of-sale terminal; the vendor does not explain its use.
        """
        return await self._call(
            BULK_CREATE, {}, {"send": send, "client_id": client_id, "terminal_id": terminal_id}, options, body
        )

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[InvoiceCriteria]) -> Invoice | None: ...

        async def find_many(self, **fields: Unpack[InvoiceCriteria]) -> builtins.list[Invoice]: ...

        async def find_or_create(
            self, body: InvoiceInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[InvoiceCriteria]
        ) -> Found[Invoice]: ...
