# Generated from openapi/ by `make generate`; do not edit.
"""Cash boxes and bank accounts that money moves through."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Request, Response, Twin
from daftra_async.resource.mixins import CreatesMany, DeletesMany, Edits, FindsOrCreates, ReadsMany, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        Treasury,
        TreasuryInput,
        TreasuryType,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class TreasuryCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        active: Wanted[bool]
        balance: Wanted[Decimal | int | str]
        branch: int | None
        created: Wanted[date | datetime | str]
        description: Wanted[str]
        id: Wanted[int | str]
        is_primary: Wanted[bool]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        staff_id: Wanted[int | str]
        type: Wanted[TreasuryType | int]
        type_account_number: Wanted[str]
        type_name: Wanted[str]

    class TreasuryDraft(Draft, Treasury):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Treasury]] = Operation(
    id="treasuries.list",
    title="GET All Treasuries",
    method="GET",
    path="/api2/treasuries{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Treasury", key="Treasury"),
    pagination="v1",
    idempotent=True,
    entity="treasury",
    twin=Twin(entity="treasury"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="treasuries.create",
    title="Add New Treasury",
    method="POST",
    path="/api2/treasuries{format}",
    request=Request(kind="wrapped", model="TreasuryInput", key="Treasury"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="treasury",
)

GET: Final[Operation[Treasury]] = Operation(
    id="treasuries.get",
    title="GET Single Treasury",
    method="GET",
    path="/api2/treasuries/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Treasury", key="Treasury", identity="id"),
    idempotent=True,
    entity="treasury",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="treasuries.update",
    title="Edit Treasuries",
    method="PUT",
    path="/api2/treasuries/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="TreasuryInput", key="Treasury"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    entity="treasury",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="treasuries.delete",
    title="Delete Treasuries",
    method="DELETE",
    path="/api2/treasuries/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="treasury",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class TreasuriesResource(
    ReadsMany["Treasury"],
    CreatesMany["TreasuryInput", "Created"],
    Replaces["TreasuryInput", "Ack"],
    DeletesMany,
    Edits["TreasuryDraft"],
    FindsOrCreates["Treasury"],
):
    """Cash boxes and bank accounts that money moves through."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[Treasury]:
        """List treasuries, page by page.

        `GET /api2/treasuries`, the vendor's page 'GET All Treasuries'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: TreasuryInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Created:
        """Create a treasury.

        It takes no `reference=`, since no field is free for one.

        `POST /api2/treasuries`, the vendor's page 'Add New Treasury'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Treasury:
        """Get a treasury by id.

        `GET /api2/treasuries/{id}`, the vendor's page 'GET Single Treasury'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: TreasuryInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace a treasury.

        What the body leaves out is lost on the server. `edit()` keeps the rest.

        `PUT /api2/treasuries/{id}`, the vendor's page 'Edit Treasuries'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a treasury by id.

        `DELETE /api2/treasuries/{id}`, the vendor's page 'Delete Treasuries'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[TreasuryCriteria]) -> Treasury | None: ...

        async def find_many(self, **fields: Unpack[TreasuryCriteria]) -> builtins.list[Treasury]: ...

        async def find_or_create(
            self, body: TreasuryInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[TreasuryCriteria]
        ) -> Found[Treasury]: ...
