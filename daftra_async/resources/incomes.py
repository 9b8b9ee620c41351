# Generated from openapi/ by `make generate`; do not edit.
"""Money received that did not come from an invoice."""

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
        Income,
        IncomeInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class IncomeCriteria(FindOptions, total=False):
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
        vendor: Wanted[str]

    class IncomeDraft(Draft, Income):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Income]] = Operation(
    id="incomes.list",
    title="GET All Incomes",
    method="GET",
    path="/api2/incomes{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Income", key="Income"),
    pagination="v1",
    idempotent=True,
    entity="income",
    twin=Twin(entity="income", doubtful="The key is not among those documented."),
)

CREATE: Final[Operation[Created]] = Operation(
    id="incomes.create",
    title="Add New Income",
    method="POST",
    path="/api2/incomes{format}",
    request=Request(kind="wrapped", model="IncomeInput", key="Income"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="income",
    reference=Reference(field="note", lookup="incomes.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))),
)

GET: Final[Operation[Income]] = Operation(
    id="incomes.get",
    title="GET Single Income",
    method="GET",
    path="/api2/incomes/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Income", key="Income", identity="id"),
    idempotent=True,
    entity="income",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="incomes.update",
    title="Edit Incomes",
    method="PUT",
    path="/api2/incomes/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="IncomeInput", key="Income"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("date",),
    entity="income",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="incomes.delete",
    title="Delete Incomes",
    method="DELETE",
    path="/api2/incomes/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="income",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class IncomesResource(
    ReadsMany["Income"],
    CreatesManyReferenced["IncomeInput", "Created"],
    Replaces["IncomeInput", "Ack"],
    DeletesMany,
    Edits["IncomeDraft"],
    FindsOrCreates["Income"],
):
    """Money received that did not come from an invoice."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[Income]:
        """List incomes, page by page.

        `GET /api2/incomes`, the vendor's page 'GET All Incomes'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: IncomeInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create an income.

        `reference=` is written to `note`.

        `POST /api2/incomes`, the vendor's page 'Add New Income'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Income:
        """Get an income by id.

        `GET /api2/incomes/{id}`, the vendor's page 'GET Single Income'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: IncomeInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace an income.

        What the body leaves out is lost on the server. A body without `date` is refused, unless `replace=True` says that it
        is meant. `edit()` keeps the rest.

        `PUT /api2/incomes/{id}`, the vendor's page 'Edit Incomes'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete an income by id.

        `DELETE /api2/incomes/{id}`, the vendor's page 'Delete Incomes'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[IncomeCriteria]) -> Income | None: ...

        async def find_many(self, **fields: Unpack[IncomeCriteria]) -> builtins.list[Income]: ...

        async def find_or_create(
            self, body: IncomeInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[IncomeCriteria]
        ) -> Found[Income]: ...
