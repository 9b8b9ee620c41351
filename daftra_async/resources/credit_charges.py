# Generated from openapi/ by `make generate`; do not edit.
"""Points or credits given to a client, with expiry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, TypedDict, Unpack

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    import builtins

    from daftra_async.bulk import BulkProgress, BulkResult, Fetched, OnError
    from daftra_async.edit import Draft, EditSession
    from daftra_async.filters import Filter
    from daftra_async.find import Found
    from daftra_async.models import (
        CreditCharge,
        CreditChargeInput,
        DataLevel,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

    class CreditChargeCriteria(TypedDict, total=False):
        """What a CreditCharge can be found by; for annotations only."""

        amount: object
        branch: object
        client_id: object
        created: object
        credit_type_id: object
        deleted_at: object
        description: object
        expiry_date: object
        filters: object
        id: object
        is_suspended: object
        modified: object
        renewal_id: object
        sort: object
        staff_id: object
        start_date: object
        status: object

    class CreditChargeDraft(Draft, CreditCharge):
        """A CreditCharge that is being edited; for annotations only, `edit` makes it."""


LIST: Final[Operation[CreditCharge]] = Operation(
    id="credit_charges.list",
    title="Get All Credit Charges",
    method="GET",
    path="/v2/api/entity/credit_charge/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="CreditCharge"),
    pagination="laravel",
    idempotent=True,
    entity="credit_charge",
)

GET: Final[Operation[CreditCharge]] = Operation(
    id="credit_charges.get",
    title="Get Single Credit Charge",
    method="GET",
    path="/v2/api/entity/credit_charge/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="CreditCharge"),
    idempotent=True,
    entity="credit_charge",
)

CREATE: Final[Operation[Created]] = Operation(
    id="credit_charges.create",
    title="Add New Credit Charge",
    method="POST",
    path="/v2/api/entity/credit_charge",
    request=Request(kind="bare", model="CreditChargeInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="credit_charge",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="credit_charges.update",
    title="Edit Credit Charge",
    method="POST",
    path="/v2/api/entity/credit_charge",
    request=Request(kind="bare", model="CreditChargeInput", identity=Param(name="id", wire="id", type="id", required=True)),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    entity="credit_charge",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class CreditChargesResource(Resource):
    """Points or credits given to a client, with expiry."""

    def list(
        self,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        filters: Filter | Mapping[str, object] | UnsetType = UNSET,
        sort: str | Sequence[str] | Mapping[str, str] | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        resume: str | UnsetType | None = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[CreditCharge]:
        """List credit charges, page by page.

        `GET /v2/api/entity/credit_charge/list/{level}`, the vendor's page 'Get All Credit Charges'.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            page: Page to start at, from 1.
            per_page: Records per page.
            filters: Conditions: filter[field]=v, filter[field][op]=v with op in eq, not_equal, gt, gte, lt, lte, from, to, like,
                in, not_in, is_null; filter[or][field][op]=v for alternatives.
            sort: Order, sort[field]=asc|desc.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            resume: Token of an earlier walk of the same list (`Page.token`, `Pager.token`): go on after its page.
            timeout: Seconds for each page with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every CreditCharge.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return self._list(
            LIST,
            {
                "level": level,
            },
            {
                "page": page,
                "per_page": per_page,
                "filters": filters,
                "sort": sort,
                "branch": branch,
            },
            resume=resume,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def get(
        self,
        id: int | str,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> CreditCharge:
        """Get a credit charge by id.

        `GET /v2/api/entity/credit_charge/{id}/{level}`, the vendor's page 'Get Single Credit Charge'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The CreditCharge.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            GET,
            {
                "id": id,
                "level": level,
            },
            {},
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create(
        self,
        body: CreditChargeInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a credit charge from the body you send.

        `POST /v2/api/entity/credit_charge`, the vendor's page 'Add New Credit Charge'.

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

    async def update(
        self,
        id: int | str,
        body: CreditChargeInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Edit a credit charge by id.

        Sent as POST to the collection with the `id` in the body; without the `id` it would be a create.

        `POST /v2/api/entity/credit_charge`, the vendor's page 'Edit Credit Charge'.

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

    async def get_many(
        self,
        ids: Iterable[int | str],
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        concurrency: int = 8,
        on_error: OnError = "raise",
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Fetched[CreditCharge]:
        """Get many records by id, several at a time, in the order of the ids.

        Args:
            ids: Ids; one that comes twice is fetched once.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
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
            {
                "level": level,
            },
            concurrency=concurrency,
            on_error=on_error,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create_many(
        self,
        items: Iterable[CreditChargeInput | Mapping[str, object]],
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
        items: Mapping[int, CreditChargeInput | Mapping[str, object]]
        | Mapping[str, CreditChargeInput | Mapping[str, object]]
        | Iterable[tuple[int | str, CreditChargeInput | Mapping[str, object]]],
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

    def edit(
        self,
        id: int | str,
        *,
        carry: Iterable[str] = (),
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
    ) -> EditSession[CreditChargeDraft]:
        """Edit a record without losing the rest of it: `async with ...edit(id) as draft: draft.field = value`.

        Entering reads the record. Leaving sends everything that can be written, what was not changed exactly as it was read; if
        nothing was changed, or the block raised, nothing is sent. Before it is sent the record is read once more.

        Args:
            id: Id of the record, as a number or as text.
            carry: Wire keys that are not described and are to be sent back too; `draft.unsent` tells which there are.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.

        Returns:
            The edit; entering it gives the draft, a CreditCharge with `diff()`.

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
        body: CreditChargeInput | Mapping[str, object],
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
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[CreditChargeCriteria],
    ) -> CreditCharge | None:
        """Find the one record whose fields have these values, such as `find_one(id=7)`.

        The values are sent as filters, and every row is compared all the same: the server ignores filters that it does not know.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of CreditCharge; arguments of `list` may stand beside them.

        Returns:
            The CreditCharge as the list shows it, None when there is none.

        Raises:
            MultipleFoundError: Several records fit.
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return await self._find_one(
            LIST,
            {
                "level": level,
            },
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )

    async def find_many(
        self,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[CreditChargeCriteria],
    ) -> builtins.list[CreditCharge]:
        """Find all records whose fields have these values; a list, tuple or set stands for any of its values.

        Compares every row, as `find_one` does.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            concurrency: Requests at a time.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of CreditCharge; arguments of `list` may stand beside them.

        Returns:
            The records in the order of the list.

        Raises:
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return await self._find_many(
            LIST,
            {
                "level": level,
            },
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )

    async def find_or_create(
        self,
        body: CreditChargeInput | Mapping[str, object],
        *,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[CreditChargeCriteria],
    ) -> Found[CreditCharge]:
        """Find the one record whose fields have these values, or create it from the body.

        Not atomic on the server: two programs that do it at the same time may both create. Within one program, calls for the
        same values wait for each other.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            body: The record to create, or a mapping in wire names; fields that are looked for are put into it.
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of CreditCharge.

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
            {
                "level": level,
            },
            {},
            body,
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )
