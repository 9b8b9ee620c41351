# Generated from openapi/ by `make generate`; do not edit.
"""Single movements of product quantity into or out of warehouses."""

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
        StockTransaction,
        StockTransactionInput,
        StockTransactionSourceType,
        StockTransactionStatus,
        StockTransactionType,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class StockTransactionCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        added_by: Wanted[int | str]
        balance_to_date: Wanted[Decimal | int | str]
        branch: int | None
        created: Wanted[date | datetime | str]
        currency_code: Wanted[str]
        date: Wanted[date | datetime | str]
        description: Wanted[str]
        discount: Wanted[Decimal | int | str]
        fetch_from_raw: Wanted[bool]
        id: Wanted[int | str]
        ignored: Wanted[bool]
        ignored_date: Wanted[date | datetime | str]
        journal_account_id: Wanted[int | str]
        modified: Wanted[date | datetime | str]
        notes: Wanted[str]
        order_id: Wanted[int | str]
        price: Wanted[Decimal | int | str]
        price_without_tax: Wanted[Decimal | int | str]
        product_id: Wanted[int | str]
        purchase_order_ids: Wanted[str]
        purchase_price: Wanted[Decimal | int | str]
        quantity: Wanted[Decimal | int | str]
        received_date: Wanted[date | datetime | str]
        ref_id: Wanted[int | str]
        source_type: Wanted[StockTransactionSourceType | int]
        status: Wanted[StockTransactionStatus | int]
        stock_transfer_id: Wanted[int | str]
        store_id: Wanted[int | str]
        transaction_category_id: Wanted[int | str]
        transaction_type: Wanted[StockTransactionType | int]

    class StockTransactionDraft(Draft, StockTransaction):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[StockTransaction]] = Operation(
    id="stock_transactions.list",
    title="GET All Stock Transactions",
    method="GET",
    path="/api2/stock_transactions{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="StockTransaction", key="StockTransaction"),
    pagination="v1",
    idempotent=True,
    entity="stock_transaction",
    twin=Twin(entity="stock_transaction", doubtful="The key is not among those documented."),
)

CREATE: Final[Operation[Created]] = Operation(
    id="stock_transactions.create",
    title="Add New Stock Transaction",
    method="POST",
    path="/api2/stock_transactions{format}",
    request=Request(kind="wrapped", model="StockTransactionInput", key="StockTransaction"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="stock_transaction",
    reference=Reference(
        field="notes", lookup="stock_transactions.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))
    ),
)

GET: Final[Operation[StockTransaction]] = Operation(
    id="stock_transactions.get",
    title="GET Single Stock Transaction",
    method="GET",
    path="/api2/stock_transactions/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="StockTransaction", key="StockTransaction", identity="id"),
    idempotent=True,
    entity="stock_transaction",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="stock_transactions.update",
    title="Edit Stock Transactions",
    method="PUT",
    path="/api2/stock_transactions/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="StockTransactionInput", key="StockTransaction"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("date",),
    entity="stock_transaction",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="stock_transactions.delete",
    title="Delete Stock Transactions",
    method="DELETE",
    path="/api2/stock_transactions/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="stock_transaction",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class StockTransactionsResource(
    ReadsMany["StockTransaction"],
    CreatesManyReferenced["StockTransactionInput", "Created"],
    Replaces["StockTransactionInput", "Ack"],
    DeletesMany,
    Edits["StockTransactionDraft"],
    FindsOrCreates["StockTransaction"],
):
    """Single movements of product quantity into or out of warehouses."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[StockTransaction]:
        """List stock transactions, oldest first.

        `GET /api2/stock_transactions`, the vendor's page 'GET All Stock Transactions'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: StockTransactionInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create a stock transaction.

        `reference=` is written to `notes`.

        `POST /api2/stock_transactions`, the vendor's page 'Add New Stock Transaction'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> StockTransaction:
        """Get a stock transaction by id.

        `GET /api2/stock_transactions/{id}`, the vendor's page 'GET Single Stock Transaction'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(
        self, id: int | str, body: StockTransactionInput | Mapping[str, object], **options: Unpack[UpdateOptions]
    ) -> Ack:
        """Replace a stock transaction.

        What the body leaves out is lost on the server. A body without `date` is refused, unless `replace=True` says that it
        is meant. `edit()` keeps the rest.

        `PUT /api2/stock_transactions/{id}`, the vendor's page 'Edit Stock Transactions'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a stock transaction by id.

        `DELETE /api2/stock_transactions/{id}`, the vendor's page 'Delete Stock Transactions'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[StockTransactionCriteria]) -> StockTransaction | None: ...

        async def find_many(self, **fields: Unpack[StockTransactionCriteria]) -> builtins.list[StockTransaction]: ...

        async def find_or_create(
            self,
            body: StockTransactionInput | Mapping[str, object],
            *,
            lock: Lock | None = None,
            **fields: Unpack[StockTransactionCriteria],
        ) -> Found[StockTransaction]: ...
