# Generated from openapi/ by `make generate`; do not edit.
"""Accounting entries with their debit and credit transactions."""

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
        Journal,
        JournalEntityType,
        JournalInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class JournalCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        alter_description: Wanted[str]
        branch: int | None
        created: Wanted[date | datetime | str]
        currency_code: Wanted[str]
        currency_credit: Wanted[Decimal | int | str]
        currency_debit: Wanted[Decimal | int | str]
        date: Wanted[date | datetime | str]
        description: Wanted[str]
        entity_id: Wanted[str]
        entity_type: Wanted[JournalEntityType | str]
        id: Wanted[int | str]
        is_automatic: Wanted[bool]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        number: Wanted[str]
        staff_id: Wanted[int | str]
        total_credit: Wanted[Decimal | int | str]
        total_debit: Wanted[Decimal | int | str]

    class JournalDraft(Draft, Journal):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Journal]] = Operation(
    id="journals.list",
    title="GET All Journals",
    method="GET",
    path="/api2/journals{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Journal", key="Journal"),
    pagination="v1",
    idempotent=True,
    entity="journal",
    twin=Twin(entity="journal"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="journals.create",
    title="Add New Journal",
    method="POST",
    path="/api2/journals{format}",
    request=Request(kind="wrapped", model="JournalInput", key="Journal", siblings=("JournalTransaction",)),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="journal",
    reference=Reference(field="number", lookup="journals.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))),
)

GET: Final[Operation[Journal]] = Operation(
    id="journals.get",
    title="GET Single Journal",
    method="GET",
    path="/api2/journals/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Journal", key="Journal", identity="id"),
    idempotent=True,
    entity="journal",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="journals.update",
    title="Edit Journals",
    method="PUT",
    path="/api2/journals/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="JournalInput", key="Journal", siblings=("JournalTransaction",)),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("number", "JournalTransaction"),
    entity="journal",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="journals.delete",
    title="Delete Journals",
    method="DELETE",
    path="/api2/journals/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="journal",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class JournalsResource(
    ReadsMany["Journal"],
    CreatesManyReferenced["JournalInput", "Created"],
    Replaces["JournalInput", "Ack"],
    DeletesMany,
    Edits["JournalDraft"],
    FindsOrCreates["Journal"],
):
    """Accounting entries with their debit and credit transactions."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[Journal]:
        """List journal entries, page by page.

        `GET /api2/journals`, the vendor's page 'GET All Journals'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: JournalInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create a journal entry.

        `reference=` is written to `number`.

        `POST /api2/journals`, the vendor's page 'Add New Journal'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Journal:
        """Get a journal entry by id.

        `GET /api2/journals/{id}`, the vendor's page 'GET Single Journal'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: JournalInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace a journal entry.

        The transactions you send take the place of the stored ones, so leave none out.

        What the body leaves out is lost on the server. A body without `number` or `JournalTransaction` is refused, unless
        `replace=True` says that it is meant. `edit()` keeps the rest.

        `PUT /api2/journals/{id}`, the vendor's page 'Edit Journals'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a journal entry by id.

        `DELETE /api2/journals/{id}`, the vendor's page 'Delete Journals'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[JournalCriteria]) -> Journal | None: ...

        async def find_many(self, **fields: Unpack[JournalCriteria]) -> builtins.list[Journal]: ...

        async def find_or_create(
            self, body: JournalInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[JournalCriteria]
        ) -> Found[Journal]: ...
