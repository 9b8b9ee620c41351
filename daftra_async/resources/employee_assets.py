# Generated from openapi/ by `make generate`; do not edit.
"""Company assets held by employees or kept in storage."""

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
        DataLevel,
        EmployeeAsset,
        EmployeeAssetInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

    class EmployeeAssetCriteria(TypedDict, total=False):
        """What a EmployeeAsset can be found by; for annotations only."""

        asset_type_id: object
        assigned_date: object
        barcode: object
        branch: object
        can_add_document: object
        can_add_notes: object
        can_delete: object
        can_update: object
        can_view_documents: object
        code: object
        description: object
        employee_id: object
        expected_return_date: object
        filters: object
        has_chain_of_custody: object
        has_linked_asset: object
        has_notes: object
        id: object
        location_id: object
        name: object
        serial_number: object
        sort: object
        status: object
        storage_id: object
        technical_specifications: object
        used_by: object
        warranty_expiry_date: object

    class EmployeeAssetDraft(Draft, EmployeeAsset):
        """A EmployeeAsset that is being edited; for annotations only, `edit` makes it."""


LIST: Final[Operation[EmployeeAsset]] = Operation(
    id="employee_assets.list",
    title="Get All Assets",
    method="GET",
    path="/v2/api/entity/employee_asset/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=2),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="payload-list", model="EmployeeAsset"),
    pagination="payload",
    idempotent=True,
    entity="employee_asset",
)

GET: Final[Operation[EmployeeAsset]] = Operation(
    id="employee_assets.get",
    title="Get Single Asset",
    method="GET",
    path="/v2/api/entity/employee_asset/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="payload-single", model="EmployeeAsset"),
    idempotent=True,
    entity="employee_asset",
)

CREATE: Final[Operation[Created]] = Operation(
    id="employee_assets.create",
    title="Add New Asset",
    method="POST",
    path="/v2/api/entity/employee_asset",
    request=Request(kind="bare", model="EmployeeAssetInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="employee_asset",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="employee_assets.update",
    title="Edit Asset",
    method="PUT",
    path="/v2/api/entity/employee_asset/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="bare", model="EmployeeAssetInput"),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    entity="employee_asset",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class EmployeeAssetsResource(Resource):
    """Company assets held by employees or kept in storage."""

    def list(
        self,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 2,
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
    ) -> Pager[EmployeeAsset]:
        """List employee assets, page by page.

        The reply is wrapped in `payload`, `version` and `message`, and tells only whether more pages follow.

        `GET /v2/api/entity/employee_asset/list/{level}`, the vendor's page 'Get All Assets'.

        Args:
            level: How much related data the answer carries; documented at level 2 for this list.
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
            A pager: await it for the first page, iterate it for every EmployeeAsset.

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
    ) -> EmployeeAsset:
        """Get an employee asset by id.

        The reply is wrapped in `payload`, `version` and `message`.

        `GET /v2/api/entity/employee_asset/{id}/{level}`, the vendor's page 'Get Single Asset'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The EmployeeAsset.

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
        body: EmployeeAssetInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create an employee asset from the body you send.

        `employee_id` is required when `used_by` is `employee`, `storage_id` when it is `storage`.

        `POST /v2/api/entity/employee_asset`, the vendor's page 'Add New Asset'.

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
        body: EmployeeAssetInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace an employee asset with the body you send.

        `employee_id` is required when `used_by` is `employee`, `storage_id` when it is `storage`.

        `PUT /v2/api/entity/employee_asset/{id}`, the vendor's page 'Edit Asset'.

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
    ) -> Fetched[EmployeeAsset]:
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
        items: Iterable[EmployeeAssetInput | Mapping[str, object]],
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
        items: Mapping[int, EmployeeAssetInput | Mapping[str, object]]
        | Mapping[str, EmployeeAssetInput | Mapping[str, object]]
        | Iterable[tuple[int | str, EmployeeAssetInput | Mapping[str, object]]],
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
    ) -> EditSession[EmployeeAssetDraft]:
        """Edit a record without losing the rest of it: `async with ...edit(id) as draft: draft.field = value`.

        Entering reads the record. Leaving sends everything that can be written, what was not changed exactly as it was read; if
        nothing was changed, or the block raised, nothing is sent. Before it is sent the record is read once more.

        Args:
            id: Id of the record, as a number or as text.
            carry: Wire keys that are not described and are to be sent back too; `draft.unsent` tells which there are.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.

        Returns:
            The edit; entering it gives the draft, a EmployeeAsset with `diff()`.

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
        body: EmployeeAssetInput | Mapping[str, object],
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
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 2,
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[EmployeeAssetCriteria],
    ) -> EmployeeAsset | None:
        """Find the one record whose fields have these values, such as `find_one(id=7)`.

        The values are sent as filters, and every row is compared all the same: the server ignores filters that it does not know.

        Args:
            level: How much related data the answer carries; documented at level 2 for this list.
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of EmployeeAsset; arguments of `list` may stand beside them.

        Returns:
            The EmployeeAsset as the list shows it, None when there is none.

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
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 2,
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[EmployeeAssetCriteria],
    ) -> builtins.list[EmployeeAsset]:
        """Find all records whose fields have these values; a list, tuple or set stands for any of its values.

        Compares every row, as `find_one` does.

        Args:
            level: How much related data the answer carries; documented at level 2 for this list.
            concurrency: Requests at a time.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of EmployeeAsset; arguments of `list` may stand beside them.

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
        body: EmployeeAssetInput | Mapping[str, object],
        *,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 2,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[EmployeeAssetCriteria],
    ) -> Found[EmployeeAsset]:
        """Find the one record whose fields have these values, or create it from the body.

        Not atomic on the server: two programs that do it at the same time may both create. Within one program, calls for the
        same values wait for each other.

        Args:
            level: How much related data the answer carries; documented at level 2 for this list.
            body: The record to create, or a mapping in wire names; fields that are looked for are put into it.
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of EmployeeAsset.

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
