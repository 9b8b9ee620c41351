# Generated from openapi/ by `make generate`; do not edit.
"""Documents that lower what a client owes you."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Reference, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    import builtins

    from daftra_async.bulk import BulkProgress, BulkResult, Fetched, OnError
    from daftra_async.edit import Draft, EditSession
    from daftra_async.find import Found
    from daftra_async.models import (
        CreditNote,
        CreditNoteInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

    class CreditNoteCriteria(TypedDict, total=False):
        """What a CreditNote can be found by; for annotations only."""

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
        deposit: object
        deposit_type: object
        discount: object
        discount_amount: object
        draft: object
        estimate_id: object
        follow_up_status: object
        html_notes: object
        id: object
        invoice_html_url: object
        invoice_layout_id: object
        invoice_pdf_url: object
        is_offline: object
        modified: object
        name: object
        no: object
        notes: object
        payment_status: object
        po_number: object
        pos_shift_id: object
        qr_code_url: object
        requisition_delivery_status: object
        shipping_amount: object
        shipping_options: object
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
        summary_unpaid: object
        type: object
        work_order_id: object

    class CreditNoteDraft(Draft, CreditNote):
        """A CreditNote that is being edited; for annotations only, `edit` makes it."""


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
    doubtful="The key of a row is contradictory, `CreditNote` or `Invoice`; assumed `CreditNote`, as documented.",
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
    response=Response(kind="v1-single", model="CreditNote", key="CreditNote", also=("Invoice",)),
    idempotent=True,
    entity="credit_note",
    doubtful="The key of the record is contradictory, `CreditNote` or `Invoice`; assumed `CreditNote`, as documented.",
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


class CreditNotesResource(Resource):
    """Documents that lower what a client owes you."""

    def list(
        self,
        *,
        limit: int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        resume: str | UnsetType | None = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[CreditNote]:
        """List credit notes, page by page.

        `GET /api2/credit_notes`, the vendor's page 'GET All Credit Notes'.

        Doubtful: The key of a row is contradictory, `CreditNote` or `Invoice`; assumed `CreditNote`, as documented.

        Args:
            limit: Records per page, from 1 to 1000.
            page: Page to start at, from 1.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            resume: Token of an earlier walk of the same list (`Page.token`, `Pager.token`): go on after its page.
            timeout: Seconds for each page with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every CreditNote.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return self._list(
            LIST,
            {},
            {
                "limit": limit,
                "page": page,
                "branch": branch,
            },
            resume=resume,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create(
        self,
        body: CreditNoteInput | Mapping[str, object],
        *,
        reference: str | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a credit note from the body you send.

        Lines travel under the key `InvoiceItem`.

        `POST /api2/credit_notes`, the vendor's page 'Add New Credit Note'.

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
    ) -> CreditNote:
        """Get a credit note by id.

        `GET /api2/credit_notes/{id}`, the vendor's page 'GET Single Credit Note'.

        Doubtful: The key of the record is contradictory, `CreditNote` or `Invoice`; assumed `CreditNote`, as documented.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The CreditNote.

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
        body: CreditNoteInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace a credit note with the body you send.

        The lines, payments and custom fields you submit take the place of the stored ones. An omitted number is issued anew
        and omitted dates fall back to 1970.

        `PUT /api2/credit_notes/{id}`, the vendor's page 'Edit Credit Notes'.

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
        """Delete a credit note by id.

        `DELETE /api2/credit_notes/{id}`, the vendor's page 'Delete Credit Notes'.

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
        *,
        concurrency: int = 8,
        on_error: OnError = "raise",
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Fetched[CreditNote]:
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
        items: Iterable[CreditNoteInput | Mapping[str, object]],
        *,
        concurrency: int = 8,
        references: Sequence[str] | None = None,
        on_progress: Callable[[BulkProgress], None] | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> BulkResult[Created]:
        """Create many records, and tell of each what became of it.

        All items are checked before anything is sent. A create whose answer was lost is never sent again by itself.

        Args:
            items: The records to write, or mappings in wire names with the relations beside the fields.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            references: Your own name for each record, written to `po_number`; `reconcile` of the result then finds out about those with a lost answer.
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
            on_progress=on_progress,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def update_many(
        self,
        items: Mapping[int, CreditNoteInput | Mapping[str, object]]
        | Mapping[str, CreditNoteInput | Mapping[str, object]]
        | Iterable[tuple[int | str, CreditNoteInput | Mapping[str, object]]],
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
    ) -> EditSession[CreditNoteDraft]:
        """Edit a record without losing the rest of it: `async with ...edit(id) as draft: draft.field = value`.

        Entering reads the record. Leaving sends everything that can be written, what was not changed exactly as it was read; if
        nothing was changed, or the block raised, nothing is sent. Before it is sent the record is read once more.

        Args:
            id: Id of the record, as a number or as text.
            carry: Wire keys that are not described and are to be sent back too; `draft.unsent` tells which there are.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.

        Returns:
            The edit; entering it gives the draft, a CreditNote with `diff()`.

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
        body: CreditNoteInput | Mapping[str, object],
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
        **fields: Unpack[CreditNoteCriteria],
    ) -> CreditNote | None:
        """Find the one record whose fields have these values, such as `find_one(id=7)`.

        The values are sent as filters, and every row is compared all the same: the server ignores filters that it does not know.

        Args:
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of CreditNote; arguments of `list` may stand beside them.

        Returns:
            The CreditNote as the list shows it, None when there is none.

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
        **fields: Unpack[CreditNoteCriteria],
    ) -> builtins.list[CreditNote]:
        """Find all records whose fields have these values; a list, tuple or set stands for any of its values.

        Compares every row, as `find_one` does.

        Args:
            concurrency: Requests at a time.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of CreditNote; arguments of `list` may stand beside them.

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
        body: CreditNoteInput | Mapping[str, object],
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[CreditNoteCriteria],
    ) -> Found[CreditNote]:
        """Find the one record whose fields have these values, or create it from the body.

        Not atomic on the server: two programs that do it at the same time may both create. Within one program, calls for the
        same values wait for each other.

        Args:
            body: The record to create, or a mapping in wire names; fields that are looked for are put into it.
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of CreditNote.

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
