# Generated from openapi/ by `make generate`; do not edit.
"""Cash boxes and bank accounts that money moves through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    import builtins

    from daftra_async.bulk import BulkProgress, BulkResult, Fetched, OnError
    from daftra_async.edit import Draft, EditSession
    from daftra_async.find import Found
    from daftra_async.models import (
        Treasury,
        TreasuryInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

    class TreasuryCriteria(TypedDict, total=False):
        """What a Treasury can be found by; for annotations only."""

        active: object
        balance: object
        branch: object
        created: object
        description: object
        id: object
        is_primary: object
        modified: object
        name: object
        staff_id: object
        type: object
        type_account_number: object
        type_name: object

    class TreasuryDraft(Draft, Treasury):
        """A Treasury that is being edited; for annotations only, `edit` makes it."""


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
    response=Response(kind="v1-single", model="Treasury", key="Treasury"),
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


class TreasuriesResource(Resource):
    """Cash boxes and bank accounts that money moves through."""

    def list(
        self,
        *,
        limit: int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        resume: str | UnsetType | None = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[Treasury]:
        """List treasuries, page by page.

        `GET /api2/treasuries`, the vendor's page 'GET All Treasuries'.

        Args:
            limit: Records per page, from 1 to 1000.
            page: Page to start at, from 1.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            resume: Token of an earlier walk of the same list (`Page.token`, `Pager.token`): go on after its page.
            timeout: Seconds for each page with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every Treasury.

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
            resume=resume,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create(
        self,
        body: TreasuryInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a treasury from the body you send.

        `POST /api2/treasuries`, the vendor's page 'Add New Treasury'.

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
    ) -> Treasury:
        """Get a treasury by id.

        `GET /api2/treasuries/{id}`, the vendor's page 'GET Single Treasury'.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The Treasury.

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
        body: TreasuryInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace a treasury with the body you send.

        `PUT /api2/treasuries/{id}`, the vendor's page 'Edit Treasuries'.

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
        """Delete a treasury by id.

        `DELETE /api2/treasuries/{id}`, the vendor's page 'Delete Treasuries'.

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

    async def get_many(
        self,
        ids: Iterable[int | str],
        *,
        concurrency: int = 8,
        on_error: OnError = "raise",
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Fetched[Treasury]:
        """Get many records by id, several at a time, in the order of the ids.

        Args:
            ids: Ids; one that comes twice is fetched once.
            concurrency: Requests at a time; the client's own limit applies too.
            on_error: `"raise"` ends it with the first error, `"collect"` keeps the errors in `errors` of the result.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A list of the records, with `errors`, `missing` and `by_id`.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached.
            DaftraError: A record could not be had, with `on_error="raise"`.
        """
        return await self._get_many(
            GET,
            ids,
            {},
            concurrency=concurrency,
            on_error=on_error,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create_many(
        self,
        items: Iterable[TreasuryInput | Mapping[str, object]],
        *,
        concurrency: int = 8,
        on_progress: Callable[[BulkProgress], None] | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> BulkResult[Created]:
        """Create many records, and tell of each what became of it.

        All items are checked before anything is sent. A create whose answer was lost is never sent again by itself.

        Args:
            items: The records to write, or mappings in wire names with the relations beside the fields.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            on_progress: Called after each step with the numbers so far.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            Successful, failed, unknown and skipped entries, each with its input.

        Raises:
            ArgumentError: An item or an argument is wrong; nothing was sent.
        """
        return await self._create_many(
            CREATE,
            items,
            {},
            concurrency=concurrency,
            on_progress=on_progress,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def update_many(
        self,
        items: Mapping[int, TreasuryInput | Mapping[str, object]]
        | Mapping[str, TreasuryInput | Mapping[str, object]]
        | Iterable[tuple[int | str, TreasuryInput | Mapping[str, object]]],
        *,
        concurrency: int = 8,
        on_progress: Callable[[BulkProgress], None] | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> BulkResult[Ack]:
        """Replace many records, and tell of each what became of it: what a body leaves out is lost, see `replace`.

        Args:
            items: The new records by id.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            on_progress: Called after each step with the numbers so far.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            Successful, failed, unknown and skipped entries, each with its id and input.

        Raises:
            ArgumentError: An item or an argument is wrong; nothing was sent.
        """
        return await self._update_many(
            UPDATE,
            items,
            {},
            concurrency=concurrency,
            on_progress=on_progress,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def delete_many(
        self,
        ids: Iterable[int | str],
        *,
        concurrency: int = 8,
        on_progress: Callable[[BulkProgress], None] | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> BulkResult[Ack]:
        """Delete many records, and tell of each what became of it.

        Args:
            ids: Ids of the records.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            on_progress: Called after each step with the numbers so far.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            Successful, failed, unknown and skipped entries, each with its id.

        Raises:
            ArgumentError: An argument is wrong; nothing was sent.
        """
        return await self._delete_many(
            DELETE,
            ids,
            {},
            concurrency=concurrency,
            on_progress=on_progress,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    def edit(
        self,
        id: int | str,
        *,
        carry: Iterable[str] = (),
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
    ) -> EditSession[TreasuryDraft]:
        """Edit a record without losing the rest of it: `async with ...edit(id) as draft: draft.field = value`.

        Entering reads the record. Leaving sends everything that can be written, what was not changed exactly as it was read; if
        nothing was changed, or the block raised, nothing is sent. Before it is sent the record is read once more.

        Args:
            id: Id of the record, as a number or as text.
            carry: Wire keys that are not described and are to be sent back too; `draft.unsent` tells which there are.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.

        Returns:
            The edit; entering it gives the draft, a Treasury with `diff()`.

        Raises:
            ConflictError: On leaving: the record was changed by someone else; nothing was written.
            ArgumentError: On leaving: something was changed that cannot be written; nothing was written.
            OutcomeUnknown: On leaving: the answer to the write was lost.
            DaftraError: The record could not be read or written.
        """
        return self._edit(
            GET,
            UPDATE,
            {
                "id": id,
            },
            carry=carry,
            timeout=timeout,
            extra_headers=extra_headers,
        )

    async def replace(
        self,
        id: int | str,
        body: TreasuryInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Put a record in place of the stored one; `update` under a name that says what it does.

        What the body leaves out is lost: lines, dates (they fall back to 1970) and the number (a new one is issued). To change
        some fields and keep the rest, use `edit`.

        Args:
            id: Id of the record, as a number or as text.
            body: The whole record, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
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

    async def find_one(
        self,
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[TreasuryCriteria],
    ) -> Treasury | None:
        """Find the one record whose fields have these values, such as `find_one(id=7)`.

        The values are sent as filters, and every row is compared all the same: the server ignores filters that it does not know.

        Args:
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of Treasury; arguments of `list` may stand beside them.

        Returns:
            The Treasury as the list shows it, None when there is none.

        Raises:
            MultipleFoundError: Several records fit.
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return await self._find_one(
            LIST,
            {},
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )

    async def find_many(
        self,
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[TreasuryCriteria],
    ) -> builtins.list[Treasury]:
        """Find all records whose fields have these values; a list, tuple or set stands for any of its values.

        Compares every row, as `find_one` does.

        Args:
            concurrency: Requests at a time.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of Treasury; arguments of `list` may stand beside them.

        Returns:
            The records in the order of the list.

        Raises:
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return await self._find_many(
            LIST,
            {},
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )

    async def find_or_create(
        self,
        body: TreasuryInput | Mapping[str, object],
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[TreasuryCriteria],
    ) -> Found[Treasury]:
        """Find the one record whose fields have these values, or create it from the body.

        Not atomic on the server: two programs that do it at the same time may both create. Within one program, calls for the
        same values wait for each other.

        Args:
            body: The record to create, or a mapping in wire names; fields that are looked for are put into it.
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of Treasury.

        Returns:
            The id, whether it was created, and the record that was found.

        Raises:
            MultipleFoundError: Several records fit.
            TypeError: There is no such attribute.
            ArgumentError: A value is refused, none was given, or the body says something else.
            OutcomeUnknown: The answer to the create was lost.
            DaftraError: The list could not be read, or the server refused.
        """
        return await self._find_or_create(
            LIST,
            CREATE,
            {},
            {},
            body,
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )
