# Generated from openapi/ by `make generate`; do not edit.
"""Single movements of product quantity into or out of warehouses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        StockTransaction,
        StockTransactionInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

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
)

GET: Final[Operation[StockTransaction]] = Operation(
    id="stock_transactions.get",
    title="GET Single Stock Transaction",
    method="GET",
    path="/api2/stock_transactions/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="StockTransaction", key="StockTransaction"),
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


class StockTransactionsResource(Resource):
    """Single movements of product quantity into or out of warehouses."""

    def list(
        self,
        *,
        limit: int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[StockTransaction]:
        """List stock transactions, oldest first.

        `GET /api2/stock_transactions`, the vendor's page 'GET All Stock Transactions'.

        Args:
            limit: Records per page, from 1 to 1000.
            page: Page to start at, from 1.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every StockTransaction.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return self._list(
            LIST,
            {},
            {
                "limit": limit,
                "page": page,
                "branch": branch,
            },
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create(
        self,
        body: StockTransactionInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a stock transaction from the body you send.

        `POST /api2/stock_transactions`, the vendor's page 'Add New Stock Transaction'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The id of the new record.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            OutcomeUnknown: The answer was lost, so the server may have done it or not; it was not sent again.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            CREATE,
            {},
            {},
            body,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def get(
        self,
        id: int | str,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> StockTransaction:
        """Get a stock transaction by id.

        `GET /api2/stock_transactions/{id}`, the vendor's page 'GET Single Stock Transaction'.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The StockTransaction.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            GET,
            {
                "id": id,
            },
            {},
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def update(
        self,
        id: int | str,
        body: StockTransactionInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace a stock transaction with the body you send.

        `PUT /api2/stock_transactions/{id}`, the vendor's page 'Edit Stock Transactions'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The acknowledgement of the server.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            UPDATE,
            {
                "id": id,
            },
            {},
            body,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def delete(
        self,
        id: int | str,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Delete a stock transaction by id.

        `DELETE /api2/stock_transactions/{id}`, the vendor's page 'Delete Stock Transactions'.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The acknowledgement of the server.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            DELETE,
            {
                "id": id,
            },
            {},
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
