# Generated from openapi/ by `make generate`; do not edit.
"""Warehouses that hold the stock of the account."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Request, Response, Twin
from daftra_async.resource.mixins import CreatesMany, DeletesMany, Edits, FindsOrCreates, ReadsMany, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        Store,
        StoreInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class StoreCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        active: Wanted[bool]
        branch: int | None
        branch_id: Wanted[int | str]
        created: Wanted[date | datetime | str]
        id: Wanted[int | str]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        primary: Wanted[bool]
        shipping_address: Wanted[str]

    class StoreDraft(Draft, Store):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Store]] = Operation(
    id="stores.list",
    title="GET All Stores",
    method="GET",
    path="/api2/stores{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Store", key="Store"),
    pagination="v1",
    idempotent=True,
    entity="store",
    twin=Twin(entity="store"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="stores.create",
    title="Add New Store",
    method="POST",
    path="/api2/stores{format}",
    request=Request(kind="wrapped", model="StoreInput", key="Store"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="store",
)

GET: Final[Operation[Store]] = Operation(
    id="stores.get",
    title="GET Single Store",
    method="GET",
    path="/api2/stores/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Store", key="Store", identity="id"),
    idempotent=True,
    entity="store",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="stores.update",
    title="Edit Stores",
    method="PUT",
    path="/api2/stores/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="StoreInput", key="Store"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    entity="store",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="stores.delete",
    title="Delete Stores",
    method="DELETE",
    path="/api2/stores/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="store",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class StoresResource(
    ReadsMany["Store"],
    CreatesMany["StoreInput", "Created"],
    Replaces["StoreInput", "Ack"],
    DeletesMany,
    Edits["StoreDraft"],
    FindsOrCreates["Store"],
):
    """Warehouses that hold the stock of the account."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[Store]:
        """List warehouses, page by page.

        `GET /api2/stores`, the vendor's page 'GET All Stores'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: StoreInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Created:
        """Create a warehouse.

        It takes no `reference=`, since no field is free for one.

        `POST /api2/stores`, the vendor's page 'Add New Store'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Store:
        """Get a warehouse by id.

        `GET /api2/stores/{id}`, the vendor's page 'GET Single Store'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: StoreInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace a warehouse.

        What the body leaves out is lost on the server. `edit()` keeps the rest.

        `PUT /api2/stores/{id}`, the vendor's page 'Edit Stores'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a warehouse by id.

        `DELETE /api2/stores/{id}`, the vendor's page 'Delete Stores'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[StoreCriteria]) -> Store | None: ...

        async def find_many(self, **fields: Unpack[StoreCriteria]) -> builtins.list[Store]: ...

        async def find_or_create(
            self, body: StoreInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[StoreCriteria]
        ) -> Found[Store]: ...
