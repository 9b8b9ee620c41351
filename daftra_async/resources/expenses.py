# Generated from openapi/ by `make generate`; do not edit.
"""Money spent, with category, treasury and attachments."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Reference, Request, Response, Twin
from daftra_async.resource.mixins import CreatesManyReferenced, DeletesMany, Edits, FindsOrCreates, ReadsMany, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        Expense,
        ExpenseInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class ExpenseCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        amount: Wanted[Decimal | int | str]
        branch: int | None
        category: Wanted[str]
        client_id: Wanted[int | str]
        currency_code: Wanted[str]
        date: Wanted[date | str]
        file: Wanted[str]
        id: Wanted[int | str]
        is_income: Wanted[bool]
        note: Wanted[str]
        tax1_amount: Wanted[Decimal | int | str]
        tax1_id: Wanted[int | str]
        tax1_included: Wanted[bool]
        tax1_name: Wanted[str]
        tax1_value: Wanted[Decimal | int | str]
        tax2_amount: Wanted[Decimal | int | str]
        tax2_id: Wanted[int | str]
        tax2_included: Wanted[bool]
        tax2_name: Wanted[str]
        tax2_value: Wanted[Decimal | int | str]
        treasury_id: Wanted[int | str]
        vendor: Wanted[str]

    class ExpenseDraft(Draft, Expense):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Expense]] = Operation(
    id="expenses.list",
    title="GET All Expenses",
    method="GET",
    path="/api2/expenses{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Expense", key="Expense"),
    pagination="v1",
    idempotent=True,
    entity="expense",
    twin=Twin(entity="expense"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="expenses.create",
    title="Add New Expens",
    method="POST",
    path="/api2/expenses{format}",
    request=Request(kind="wrapped", model="ExpenseInput", key="Expense"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="expense",
    reference=Reference(field="note", lookup="expenses.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))),
)

GET: Final[Operation[Expense]] = Operation(
    id="expenses.get",
    title="GET Single Expens",
    method="GET",
    path="/api2/expenses/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Expense", key="Expense", identity="id"),
    idempotent=True,
    entity="expense",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="expenses.update",
    title="Edit Expenses",
    method="PUT",
    path="/api2/expenses/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="ExpenseInput", key="Expense"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("date",),
    entity="expense",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="expenses.delete",
    title="Delete Expenses",
    method="DELETE",
    path="/api2/expenses/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="expense",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class ExpensesResource(
    ReadsMany["Expense"],
    CreatesManyReferenced["ExpenseInput", "Created"],
    Replaces["ExpenseInput", "Ack"],
    DeletesMany,
    Edits["ExpenseDraft"],
    FindsOrCreates["Expense"],
):
    """Money spent, with category, treasury and attachments."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[Expense]:
        """List expenses, page by page.

        `GET /api2/expenses`, the vendor's page 'GET All Expenses'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: ExpenseInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create an expense.

        `reference=` is written to `note`.

        `POST /api2/expenses`, the vendor's page 'Add New Expens'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Expense:
        """Get an expense by id.

        `GET /api2/expenses/{id}`, the vendor's page 'GET Single Expens'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: ExpenseInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace an expense.

        What the body leaves out is lost on the server. A body without `date` is refused, unless `replace=True` says that it
        is meant. `edit()` keeps the rest.

        `PUT /api2/expenses/{id}`, the vendor's page 'Edit Expenses'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete an expense by id.

        `DELETE /api2/expenses/{id}`, the vendor's page 'Delete Expenses'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[ExpenseCriteria]) -> Expense | None: ...

        async def find_many(self, **fields: Unpack[ExpenseCriteria]) -> builtins.list[Expense]: ...

        async def find_or_create(
            self, body: ExpenseInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[ExpenseCriteria]
        ) -> Found[Expense]: ...
