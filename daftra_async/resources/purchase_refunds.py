# Generated from openapi/ by `make generate`; do not edit.
"""Documents for bought goods sent back to a supplier."""

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
        PurchaseRefund,
        PurchaseRefundInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class PurchaseRefundCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        currency_code: Wanted[str]
        date: Wanted[date | str]
        draft: Wanted[bool]
        id: Wanted[int | str]
        is_offline: Wanted[bool]
        is_received: Wanted[bool]
        no: Wanted[str]
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

    class PurchaseRefundDraft(Draft, PurchaseRefund):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[PurchaseRefund]] = Operation(
    id="purchase_refunds.list",
    title="GET All Purchase Refunds",
    method="GET",
    path="/api2/purchase_refunds{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="PurchaseRefund", key="PurchaseRefund"),
    pagination="v1",
    idempotent=True,
    entity="purchase_refund",
    twin=Twin(entity="purchase_refund"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="purchase_refunds.create",
    title="Add New Purchase Refund",
    method="POST",
    path="/api2/purchase_refunds{format}",
    request=Request(kind="wrapped", model="PurchaseRefundInput", key="PurchaseRefund", siblings=("PurchaseOrderItem",)),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="purchase_refund",
    reference=Reference(
        field="no", lookup="purchase_refunds.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))
    ),
)

GET: Final[Operation[PurchaseRefund]] = Operation(
    id="purchase_refunds.get",
    title="GET Single Purchase Refund",
    method="GET",
    path="/api2/purchase_refunds/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="PurchaseRefund", key="PurchaseRefund", identity="id"),
    idempotent=True,
    entity="purchase_refund",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="purchase_refunds.update",
    title="Edit Purchase Refunds",
    method="PUT",
    path="/api2/purchase_refunds/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="PurchaseRefundInput", key="PurchaseRefund", siblings=("PurchaseOrderItem",)),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("no", "date", "received_date", "PurchaseOrderItem"),
    entity="purchase_refund",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="purchase_refunds.delete",
    title="Delete Purchase Refunds",
    method="DELETE",
    path="/api2/purchase_refunds/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="purchase_refund",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class PurchaseRefundsResource(
    ReadsMany["PurchaseRefund"],
    CreatesManyReferenced["PurchaseRefundInput", "Created"],
    Replaces["PurchaseRefundInput", "Ack"],
    DeletesMany,
    Edits["PurchaseRefundDraft"],
    FindsOrCreates["PurchaseRefund"],
):
    """Documents for bought goods sent back to a supplier."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[PurchaseRefund]:
        """List purchase refunds, page by page.

        `GET /api2/purchase_refunds`, the vendor's page 'GET All Purchase Refunds'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: PurchaseRefundInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create a purchase refund.

        `reference=` is written to `no`.

        `POST /api2/purchase_refunds`, the vendor's page 'Add New Purchase Refund'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> PurchaseRefund:
        """Get a purchase refund by id.

        `GET /api2/purchase_refunds/{id}`, the vendor's page 'GET Single Purchase Refund'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(
        self, id: int | str, body: PurchaseRefundInput | Mapping[str, object], **options: Unpack[UpdateOptions]
    ) -> Ack:
        """Replace a purchase refund.

        The lines you send take the place of the stored ones, so leave none out.

        What the body leaves out is lost on the server. A body without `no`, `date`, `received_date` or `PurchaseOrderItem` is
        refused, unless `replace=True` says that it is meant. `edit()` keeps the rest.

        `PUT /api2/purchase_refunds/{id}`, the vendor's page 'Edit Purchase Refunds'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a purchase refund by id.

        `DELETE /api2/purchase_refunds/{id}`, the vendor's page 'Delete Purchase Refunds'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[PurchaseRefundCriteria]) -> PurchaseRefund | None: ...

        async def find_many(self, **fields: Unpack[PurchaseRefundCriteria]) -> builtins.list[PurchaseRefund]: ...

        async def find_or_create(
            self,
            body: PurchaseRefundInput | Mapping[str, object],
            *,
            lock: Lock | None = None,
            **fields: Unpack[PurchaseRefundCriteria],
        ) -> Found[PurchaseRefund]: ...
