# Generated from openapi/ by `make generate`; do not edit.
"""Category nodes that group ledger accounts into a tree."""

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
        JournalAccountEntityType,
        JournalAccountType,
        JournalCat,
        JournalCatInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class JournalCatCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        code: Wanted[str]
        color: Wanted[str]
        created: Wanted[date | datetime | str]
        disabled: Wanted[bool]
        entity_id: Wanted[str]
        entity_type: Wanted[JournalAccountEntityType | str]
        id: Wanted[int | str]
        is_recalculated: Wanted[bool]
        journal_cat_id: Wanted[str]
        last_transaction_update: Wanted[date | datetime | str]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        parent_cat_ids: Wanted[str]
        staff_id: Wanted[int | str]
        total_credit: Wanted[Decimal | int | str]
        total_debit: Wanted[Decimal | int | str]
        type: Wanted[JournalAccountType | int]

    class JournalCatDraft(Draft, JournalCat):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[JournalCat]] = Operation(
    id="journal_cats.list",
    title="GET All Journal Cats",
    method="GET",
    path="/api2/journal_cats{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="JournalCat", key="JournalCat"),
    pagination="v1",
    idempotent=True,
    entity="journal_cat",
    twin=Twin(entity="journal_cat"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="journal_cats.create",
    title="Add New Journal Cat",
    method="POST",
    path="/api2/journal_cats{format}",
    request=Request(kind="wrapped", model="JournalCatInput", key="JournalCat"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="journal_cat",
    reference=Reference(field="code", lookup="journal_cats.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))),
)

GET: Final[Operation[JournalCat]] = Operation(
    id="journal_cats.get",
    title="GET Single Journal Cat",
    method="GET",
    path="/api2/journal_cats/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="JournalCat", key="JournalCat", identity="id"),
    idempotent=True,
    entity="journal_cat",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="journal_cats.update",
    title="Edit Journal Cats",
    method="PUT",
    path="/api2/journal_cats/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="JournalCatInput", key="JournalCat"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("code",),
    entity="journal_cat",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="journal_cats.delete",
    title="Delete Journal Cats",
    method="DELETE",
    path="/api2/journal_cats/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="journal_cat",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class JournalCatsResource(
    ReadsMany["JournalCat"],
    CreatesManyReferenced["JournalCatInput", "Created"],
    Replaces["JournalCatInput", "Ack"],
    DeletesMany,
    Edits["JournalCatDraft"],
    FindsOrCreates["JournalCat"],
):
    """Category nodes that group ledger accounts into a tree."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[JournalCat]:
        """List account categories, page by page.

        `GET /api2/journal_cats`, the vendor's page 'GET All Journal Cats'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: JournalCatInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create an account category.

        `reference=` is written to `code`.

        `POST /api2/journal_cats`, the vendor's page 'Add New Journal Cat'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> JournalCat:
        """Get an account category by id.

        `GET /api2/journal_cats/{id}`, the vendor's page 'GET Single Journal Cat'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: JournalCatInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace an account category.

        What the body leaves out is lost on the server. A body without `code` is refused, unless `replace=True` says that it
        is meant. `edit()` keeps the rest.

        `PUT /api2/journal_cats/{id}`, the vendor's page 'Edit Journal Cats'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete an account category by id.

        `DELETE /api2/journal_cats/{id}`, the vendor's page 'Delete Journal Cats'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[JournalCatCriteria]) -> JournalCat | None: ...

        async def find_many(self, **fields: Unpack[JournalCatCriteria]) -> builtins.list[JournalCat]: ...

        async def find_or_create(
            self, body: JournalCatInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[JournalCatCriteria]
        ) -> Found[JournalCat]: ...
