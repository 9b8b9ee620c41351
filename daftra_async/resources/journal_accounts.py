# Generated from openapi/ by `make generate`; do not edit.
"""Ledger accounts of the chart of accounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        JournalAccount,
        JournalAccountInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

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
)

GET: Final[Operation[JournalAccount]] = Operation(
    id="journal_accounts.get",
    title="GET Single Journal Account",
    method="GET",
    path="/api2/journal_accounts/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="JournalAccount", key="JournalAccount"),
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


class JournalAccountsResource(Resource):
    """Ledger accounts of the chart of accounts."""

    def list(
        self,
        *,
        limit: int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[JournalAccount]:
        """List ledger accounts, page by page.

        `GET /api2/journal_accounts`, the vendor's page 'GET All Journal Accounts'.

        Args:
            limit: Records per page, from 1 to 1000.
            page: Page to start at, from 1.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every JournalAccount.

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
        body: JournalAccountInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a ledger account from the body you send.

        `POST /api2/journal_accounts`, the vendor's page 'Add New Journal Account'.

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
    ) -> JournalAccount:
        """Get a ledger account by id.

        `GET /api2/journal_accounts/{id}`, the vendor's page 'GET Single Journal Account'.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The JournalAccount.

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
        body: JournalAccountInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace a ledger account with the body you send.

        `PUT /api2/journal_accounts/{id}`, the vendor's page 'Edit Journal Accounts'.

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
        """Delete a ledger account by id.

        `DELETE /api2/journal_accounts/{id}`, the vendor's page 'Delete Journal Accounts'.

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
