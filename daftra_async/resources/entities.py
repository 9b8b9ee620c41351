# Generated from openapi/ by `make generate`; do not edit.
"""Records of any v2 entity, chosen by its key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar, Unpack, overload

from daftra_async.operation import Operation, Param, Response
from daftra_async.resource.mixins import Finds
from daftra_async.resource.typed import typed

if TYPE_CHECKING:
    import builtins

    from daftra_async.http.filters import Filter
    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        DataLevelValue,
        Entity,
        EntityKey,
    )
    from daftra_async.options import CallOptions, FindOptions, ListOptions, OnProgress
    from daftra_async.wire.record import Record
    from daftra_async.writes.bulk import Fetched, OnError

    class EntityCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        sort: str | Sequence[str] | Mapping[str, str] | None


R = TypeVar("R", bound="Record")

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
    doubtful="The documented 200 schema is a placeholder; this package assumes the flat Laravel paginator.",
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
    response=Response(kind="v2-single", model="Entity", identity="id"),
    idempotent=True,
    entity="entity",
    doubtful="Described in prose only, without a schema; this package assumes the bare record.",
)

OPERATIONS: Final = (
    LIST,
    GET,
)


class EntitiesResource(Finds["Entity"]):
    """Records of any v2 entity, chosen by its key."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    @overload
    def list(
        self,
        entity: EntityKey | str,
        level: DataLevelValue = 1,
        *,
        page: int | None = None,
        per_page: int | None = None,
        filters: Filter | Mapping[str, object] | None = None,
        sort: str | Sequence[str] | Mapping[str, str] | None = None,
        branch: int | None = None,
        model: None = None,
        **options: Unpack[ListOptions],
    ) -> Pager[Entity]: ...

    @overload
    def list(
        self,
        entity: EntityKey | str,
        level: DataLevelValue = 1,
        *,
        page: int | None = None,
        per_page: int | None = None,
        filters: Filter | Mapping[str, object] | None = None,
        sort: str | Sequence[str] | Mapping[str, str] | None = None,
        branch: int | None = None,
        model: type[R],
        **options: Unpack[ListOptions],
    ) -> Pager[R]: ...

    def list(
        self,
        entity: EntityKey | str,
        level: DataLevelValue = 1,
        *,
        page: int | None = None,
        per_page: int | None = None,
        filters: Filter | Mapping[str, object] | None = None,
        sort: str | Sequence[str] | Mapping[str, str] | None = None,
        branch: int | None = None,
        model: type[Record] | None = None,
        **options: Unpack[ListOptions],
    ) -> Pager[Any]:
        """List records of any v2 entity.

        34 entity keys are documented. The entity of a plugin that is switched off is refused.

        Doubtful: The documented 200 schema is a placeholder; this package assumes the flat Laravel paginator.

        `GET /v2/api/entity/{entity}/list/{level}`, the vendor's page 'Data Fetching — Filtered'.

        Args:
            entity: Key of the v2 entity, such as `invoice` or `client`.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            page: Page to start at, from 1.
            per_page: Records per page; `.limit(n)` ends the walk after n records.
            filters: Conditions built with `F`, such as `F("budget").gte(1000)`, or a mapping of fields to the values they equal.
            sort: Field to order by (`"-created"` for descending), several of them, or a mapping of fields to `asc` and `desc`.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
            model: Class of the records, such as `Invoice`; None for `Entity`. Rows come in the form of v2: relations that the
                class knows by another name stand in `extra`.
        """
        return self._list(
            typed(LIST, model),
            {"entity": entity, "level": level},
            {"page": page, "per_page": per_page, "filters": filters, "sort": sort, "branch": branch},
            options,
        )

    async def get(
        self, entity: EntityKey | str, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]
    ) -> Entity:
        """Get one record of any v2 entity.

        Takes the same entity keys as `entities.list`.

        Doubtful: Described in prose only, without a schema; this package assumes the bare record.

        `GET /v2/api/entity/{entity}/{id}/{level}`, the vendor's page 'Get Single Entity'.

        Args:
            entity: Key of the v2 entity, such as `invoice` or `client`.
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"entity": entity, "id": id, "level": level}, {}, options)

    async def get_many(
        self,
        entity: EntityKey | str,
        ids: Iterable[int | str],
        level: DataLevelValue = 1,
        *,
        concurrency: int = 8,
        on_error: OnError = "raise",
        on_progress: OnProgress | None = None,
        **options: Unpack[CallOptions],
    ) -> Fetched[Entity]:
        """Get many records by id; `ReadsMany.get_many` says more.

        Args:
            entity: Key of the v2 entity, such as `invoice` or `client`.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            ids: Ids of the records; an id that comes twice is fetched once.
            concurrency: Requests at a time; the client's own limit applies too.
            on_error: `"raise"` stops at the first error, `"collect"` keeps the errors in `errors` of the result.
            on_progress: Called after each record with how many came, and how many were asked for; see `OnProgress`.
        """
        return await self._get_many({"entity": entity, "level": level}, ids, concurrency, on_error, on_progress, options)

    if TYPE_CHECKING:

        async def find_one(
            self, entity: EntityKey | str, level: DataLevelValue = 1, **fields: Unpack[EntityCriteria]
        ) -> Entity | None: ...

        async def find_many(
            self, entity: EntityKey | str, level: DataLevelValue = 1, **fields: Unpack[EntityCriteria]
        ) -> builtins.list[Entity]: ...
