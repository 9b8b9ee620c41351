# Generated from openapi/ by `make generate`; do not edit.
"""Generic reader for any documented v2 entity by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.bulk import Fetched, OnError
    from daftra_async.filters import Filter
    from daftra_async.models import (
        DataLevel,
        Entity,
        EntityKey,
    )
    from daftra_async.pagination import Pager

LIST: Final[Operation[Entity]] = Operation(
    id="entities.list",
    title="Data Fetching — Filtered",
    method="GET",
    path="/v2/api/entity/{entity}/list/{level}",
    path_params=(
        Param(name="entity", wire="entity", type="string", enum="EntityKey", required=True, open=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="Entity"),
    pagination="laravel",
    idempotent=True,
    entity="entity",
    doubtful="The documented 200 schema is a placeholder; assumed the flat Laravel paginator.",
)

GET: Final[Operation[Entity]] = Operation(
    id="entities.get",
    title="(prose) Get Single Entity",
    method="GET",
    path="/v2/api/entity/{entity}/{id}/{level}",
    path_params=(
        Param(name="entity", wire="entity", type="string", enum="EntityKey", required=True, open=True),
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="Entity"),
    idempotent=True,
    entity="entity",
    doubtful="Described in prose only, without a schema; assumed the bare record.",
)

OPERATIONS: Final = (
    LIST,
    GET,
)


class EntitiesResource(Resource):
    """Generic reader for any documented v2 entity by key."""

    def list(
        self,
        entity: EntityKey | str,
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
    ) -> Pager[Entity]:
        """List records of any v2 entity.

        Takes one of 34 documented entity keys; a switched-off plugin answers HTTP 200 with an error inside.

        `GET /v2/api/entity/{entity}/list/{level}`, the vendor's page 'Data Fetching — Filtered'.

        Doubtful: The documented 200 schema is a placeholder; assumed the flat Laravel paginator.

        Args:
            entity: Key of the v2 entity, such as `invoice` or `client`.
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
            A pager: await it for the first page, iterate it for every Entity.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return self._list(
            LIST,
            {
                "entity": entity,
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
        entity: EntityKey | str,
        id: int | str,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Entity:
        """Get one record of any v2 entity.

        Takes the same entity keys as `entities.list`; a missing record answers 400, not 404.

        `GET /v2/api/entity/{entity}/{id}/{level}`, the vendor's page '(prose) Get Single Entity'.

        Doubtful: Described in prose only, without a schema; assumed the bare record.

        Args:
            entity: Key of the v2 entity, such as `invoice` or `client`.
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The Entity.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            GET,
            {
                "entity": entity,
                "id": id,
                "level": level,
            },
            {},
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def get_many(
        self,
        entity: EntityKey | str,
        ids: Iterable[int | str],
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        concurrency: int = 8,
        on_error: OnError = "raise",
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Fetched[Entity]:
        """Get many records by id, several at a time, in the order of the ids.

        Args:
            ids: Ids; one that comes twice is fetched once.
            entity: Key of the v2 entity, such as `invoice` or `client`.
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
                "entity": entity,
                "level": level,
            },
            concurrency=concurrency,
            on_error=on_error,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
