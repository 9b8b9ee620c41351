# Generated from openapi/ by `make generate`; do not edit.
"""Kinds of action an appointment or note can have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.bulk import BulkProgress, BulkResult, Fetched, OnError
    from daftra_async.models import (
        FollowUpAction,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack

LIST: Final[Operation[FollowUpAction]] = Operation(
    id="follow_up_actions.list",
    title="Get All Follow-Up Actions",
    method="GET",
    path="/api2/follow_up_actions/{type}{format}",
    path_params=(Param(name="type", wire="type", type="string", required=True),),
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="FollowUpAction", key="FollowUpAction"),
    pagination="v1",
    idempotent=True,
    entity="follow_up_action",
    doubtful="The vendor files it under v2, but path and reply look like v1; assumed the /api2 base.",
)

GET: Final[Operation[FollowUpAction]] = Operation(
    id="follow_up_actions.get",
    title="Get Single Follow-Up Action",
    method="GET",
    path="/api2/follow_up_actions/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="FollowUpAction", key="FollowUpAction"),
    idempotent=True,
    entity="follow_up_action",
    doubtful="The vendor files it under v2, but path and reply look like v1; assumed the /api2 base.",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="follow_up_actions.delete",
    title="Delete Follow-Up Action",
    method="DELETE",
    path="/api2/follow_up_actions/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="follow_up_action",
    doubtful="The vendor files it under v2, but path and reply look like v1; assumed the /api2 base.",
)

OPERATIONS: Final = (
    LIST,
    GET,
    DELETE,
)


class FollowUpActionsResource(Resource):
    """Kinds of action an appointment or note can have."""

    def list(
        self,
        type: str,
        *,
        limit: int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        resume: str | UnsetType | None = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[FollowUpAction]:
        """List follow-up actions of one record type.

        Shares its URL shape with `follow_up_actions.get`: a word is read as record type, a number as id. No paging parameters
        are declared.

        `GET /api2/follow_up_actions/{type}`, the vendor's page 'Get All Follow-Up Actions'.

        Doubtful: The vendor files it under v2, but path and reply look like v1; assumed the /api2 base.

        Args:
            type: Type code to select, or the parent record type in a path.
            limit: Records per page, from 1 to 1000.
            page: Page to start at, from 1.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            resume: Token of an earlier walk of the same list (`Page.token`, `Pager.token`): go on after its page.
            timeout: Seconds for each page with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every FollowUpAction.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return self._list(
            LIST,
            {
                "type": type,
            },
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

    async def get(
        self,
        id: int | str,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> FollowUpAction:
        """Get a follow-up action by id.

        Shares its URL shape with `follow_up_actions.list`, where the segment is a record type instead of an id.

        `GET /api2/follow_up_actions/{id}`, the vendor's page 'Get Single Follow-Up Action'.

        Doubtful: The vendor files it under v2, but path and reply look like v1; assumed the /api2 base.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The FollowUpAction.

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

    async def delete(
        self,
        id: int | str,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Delete a follow-up action by id.

        `DELETE /api2/follow_up_actions/{id}`, the vendor's page 'Delete Follow-Up Action'.

        Doubtful: The vendor files it under v2, but path and reply look like v1; assumed the /api2 base.

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
    ) -> Fetched[FollowUpAction]:
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
