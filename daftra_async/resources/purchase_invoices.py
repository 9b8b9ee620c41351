# Generated from openapi/ by `make generate`; do not edit.
"""Supplier bills with their lines; called PurchaseOrder on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Reference, Request, Response, Twin
from daftra_async.resource.mixins import CreatesManyReferenced, DeletesMany, Edits, FindsOrCreates, ReadsMany, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        PurchaseInvoice,
        PurchaseInvoiceInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class PurchaseInvoiceCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        currency_code: Wanted[str]
        date: Wanted[date | str]
        draft: Wanted[bool]
        id: Wanted[int | str]
        is_offline: Wanted[bool]
        is_received: Wanted[bool]
        no: Wanted[str]
        notes: Wanted[str]
        po_number: Wanted[str]
        received_date: Wanted[date | datetime | str]
        staff_id: Wanted[int | str]
        supplier_active_secondary_address: Wanted[bool]
        supplier_address1: Wanted[str]
        supplier_address2: Wanted[str]
        supplier_business_name: Wanted[str]
        supplier_city: Wanted[str]
        supplier_country_code: Wanted[str]
        supplier_email: Wanted[str]
        supplier_first_name: Wanted[str]
        supplier_id: Wanted[int | str]
        supplier_last_name: Wanted[str]
        supplier_postal_code: Wanted[str]
        supplier_secondary_address1: Wanted[str]
        supplier_secondary_address2: Wanted[str]
        supplier_secondary_city: Wanted[str]
        supplier_secondary_country_code: Wanted[str]
        supplier_secondary_name: Wanted[str]
        supplier_secondary_postal_code: Wanted[str]
        supplier_secondary_state: Wanted[str]
        supplier_state: Wanted[str]

    class PurchaseInvoiceDraft(Draft, PurchaseInvoice):
        """Made by edit(); for annotations only."""


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
    twin=Twin(entity="purchase_order"),
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
    response=Response(kind="v1-single", model="PurchaseInvoice", key="PurchaseOrder", identity="id"),
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
    lost=("no", "date", "received_date", "PurchaseOrderItem"),
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


class PurchaseInvoicesResource(
    ReadsMany["PurchaseInvoice"],
    CreatesManyReferenced["PurchaseInvoiceInput", "Created"],
    Replaces["PurchaseInvoiceInput", "Ack"],
    DeletesMany,
    Edits["PurchaseInvoiceDraft"],
    FindsOrCreates["PurchaseInvoice"],
):
    """Supplier bills with their lines; called PurchaseOrder on the wire."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[PurchaseInvoice]:
        """List purchase invoices, page by page.

        `GET /api2/purchase_invoices`, the vendor's page 'GET All Purchase Invoices'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: PurchaseInvoiceInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create a purchase invoice.

        `reference=` is written to `no`.

        `POST /api2/purchase_invoices`, the vendor's page 'Add New Purchase Invoice'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> PurchaseInvoice:
        """Get a purchase invoice by id.

        `GET /api2/purchase_invoices/{id}`, the vendor's page 'GET Single Purchase Invoice'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(
        self, id: int | str, body: PurchaseInvoiceInput | Mapping[str, object], **options: Unpack[UpdateOptions]
    ) -> Ack:
        """Replace a purchase invoice.

        The lines you send take the place of the stored ones, so leave none out.

        What the body leaves out is lost on the server. A body without `no`, `date`, `received_date` or `PurchaseOrderItem` is
        refused, unless `replace=True` says that it is meant. `edit()` keeps the rest.

        `PUT /api2/purchase_invoices/{id}`, the vendor's page 'Edit Purchase Invoices'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a purchase invoice by id.

        `DELETE /api2/purchase_invoices/{id}`, the vendor's page 'Delete Purchase Invoices'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[PurchaseInvoiceCriteria]) -> PurchaseInvoice | None: ...

        async def find_many(self, **fields: Unpack[PurchaseInvoiceCriteria]) -> builtins.list[PurchaseInvoice]: ...

        async def find_or_create(
            self,
            body: PurchaseInvoiceInput | Mapping[str, object],
            *,
            lock: Lock | None = None,
            **fields: Unpack[PurchaseInvoiceCriteria],
        ) -> Found[PurchaseInvoice]: ...
