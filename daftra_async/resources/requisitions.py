# Generated from openapi/ by `make generate`; do not edit.
"""Inbound, outbound and transfer orders for warehouse stock."""

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
        Requisition,
        RequisitionInput,
        RequisitionOrderType,
        RequisitionStatus,
        RequisitionType,
    )
    from daftra_async.operation import Ack
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class RequisitionCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        branch_id: Wanted[int | str]
        created: Wanted[date | datetime | str]
        currency_code: Wanted[str]
        date: Wanted[date | str]
        id: Wanted[int | str]
        journal_account_id: Wanted[int | str]
        modified: Wanted[date | datetime | str]
        notes: Wanted[str]
        number: Wanted[str]
        order_id: Wanted[int | str]
        order_type: Wanted[RequisitionOrderType | int]
        staff_id: Wanted[int | str]
        status: Wanted[RequisitionStatus | int]
        store_id: Wanted[int | str]
        to_store_id: Wanted[str]
        type: Wanted[RequisitionType | int]

    class RequisitionDraft(Draft, Requisition):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Requisition]] = Operation(
    id="requisitions.list",
    title="GET All Requisitions",
    method="GET",
    path="/api2/requisitions",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Requisition", key="Requisition"),
    pagination="v1",
    idempotent=True,
    entity="requisition",
    doubtful="The 200 body and paging are undocumented; this package assumes the v1 list envelope and paging of its siblings.",
    twin=Twin(entity="requisition"),
)

CREATE: Final[Operation[Ack]] = Operation(
    id="requisitions.create",
    title="Add New Requisition",
    method="POST",
    path="/api2/requisitions",
    request=Request(kind="wrapped", model="RequisitionInput", key="Requisition", siblings=("RequisitionItem",)),
    response=Response(kind="v1-ack"),
    idempotent=False,
    entity="requisition",
    doubtful="The 200 body is undocumented; this package assumes the v1 acknowledgement with an id.",
    reference=Reference(
        field="number", lookup="requisitions.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))
    ),
)

GET: Final[Operation[Requisition]] = Operation(
    id="requisitions.get",
    title="GET single Requisition",
    method="GET",
    path="/api2/requisitions/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Requisition", key="Requisition", identity="id"),
    idempotent=True,
    entity="requisition",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="requisitions.update",
    title="Edit Requisitions",
    method="PUT",
    path="/api2/requisitions/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="RequisitionInput", key="Requisition", siblings=("RequisitionItem",)),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("number", "date", "RequisitionItem"),
    entity="requisition",
    doubtful="The request schema and 200 body are undocumented; this package assumes the fields of the example and the v1 acknowledgement.",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="requisitions.delete",
    title="Delete Requisitions",
    method="DELETE",
    path="/api2/requisitions/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="requisition",
    doubtful="The 200 body is undocumented; this package assumes the v1 acknowledgement.",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class RequisitionsResource(
    ReadsMany["Requisition"],
    CreatesManyReferenced["RequisitionInput", "Ack"],
    Replaces["RequisitionInput", "Ack"],
    DeletesMany,
    Edits["RequisitionDraft"],
    FindsOrCreates["Requisition"],
):
    """Inbound, outbound and transfer orders for warehouse stock."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[Requisition]:
        """List requisitions, page by page.

        The vendor documents no paging for this list.

        Doubtful: The 200 body and paging are undocumented; this package assumes the v1 list envelope and paging of its
        siblings.

        `GET /api2/requisitions`, the vendor's page 'GET All Requisitions'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: RequisitionInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Ack:
        """Create a requisition.

        `reference=` is written to `number`.

        Doubtful: The 200 body is undocumented; this package assumes the v1 acknowledgement with an id.

        `POST /api2/requisitions`, the vendor's page 'Add New Requisition'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Requisition:
        """Get a requisition by id.

        `GET /api2/requisitions/{id}`, the vendor's page 'GET single Requisition'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: RequisitionInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace a requisition.

        The lines you send take the place of the stored ones, so leave none out.

        What the body leaves out is lost on the server. A body without `number`, `date` or `RequisitionItem` is refused,
        unless `replace=True` says that it is meant. `edit()` keeps the rest.

        Doubtful: The request schema and 200 body are undocumented; this package assumes the fields of the example and the v1
        acknowledgement.

        `PUT /api2/requisitions/{id}`, the vendor's page 'Edit Requisitions'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a requisition by id.

        Doubtful: The 200 body is undocumented; this package assumes the v1 acknowledgement.

        `DELETE /api2/requisitions/{id}`, the vendor's page 'Delete Requisitions'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[RequisitionCriteria]) -> Requisition | None: ...

        async def find_many(self, **fields: Unpack[RequisitionCriteria]) -> builtins.list[Requisition]: ...

        async def find_or_create(
            self,
            body: RequisitionInput | Mapping[str, object],
            *,
            lock: Lock | None = None,
            **fields: Unpack[RequisitionCriteria],
        ) -> Found[Requisition]: ...
