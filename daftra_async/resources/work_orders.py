# Generated from openapi/ by `make generate`; do not edit.
"""Jobs that tie together a client, costs and documents."""

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
        WorkOrder,
        WorkOrderInput,
        WorkOrderStatus,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class WorkOrderCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        budget: Wanted[Decimal | int | str]
        budget_currency: Wanted[str]
        client_id: Wanted[int | str]
        created: Wanted[date | datetime | str]
        delivery_appointment_id: Wanted[int | str]
        delivery_date: Wanted[date | str]
        description: Wanted[str]
        follow_up_status_id: Wanted[int | str]
        id: Wanted[int | str]
        modified: Wanted[date | datetime | str]
        number: Wanted[str]
        staff_id: Wanted[int | str]
        start_date: Wanted[date | str]
        status: Wanted[WorkOrderStatus | int]
        title: Wanted[str]

    class WorkOrderDraft(Draft, WorkOrder):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[WorkOrder]] = Operation(
    id="work_orders.list",
    title="GET All Work Orders",
    method="GET",
    path="/api2/work_orders{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="WorkOrder", key="WorkOrder"),
    pagination="v1",
    idempotent=True,
    entity="work_order",
    twin=Twin(entity="work_order"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="work_orders.create",
    title="Add New Work Order",
    method="POST",
    path="/api2/work_orders{format}",
    request=Request(kind="wrapped", model="WorkOrderInput", key="WorkOrder"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="work_order",
    reference=Reference(
        field="number", lookup="work_orders.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))
    ),
)

GET: Final[Operation[WorkOrder]] = Operation(
    id="work_orders.get",
    title="GET Single Work Order",
    method="GET",
    path="/api2/work_orders/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="WorkOrder", key="WorkOrder", identity="id"),
    idempotent=True,
    entity="work_order",
    doubtful="The 200 body is undocumented; this package assumes the v1 single envelope with the key `WorkOrder`, as in the list.",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="work_orders.update",
    title="Edit Work Orders",
    method="PUT",
    path="/api2/work_orders/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="WorkOrderInput", key="WorkOrder"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("number", "start_date", "delivery_date"),
    entity="work_order",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="work_orders.delete",
    title="Delete Work Orders",
    method="DELETE",
    path="/api2/work_orders/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="work_order",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class WorkOrdersResource(
    ReadsMany["WorkOrder"],
    CreatesManyReferenced["WorkOrderInput", "Created"],
    Replaces["WorkOrderInput", "Ack"],
    DeletesMany,
    Edits["WorkOrderDraft"],
    FindsOrCreates["WorkOrder"],
):
    """Jobs that tie together a client, costs and documents."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[WorkOrder]:
        """List work orders, page by page.

        `GET /api2/work_orders`, the vendor's page 'GET All Work Orders'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: WorkOrderInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create a work order.

        `reference=` is written to `number`.

        `POST /api2/work_orders`, the vendor's page 'Add New Work Order'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> WorkOrder:
        """Get a work order by id.

        Doubtful: The 200 body is undocumented; this package assumes the v1 single envelope with the key `WorkOrder`, as in
        the list.

        `GET /api2/work_orders/{id}`, the vendor's page 'GET Single Work Order'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: WorkOrderInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace a work order.

        What the body leaves out is lost on the server. A body without `number`, `start_date` or `delivery_date` is refused,
        unless `replace=True` says that it is meant. `edit()` keeps the rest.

        `PUT /api2/work_orders/{id}`, the vendor's page 'Edit Work Orders'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a work order by id.

        `DELETE /api2/work_orders/{id}`, the vendor's page 'Delete Work Orders'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[WorkOrderCriteria]) -> WorkOrder | None: ...

        async def find_many(self, **fields: Unpack[WorkOrderCriteria]) -> builtins.list[WorkOrder]: ...

        async def find_or_create(
            self, body: WorkOrderInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[WorkOrderCriteria]
        ) -> Found[WorkOrder]: ...
