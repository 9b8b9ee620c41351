# Generated from openapi/ by `make generate`; do not edit.
"""Sales invoices with their lines, payments and custom fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, TypedDict, Unpack

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Reference, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    import builtins

    from daftra_async.bulk import BulkProgress, BulkResult, Fetched, OnError
    from daftra_async.edit import Draft, EditSession
    from daftra_async.find import Found
    from daftra_async.models import (
        BulkInvoiceResult,
        Invoice,
        InvoiceInput,
        InvoicePaymentStatusFilter,
        InvoiceRecursion,
        InvoiceType,
        SortDirection,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

    class InvoiceCriteria(TypedDict, total=False):
        """What a Invoice can be found by; for annotations only."""

        branch: object
        branch_id: object
        client_active_secondary_address: object
        client_address1: object
        client_address2: object
        client_business_name: object
        client_city: object
        client_country_code: object
        client_currency_code: object
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
        client_type: object
        cost_center_id: object
        created: object
        created_from: object
        created_to: object
        currency_code: object
        custom_field: object
        custom_field_label: object
        date: object
        date_format: object
        date_from: object
        date_to: object
        deposit: object
        deposit_type: object
        direction: object
        discount: object
        discount_amount: object
        draft: object
        due_after: object
        due_date_from: object
        due_date_to: object
        einvoice_status: object
        estimate_id: object
        external_source: object
        follow_up_status: object
        html_notes: object
        id: object
        invoice_html_url: object
        invoice_layout_id: object
        invoice_pdf_url: object
        is_offline: object
        issue_date: object
        item: object
        keywords: object
        language_id: object
        modified: object
        name: object
        no: object
        notes: object
        order_source_id: object
        payment_status: object
        po_number: object
        pos_shift_id: object
        qr_code_url: object
        recursive: object
        requisition_delivery_status: object
        sales_person_id: object
        shipping_amount: object
        shipping_option_id: object
        shipping_options: object
        sort: object
        source_id: object
        source_type: object
        staff_id: object
        store_id: object
        subscription_id: object
        summary_deposit: object
        summary_discount: object
        summary_paid: object
        summary_refund: object
        summary_subtotal: object
        summary_total: object
        summary_total_from: object
        summary_total_to: object
        summary_unpaid: object
        tags: object
        terminal_id: object
        terms: object
        type: object
        unique_id: object
        work_order_id: object

    class InvoiceDraft(Draft, Invoice):
        """A Invoice that is being edited; for annotations only, `edit` makes it."""


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
    doubtful="Prose and schema disagree on required fields and on whether the reply holds the number; assumed only `client_id` is required and the reply holds code, result and id.",
    reference=Reference(field="po_number", lookup="invoices.list", parameter="po_number", limit=500),
)

GET: Final[Operation[Invoice]] = Operation(
    id="invoices.get",
    title="GET Single Invoice",
    method="GET",
    path="/api2/invoices/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Invoice", key="Invoice"),
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
    doubtful="The schema requires `send`, `client_id` and `terminal_id` in the query, the prose names none; assumed optional.",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
    BULK_CREATE,
)


class InvoicesResource(Resource):
    """Sales invoices with their lines, payments and custom fields."""

    def list(
        self,
        *,
        page: int | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        recursive: InvoiceRecursion | Literal[-1, 0, 1] | UnsetType = UNSET,
        keywords: str | UnsetType = UNSET,
        client_id: int | UnsetType = UNSET,
        type: InvoiceType | Literal[0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19] | UnsetType = UNSET,
        client_type: int | UnsetType = UNSET,
        payment_status: InvoicePaymentStatusFilter | Literal[-3, -2, -1, 3, 4] | UnsetType = UNSET,
        draft: bool | UnsetType = UNSET,
        follow_up_status: int | UnsetType = UNSET,
        currency_code: str | UnsetType = UNSET,
        no: str | UnsetType = UNSET,
        item: str | UnsetType = UNSET,
        tags: Sequence[str] | UnsetType = UNSET,
        po_number: str | UnsetType = UNSET,
        external_source: Sequence[str] | UnsetType = UNSET,
        custom_field: str | UnsetType = UNSET,
        custom_field_label: str | UnsetType = UNSET,
        subscription_id: int | UnsetType = UNSET,
        work_order_id: int | UnsetType = UNSET,
        source_type: int | UnsetType = UNSET,
        source_id: int | UnsetType = UNSET,
        order_source_id: int | UnsetType = UNSET,
        shipping_option_id: int | UnsetType = UNSET,
        summary_total_from: Decimal | int | str | UnsetType = UNSET,
        summary_total_to: Decimal | int | str | UnsetType = UNSET,
        date_from: date | UnsetType = UNSET,
        date_to: date | UnsetType = UNSET,
        due_date_from: date | UnsetType = UNSET,
        due_date_to: date | UnsetType = UNSET,
        created_from: date | UnsetType = UNSET,
        created_to: date | UnsetType = UNSET,
        einvoice_status: int | UnsetType = UNSET,
        requisition_delivery_status: Sequence[int] | UnsetType = UNSET,
        staff_id: Sequence[int] | UnsetType = UNSET,
        pos_shift_id: int | UnsetType = UNSET,
        sort: str | UnsetType = UNSET,
        direction: SortDirection | Literal["ASC", "DESC"] | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        resume: str | UnsetType | None = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[Invoice]:
        """List invoices, newest first.

        Rows carry lines and custom fields only with `recursive=1`. The list holds invoices, debit notes and, where enabled,
        advance payments; rows of other branches can be missing.

        `GET /api2/invoices`, the vendor's page 'GET All Invoices'.

        Args:
            page: Page to start at, from 1.
            limit: Records per page, from 1; no maximum is documented.
            recursive: Depth of rows: -1 header, 0 with client, 1 with all lines.
            keywords: Free text over client name, number, e-mail, invoice and order number.
            client_id: Id of the client the documents belong to.
            type: Type code to select, or the parent record type in a path.
            client_type: Type code of the client.
            payment_status: Status group: -1 draft, -2 due, -3 overdue, 3 subscriptions, 4 overpaid.
            draft: Only drafts when set.
            follow_up_status: Id of a follow-up status.
            currency_code: Currency as a three-letter ISO 4217 code.
            no: Document number or a part of it.
            item: Product or item found on a line.
            tags: Tags the documents carry.
            po_number: Purchase order number; needs PO numbers enabled. Needs: PO numbers.
            external_source: Outside systems the documents came from, such as `api` or `salla`.
            custom_field: Value of a custom field; send together with `custom_field_label`. Goes with custom_field_label.
            custom_field_label: Label of the custom field that `custom_field` is matched against. Goes with custom_field.
            subscription_id: Id of the subscription the invoices came from.
            work_order_id: Id of a work order; needs the Work Orders plugin. Needs: Work Orders plugin.
            source_type: Type code of the source document; send together with `source_id`. Goes with source_id.
            source_id: Id of the source document; send together with `source_type`. Goes with source_type.
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
            einvoice_status: E-invoice status code; needs e-invoicing enabled. Needs: e-invoicing.
            requisition_delivery_status: Delivery status codes; needs requisitions enabled. Needs: requisitions.
            staff_id: Ids of staff members; needs the Staff plugin and view-all permission. Needs: Staff plugin and view-all
                permission.
            pos_shift_id: Id of a point-of-sale shift; needs the POS plugin. Needs: POS plugin.
            sort: Field to order by; the invoice date by default.
            direction: Sort direction, `ASC` or `DESC`; descending by default.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            resume: Token of an earlier walk of the same list (`Page.token`, `Pager.token`): go on after its page.
            timeout: Seconds for each page with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every Invoice.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
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
            resume=resume,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create(
        self,
        body: InvoiceInput | Mapping[str, object],
        *,
        reference: str | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create an invoice from the body you send.

        `tax1` and `tax2` of a line are tax ids, and `store_id` is a warehouse id. `client_email` is required when the account
        sends its invoices by e-mail.

        `POST /api2/invoices`, the vendor's page 'Add New Invoice'.

        Doubtful: Prose and schema disagree on required fields and on whether the reply holds the number; assumed only
        `client_id` is required and the reply holds code, result and id.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            reference: Your own name for the new record, a new one for each create; it is written to `po_number`, and `OutcomeUnknown.reconcile` finds the record by it.
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
            reference=reference,
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
    ) -> Invoice:
        """Get an invoice by id.

        The id of another document type, such as an estimate, answers 404. `date` comes in the display format of the account,
        for example 25/09/2026.

        `GET /api2/invoices/{id}`, the vendor's page 'GET Single Invoice'.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The Invoice.

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
        body: InvoiceInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace an invoice with the body you send.

        The lines, payments and custom fields you submit take the place of the stored ones, so leave none out. An omitted
        number is issued anew and omitted dates fall back to 1970.

        `PUT /api2/invoices/{id}`, the vendor's page 'Edit Invoices'.

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
        """Delete an invoice by id.

        `DELETE /api2/invoices/{id}`, the vendor's page 'Delete Invoices'.

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

    async def bulk_create(
        self,
        body: Sequence[InvoiceInput | Mapping[str, object]],
        *,
        send: str | UnsetType = UNSET,
        client_id: int | UnsetType = UNSET,
        terminal_id: str | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Sequence[BulkInvoiceResult]:
        """Create several invoices in one request.

        Not atomic: the reply is HTTP 200 with one result per element even when some of them failed, so check every result.

        `POST /api2/invoices/add_bulk.json`, the vendor's page 'Bulk Add Invoices'.

        Doubtful: The schema requires `send`, `client_id` and `terminal_id` in the query, the prose names none; assumed
        optional.

        Args:
            body: The records to write, or a mapping in wire names with the relations beside the fields.
            send: Declared for bulk creation without explanation; meaning unproven.
            client_id: Id of the client the documents belong to.
            terminal_id: Id of a terminal, declared for bulk creation; use unproven.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            One result for each element, in order.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            OutcomeUnknown: The answer was lost, so the server may have done it or not; it was not sent again.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            BULK_CREATE,
            {},
            {
                "send": send,
                "client_id": client_id,
                "terminal_id": terminal_id,
            },
            body,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def get_many(
        self,
        ids: Iterable[int | str],
        *,
        concurrency: int = 8,
        on_error: OnError = "raise",
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Fetched[Invoice]:
        """Get many records by id, several at a time, in the order of the ids.

        Args:
            ids: Ids; one that comes twice is fetched once.
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
            {},
            concurrency=concurrency,
            on_error=on_error,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create_many(
        self,
        items: Iterable[InvoiceInput | Mapping[str, object]],
        *,
        concurrency: int = 8,
        references: Sequence[str] | None = None,
        chunk_size: int = 50,
        on_progress: Callable[[BulkProgress], None] | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> BulkResult[Any]:
        """Create many records, and tell of each what became of it.

        All items are checked before anything is sent. A create whose answer was lost is never sent again by itself.

        They are sent `chunk_size` at a time (`invoices.bulk_create`); each record has its own result all the same.

        Args:
            items: The records to write, or mappings in wire names with the relations beside the fields.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            references: Your own name for each record, written to `po_number`; `reconcile` of the result then finds out about those with a lost answer.
            chunk_size: Records in one request.
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
            references=references,
            bulk=BULK_CREATE,
            chunk_size=chunk_size,
            on_progress=on_progress,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def update_many(
        self,
        items: Mapping[int, InvoiceInput | Mapping[str, object]]
        | Mapping[str, InvoiceInput | Mapping[str, object]]
        | Iterable[tuple[int | str, InvoiceInput | Mapping[str, object]]],
        *,
        concurrency: int = 8,
        on_progress: Callable[[BulkProgress], None] | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> BulkResult[Ack]:
        """Replace many records, and tell of each what became of it: what a body leaves out is lost, see `replace`.

        Args:
            items: The new records by id.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            on_progress: Called after each step with the numbers so far.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            Successful, failed, unknown and skipped entries, each with its id and input.

        Raises:
            ArgumentError: An item or an argument is wrong; nothing was sent.
        """
        return await self._update_many(
            UPDATE,
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

    def edit(
        self,
        id: int | str,
        *,
        carry: Iterable[str] = (),
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
    ) -> EditSession[InvoiceDraft]:
        """Edit a record without losing the rest of it: `async with ...edit(id) as draft: draft.field = value`.

        Entering reads the record. Leaving sends everything that can be written, what was not changed exactly as it was read; if
        nothing was changed, or the block raised, nothing is sent. Before it is sent the record is read once more.

        Args:
            id: Id of the record, as a number or as text.
            carry: Wire keys that are not described and are to be sent back too; `draft.unsent` tells which there are.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.

        Returns:
            The edit; entering it gives the draft, a Invoice with `diff()`.

        Raises:
            ConflictError: On leaving: the record was changed by someone else; nothing was written.
            ArgumentError: On leaving: something was changed that cannot be written; nothing was written.
            OutcomeUnknown: On leaving: the answer to the write was lost.
            DaftraError: The record could not be read or written.
        """
        return self._edit(
            GET,
            UPDATE,
            {
                "id": id,
            },
            carry=carry,
            timeout=timeout,
            extra_headers=extra_headers,
        )

    async def replace(
        self,
        id: int | str,
        body: InvoiceInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Put a record in place of the stored one; `update` under a name that says what it does.

        What the body leaves out is lost: lines, dates (they fall back to 1970) and the number (a new one is issued). To change
        some fields and keep the rest, use `edit`.

        Args:
            id: Id of the record, as a number or as text.
            body: The whole record, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
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

    async def find_one(
        self,
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[InvoiceCriteria],
    ) -> Invoice | None:
        """Find the one record whose fields have these values, such as `find_one(id=7)`.

        The values are sent as filters, and every row is compared all the same: the server ignores filters that it does not know.

        Args:
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of Invoice; arguments of `list` may stand beside them.

        Returns:
            The Invoice as the list shows it, None when there is none.

        Raises:
            MultipleFoundError: Several records fit.
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return await self._find_one(
            LIST,
            {},
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )

    async def find_many(
        self,
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[InvoiceCriteria],
    ) -> builtins.list[Invoice]:
        """Find all records whose fields have these values; a list, tuple or set stands for any of its values.

        Compares every row, as `find_one` does.

        Args:
            concurrency: Requests at a time.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of Invoice; arguments of `list` may stand beside them.

        Returns:
            The records in the order of the list.

        Raises:
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return await self._find_many(
            LIST,
            {},
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )

    async def find_or_create(
        self,
        body: InvoiceInput | Mapping[str, object],
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[InvoiceCriteria],
    ) -> Found[Invoice]:
        """Find the one record whose fields have these values, or create it from the body.

        Not atomic on the server: two programs that do it at the same time may both create. Within one program, calls for the
        same values wait for each other.

        Args:
            body: The record to create, or a mapping in wire names; fields that are looked for are put into it.
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of Invoice.

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
            {},
            {},
            body,
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )
