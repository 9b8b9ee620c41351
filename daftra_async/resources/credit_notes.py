# Generated from openapi/ by `make generate`; do not edit.
"""Documents that lower what a client owes you."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Reference, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        CreditNote,
        CreditNoteInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

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
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
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
