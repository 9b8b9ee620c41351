# Generated from openapi/ by `make generate`; do not edit.
"""Tax rates that document lines refer to by id."""

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
        Tax,
        TaxInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class TaxCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        created: Wanted[date | datetime | str]
        description: Wanted[str]
        id: Wanted[int | str]
        included: Wanted[bool]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        tax_id: Wanted[int | str]
        value: Wanted[Decimal | int | str]

    class TaxDraft(Draft, Tax):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Tax]] = Operation(
    id="taxes.list",
    title="GET All Taxes",
    method="GET",
    path="/api2/taxes{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Tax", key="Tax"),
    pagination="v1",
    idempotent=True,
    entity="tax",
    twin=Twin(entity="tax"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="taxes.create",
    title="Add New Taxe",
    method="POST",
    path="/api2/taxes{format}",
    request=Request(kind="wrapped", model="TaxInput", key="Tax"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="tax",
)

GET: Final[Operation[Tax]] = Operation(
    id="taxes.get",
    title="GET Single Taxe",
    method="GET",
    path="/api2/taxes/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Tax", key="Tax", identity="id"),
    idempotent=True,
    entity="tax",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="taxes.update",
    title="Edit Taxes",
    method="PUT",
    path="/api2/taxes/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="TaxInput", key="Tax"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    entity="tax",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="taxes.delete",
    title="Delete Taxes",
    method="DELETE",
    path="/api2/taxes/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="tax",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class TaxesResource(
    ReadsMany["Tax"],
    CreatesMany["TaxInput", "Created"],
    Replaces["TaxInput", "Ack"],
    DeletesMany,
    Edits["TaxDraft"],
    FindsOrCreates["Tax"],
):
    """Tax rates that document lines refer to by id."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[Tax]:
        """List taxes, page by page.

        `GET /api2/taxes`, the vendor's page 'GET All Taxes'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: TaxInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Created:
        """Create a tax.

        It takes no `reference=`, since no field is free for one.

        `POST /api2/taxes`, the vendor's page 'Add New Taxe'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Tax:
        """Get a tax by id.

        `GET /api2/taxes/{id}`, the vendor's page 'GET Single Taxe'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: TaxInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace a tax.

        What the body leaves out is lost on the server. `edit()` keeps the rest.

        `PUT /api2/taxes/{id}`, the vendor's page 'Edit Taxes'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a tax by id.

        `DELETE /api2/taxes/{id}`, the vendor's page 'Delete Taxes'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[TaxCriteria]) -> Tax | None: ...

        async def find_many(self, **fields: Unpack[TaxCriteria]) -> builtins.list[Tax]: ...

        async def find_or_create(
            self, body: TaxInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[TaxCriteria]
        ) -> Found[Tax]: ...
