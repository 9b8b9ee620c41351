# Generated from openapi/ by `make generate`; do not edit.
"""Primary and secondary cost centers used in accounting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Reference, Request, Response
from daftra_async.resource.mixins import CreatesManyReferenced, Edits, FindsOrCreates, ReadsManyAtLevel, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.http.filters import Filter
    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        CostCenter,
        CostCenterInput,
        DataLevelValue,
    )
    from daftra_async.operation import Ack
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class CostCenterCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        branch_id: Wanted[int | str]
        code: Wanted[str]
        cost_center_id: Wanted[int | str]
        cost_center_ids: Wanted[str]
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        is_primary: Wanted[bool]
        name: Wanted[str]
        sort: str | Sequence[str] | Mapping[str, str] | None

    class CostCenterDraft(Draft, CostCenter):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[CostCenter]] = Operation(
    id="cost_centers.list",
    title="Get All Cost Centers",
    method="GET",
    path="/v2/api/entity/cost_center/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="CostCenter"),
    pagination="laravel",
    idempotent=True,
    entity="cost_center",
    doubtful="The 200 body is undocumented; this package assumes the flat Laravel paginator.",
)

GET: Final[Operation[CostCenter]] = Operation(
    id="cost_centers.get",
    title="Get Single Cost Center",
    method="GET",
    path="/v2/api/entity/cost_center/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="CostCenter", identity="id"),
    idempotent=True,
    entity="cost_center",
    doubtful="The 200 body is undocumented; this package assumes the bare record.",
)

CREATE: Final[Operation[Ack]] = Operation(
    id="cost_centers.create",
    title="Add New Cost Center",
    method="POST",
    path="/v2/api/entity/cost_center",
    request=Request(kind="bare", model="CostCenterInput"),
    response=Response(kind="v2-ack"),
    idempotent=False,
    entity="cost_center",
    doubtful="The 200 body is undocumented and the declared path repeats its prefix; this package assumes `{message, id}` and a single prefix.",
    reference=Reference(field="code", lookup="cost_centers.list", limit=500, newest=(("sort[id]", "desc"),)),
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="cost_centers.update",
    title="Edit Cost Center",
    method="PUT",
    path="/v2/api/entity/cost_center/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="bare", model="CostCenterInput"),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    lost=("code",),
    entity="cost_center",
    doubtful="The request schema and 200 body are undocumented and the path repeats its prefix; this package assumes the example fields, `{message, id}` and a single prefix.",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class CostCentersResource(
    ReadsManyAtLevel["CostCenter"],
    CreatesManyReferenced["CostCenterInput", "Ack"],
    Replaces["CostCenterInput", "Ack"],
    Edits["CostCenterDraft"],
    FindsOrCreates["CostCenter"],
):
    """Primary and secondary cost centers used in accounting."""

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
    ) -> Pager[CostCenter]:
        """List cost centers, page by page.

        Doubtful: The 200 body is undocumented; this package assumes the flat Laravel paginator.

        `GET /v2/api/entity/cost_center/list/{level}`, the vendor's page 'Get All Cost Centers'.

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

    async def get(self, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]) -> CostCenter:
        """Get a cost center by id.

        Doubtful: The 200 body is undocumented; this package assumes the bare record.

        `GET /v2/api/entity/cost_center/{id}/{level}`, the vendor's page 'Get Single Cost Center'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"id": id, "level": level}, {}, options)

    async def create(self, body: CostCenterInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Ack:
        """Create a cost center.

        `reference=` is written to `code`.

        Doubtful: The 200 body is undocumented and the declared path repeats its prefix; this package assumes `{message, id}`
        and a single prefix.

        `POST /v2/api/entity/cost_center`, the vendor's page 'Add New Cost Center'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def update(self, id: int | str, body: CostCenterInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace a cost center.

        What the body leaves out is lost on the server. A body without `code` is refused, unless `replace=True` says that it
        is meant. `edit()` keeps the rest.

        Doubtful: The request schema and 200 body are undocumented and the path repeats its prefix; this package assumes the
        example fields, `{message, id}` and a single prefix.

        `PUT /v2/api/entity/cost_center/{id}`, the vendor's page 'Edit Cost Center'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(self, level: DataLevelValue = 1, **fields: Unpack[CostCenterCriteria]) -> CostCenter | None: ...

        async def find_many(
            self, level: DataLevelValue = 1, **fields: Unpack[CostCenterCriteria]
        ) -> builtins.list[CostCenter]: ...

        async def find_or_create(
            self,
            body: CostCenterInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[CostCenterCriteria],
        ) -> Found[CostCenter]: ...
