# Generated from openapi/ by `make generate`; do not edit.
"""Supplier bills with their lines; called PurchaseOrder on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Reference, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        PurchaseInvoice,
        PurchaseInvoiceInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

LIST: Final[Operation[PurchaseInvoice]] = Operation(
    id="purchase_invoices.list",
    title="GET All Purchase Invoices",
    method="GET",
    path="/api2/purchase_invoices{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="PurchaseInvoice", key="PurchaseOrder"),
    pagination="v1",
    idempotent=True,
    entity="purchase_order",
)

CREATE: Final[Operation[Created]] = Operation(
    id="purchase_invoices.create",
    title="Add New Purchase Invoice",
    method="POST",
    path="/api2/purchase_invoices{format}",
    request=Request(kind="wrapped", model="PurchaseInvoiceInput", key="PurchaseOrder", siblings=("PurchaseOrderItem",)),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="purchase_order",
    reference=Reference(
        field="no", lookup="purchase_invoices.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))
    ),
)

GET: Final[Operation[PurchaseInvoice]] = Operation(
    id="purchase_invoices.get",
    title="GET Single Purchase Invoice",
    method="GET",
    path="/api2/purchase_invoices/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="PurchaseInvoice", key="PurchaseOrder"),
    idempotent=True,
    entity="purchase_order",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="purchase_invoices.update",
    title="Edit Purchase Invoices",
    method="PUT",
    path="/api2/purchase_invoices/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="PurchaseInvoiceInput", key="PurchaseOrder", siblings=("PurchaseOrderItem",)),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    entity="purchase_order",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="purchase_invoices.delete",
    title="Delete Purchase Invoices",
    method="DELETE",
    path="/api2/purchase_invoices/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="purchase_order",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class PurchaseInvoicesResource(Resource):
    """Supplier bills with their lines; called PurchaseOrder on the wire."""

    def list(
        self,
        *,
        limit: int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[PurchaseInvoice]:
        """List purchase invoices, page by page.

        Rows travel under the key `PurchaseOrder`.

        `GET /api2/purchase_invoices`, the vendor's page 'GET All Purchase Invoices'.

        Args:
            limit: Records per page, from 1 to 1000.
            page: Page to start at, from 1.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every PurchaseInvoice.

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
        body: PurchaseInvoiceInput | Mapping[str, object],
        *,
        reference: str | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a purchase invoice from the body you send.

        The record travels under the key `PurchaseOrder`, its lines under `PurchaseOrderItem`.

        `POST /api2/purchase_invoices`, the vendor's page 'Add New Purchase Invoice'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            reference: Your own name for the new record, a new one for each create; it is written to `no`, and `OutcomeUnknown.reconcile` finds the record by it.
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
    ) -> PurchaseInvoice:
        """Get a purchase invoice by id.

        The record travels under the key `PurchaseOrder`.

        `GET /api2/purchase_invoices/{id}`, the vendor's page 'GET Single Purchase Invoice'.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The PurchaseInvoice.

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
        body: PurchaseInvoiceInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace a purchase invoice with the body you send.

        The lines you submit take the place of the stored ones. The record travels under the key `PurchaseOrder`, its lines
        under `PurchaseOrderItem`.

        `PUT /api2/purchase_invoices/{id}`, the vendor's page 'Edit Purchase Invoices'.

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
        """Delete a purchase invoice by id.

        `DELETE /api2/purchase_invoices/{id}`, the vendor's page 'Delete Purchase Invoices'.

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
