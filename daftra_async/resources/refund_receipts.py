# Generated from openapi/ by `make generate`; do not edit.
"""Documents for sold goods returned and money given back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Reference, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        RefundReceipt,
        RefundReceiptInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

LIST: Final[Operation[RefundReceipt]] = Operation(
    id="refund_receipts.list",
    title="GET All Refund Receipts",
    method="GET",
    path="/api2/refund_receipts{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="RefundReceipt", key="RefundReceipt"),
    pagination="v1",
    idempotent=True,
    entity="refund_receipt",
)

CREATE: Final[Operation[Created]] = Operation(
    id="refund_receipts.create",
    title="Add New Refund Receipt",
    method="POST",
    path="/api2/refund_receipts{format}",
    request=Request(
        kind="wrapped",
        model="RefundReceiptInput",
        key="RefundReceipt",
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
    entity="refund_receipt",
    reference=Reference(
        field="po_number", lookup="refund_receipts.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))
    ),
)

GET: Final[Operation[RefundReceipt]] = Operation(
    id="refund_receipts.get",
    title="GET Single Refund Receipt",
    method="GET",
    path="/api2/refund_receipts/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="RefundReceipt", key="RefundReceipt"),
    idempotent=True,
    entity="refund_receipt",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="refund_receipts.update",
    title="Edit Refund Receipts",
    method="PUT",
    path="/api2/refund_receipts/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(
        kind="wrapped",
        model="RefundReceiptInput",
        key="RefundReceipt",
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
    entity="refund_receipt",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="refund_receipts.delete",
    title="Delete Refund Receipts",
    method="DELETE",
    path="/api2/refund_receipts/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="refund_receipt",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class RefundReceiptsResource(Resource):
    """Documents for sold goods returned and money given back."""

    def list(
        self,
        *,
        limit: int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[RefundReceipt]:
        """List refund receipts, page by page.

        `GET /api2/refund_receipts`, the vendor's page 'GET All Refund Receipts'.

        Args:
            limit: Records per page, from 1 to 1000.
            page: Page to start at, from 1.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every RefundReceipt.

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
        body: RefundReceiptInput | Mapping[str, object],
        *,
        reference: str | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a refund receipt from the body you send.

        Lines travel under the key `InvoiceItem`.

        `POST /api2/refund_receipts`, the vendor's page 'Add New Refund Receipt'.

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
    ) -> RefundReceipt:
        """Get a refund receipt by id.

        `GET /api2/refund_receipts/{id}`, the vendor's page 'GET Single Refund Receipt'.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The RefundReceipt.

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
        body: RefundReceiptInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace a refund receipt with the body you send.

        The lines, payments and custom fields you submit take the place of the stored ones. An omitted number is issued anew
        and omitted dates fall back to 1970.

        `PUT /api2/refund_receipts/{id}`, the vendor's page 'Edit Refund Receipts'.

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
        """Delete a refund receipt by id.

        `DELETE /api2/refund_receipts/{id}`, the vendor's page 'Delete Refund Receipts'.

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
