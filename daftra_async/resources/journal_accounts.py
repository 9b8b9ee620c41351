# Generated from openapi/ by `make generate`; do not edit.
"""Ledger accounts of the chart of accounts."""

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
        JournalAccount,
        JournalAccountEntityType,
        JournalAccountInput,
        JournalAccountType,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class JournalAccountCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        code: Wanted[str]
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

    class JournalAccountDraft(Draft, JournalAccount):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[JournalAccount]] = Operation(
    id="journal_accounts.list",
    title="GET All Journal Accounts",
    method="GET",
    path="/api2/journal_accounts{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="JournalAccount", key="JournalAccount"),
    pagination="v1",
    idempotent=True,
    entity="journal_account",
    twin=Twin(entity="journal_account"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="journal_accounts.create",
    title="Add New Journal Account",
    method="POST",
    path="/api2/journal_accounts{format}",
    request=Request(kind="wrapped", model="JournalAccountInput", key="JournalAccount"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="journal_account",
    reference=Reference(
        field="code", lookup="journal_accounts.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))
    ),
)

GET: Final[Operation[JournalAccount]] = Operation(
    id="journal_accounts.get",
    title="GET Single Journal Account",
    method="GET",
    path="/api2/journal_accounts/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="JournalAccount", key="JournalAccount", identity="id"),
    idempotent=True,
    entity="journal_account",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="journal_accounts.update",
    title="Edit Journal Accounts",
    method="PUT",
    path="/api2/journal_accounts/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="JournalAccountInput", key="JournalAccount"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("code",),
    entity="journal_account",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="journal_accounts.delete",
    title="Delete Journal Accounts",
    method="DELETE",
    path="/api2/journal_accounts/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="journal_account",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class JournalAccountsResource(
    ReadsMany["JournalAccount"],
    CreatesManyReferenced["JournalAccountInput", "Created"],
    Replaces["JournalAccountInput", "Ack"],
    DeletesMany,
    Edits["JournalAccountDraft"],
    FindsOrCreates["JournalAccount"],
):
    """Ledger accounts of the chart of accounts."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[JournalAccount]:
        """List ledger accounts, page by page.

        `GET /api2/journal_accounts`, the vendor's page 'GET All Journal Accounts'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: JournalAccountInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create a ledger account.

        `reference=` is written to `code`.

        `POST /api2/journal_accounts`, the vendor's page 'Add New Journal Account'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> JournalAccount:
        """Get a ledger account by id.

        `GET /api2/journal_accounts/{id}`, the vendor's page 'GET Single Journal Account'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(
        self, id: int | str, body: JournalAccountInput | Mapping[str, object], **options: Unpack[UpdateOptions]
    ) -> Ack:
        """Replace a ledger account.

        What the body leaves out is lost on the server. A body without `code` is refused, unless `replace=True` says that it
        is meant. `edit()` keeps the rest.

        `PUT /api2/journal_accounts/{id}`, the vendor's page 'Edit Journal Accounts'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a ledger account by id.

        `DELETE /api2/journal_accounts/{id}`, the vendor's page 'Delete Journal Accounts'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[JournalAccountCriteria]) -> JournalAccount | None: ...

        async def find_many(self, **fields: Unpack[JournalAccountCriteria]) -> builtins.list[JournalAccount]: ...

        async def find_or_create(
            self,
            body: JournalAccountInput | Mapping[str, object],
            *,
            lock: Lock | None = None,
            **fields: Unpack[JournalAccountCriteria],
        ) -> Found[JournalAccount]: ...
