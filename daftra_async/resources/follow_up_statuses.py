# Generated from openapi/ by `make generate`; do not edit.
"""Custom workflow statuses for clients, invoices and other records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource.mixins import CreatesMany, DeletesMany, FindsOrCreates, ReadsMany

if TYPE_CHECKING:
    import builtins

    from daftra_async.http.filters import Filter
    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        DataLevelValue,
        EntityKey,
        FollowUpItemType,
        FollowUpStatus,
        FollowUpStatusInput,
        FollowUpStatusState,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class FollowUpStatusCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        color: Wanted[str]
        display_order: Wanted[int | str]
        entity_key: Wanted[EntityKey | str]
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        item_type: Wanted[FollowUpItemType | int]
        name: Wanted[str]
        sort: str | Sequence[str] | Mapping[str, str] | None
        staff_id: Wanted[int | str]
        status: Wanted[FollowUpStatusState | int]


LIST: Final[Operation[FollowUpStatus]] = Operation(
    id="follow_up_statuses.list",
    title="Get All Follow-Up Statuses",
    method="GET",
    path="/v2/api/entity/follow_up_status/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="FollowUpStatus", key="FollowUpStatus"),
    pagination="laravel",
    idempotent=True,
    entity="follow_up_status",
    doubtful="The documented 200 body is the v1 envelope on a v2 route; this package assumes the flat Laravel paginator.",
)

GET: Final[Operation[FollowUpStatus]] = Operation(
    id="follow_up_statuses.get",
    title="Get Single Follow-Up Status",
    method="GET",
    path="/api2/follow_up_statuses/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="FollowUpStatus", key="FollowUpStatus", identity="id"),
    idempotent=True,
    entity="follow_up_status",
    doubtful="The vendor files it under v2, but path and reply look like v1; this package assumes the /api2 base.",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="follow_up_statuses.delete",
    title="Delete Follow-Up Status",
    method="DELETE",
    path="/api2/follow_up_statuses/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="follow_up_status",
    doubtful="The vendor files it under v2, but path and reply look like v1; this package assumes the /api2 base.",
)

CREATE: Final[Operation[Created]] = Operation(
    id="follow_up_statuses.create",
    title="Add New Follow-Up Status",
    method="POST",
    path="/v2/api/entity/follow_up_status",
    request=Request(kind="bare", model="FollowUpStatusInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="follow_up_status",
)

OPERATIONS: Final = (
    LIST,
    GET,
    DELETE,
    CREATE,
)


class FollowUpStatusesResource(
    ReadsMany["FollowUpStatus"], CreatesMany["FollowUpStatusInput", "Created"], DeletesMany, FindsOrCreates["FollowUpStatus"]
):
    """Custom workflow statuses for clients, invoices and other records."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self,
        level: DataLevelValue = 1,
        *,
        page: int | None = None,
        per_page: int | None = None,
        filters: Filter | Mapping[str, object] | None = None,
        sort: str | Sequence[str] | Mapping[str, str] | None = None,
        branch: int | None = None,
        **options: Unpack[ListOptions],
    ) -> Pager[FollowUpStatus]:
        """List follow-up statuses, page by page.

        Doubtful: The documented 200 body is the v1 envelope on a v2 route; this package assumes the flat Laravel paginator.

        `GET /v2/api/entity/follow_up_status/list/{level}`, the vendor's page 'Get All Follow-Up Statuses'.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            page: Page to start at, from 1.
            per_page: Records per page; `.limit(n)` ends the walk after n records.
            filters: Conditions built with `F`, such as `F("budget").gte(1000)`, or a mapping of fields to the values they equal.
            sort: Field to order by (`"-created"` for descending), several of them, or a mapping of fields to `asc` and `desc`.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(
            LIST,
            {"level": level},
            {"page": page, "per_page": per_page, "filters": filters, "sort": sort, "branch": branch},
            options,
        )

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> FollowUpStatus:
        """Get a follow-up status by id.

        Doubtful: The vendor files it under v2, but path and reply look like v1; this package assumes the /api2 base.

        `GET /api2/follow_up_statuses/{id}`, the vendor's page 'Get Single Follow-Up Status'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a follow-up status by id.

        Doubtful: The vendor files it under v2, but path and reply look like v1; this package assumes the /api2 base.

        `DELETE /api2/follow_up_statuses/{id}`, the vendor's page 'Delete Follow-Up Status'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    async def create(self, body: FollowUpStatusInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Created:
        """Create a follow-up status.

        It takes no `reference=`, since no field is free for one.

        `POST /v2/api/entity/follow_up_status`, the vendor's page 'Add New Follow-Up Status'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(
            self, level: DataLevelValue = 1, **fields: Unpack[FollowUpStatusCriteria]
        ) -> FollowUpStatus | None: ...

        async def find_many(
            self, level: DataLevelValue = 1, **fields: Unpack[FollowUpStatusCriteria]
        ) -> builtins.list[FollowUpStatus]: ...

        async def find_or_create(
            self,
            body: FollowUpStatusInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[FollowUpStatusCriteria],
        ) -> Found[FollowUpStatus]: ...
