# Generated from openapi/ by `make generate`; do not edit.
"""Requests of employees for leave, lateness or early departure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Reference, Request, Response
from daftra_async.resource.mixins import CreatesManyReferenced, Edits, FindsOrCreates, ReadsManyAtLevel, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.http.filters import Filter
    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        DataLevelValue,
        LeaveApplication,
        LeaveApplicationInput,
    )
    from daftra_async.operation import Ack
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class LeaveApplicationCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        attachments: Wanted[str]
        branch: int | None
        date_from: Wanted[date | str]
        date_to: Wanted[date | str]
        days: Wanted[str]
        description: Wanted[str]
        early_time: Wanted[str]
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        late_time: Wanted[str]
        leave_type_id: Wanted[str]
        sort: str | Sequence[str] | Mapping[str, str] | None
        staff_id: Wanted[int | str]
        type: Wanted[str]

    class LeaveApplicationDraft(Draft, LeaveApplication):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[LeaveApplication]] = Operation(
    id="leave_applications.list",
    title="Get All Leave Applications",
    method="GET",
    path="/v2/api/entity/leave_application/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="LeaveApplication"),
    pagination="laravel",
    idempotent=True,
    entity="leave_application",
    doubtful="The 200 body is undocumented; this package assumes the flat Laravel paginator.",
)

GET: Final[Operation[LeaveApplication]] = Operation(
    id="leave_applications.get",
    title="Get Single Leave Applications",
    method="GET",
    path="/v2/api/entity/leave_application/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="LeaveApplication", identity="id"),
    idempotent=True,
    entity="leave_application",
    doubtful="The 200 body is undocumented; this package assumes the bare record.",
)

CREATE: Final[Operation[Ack]] = Operation(
    id="leave_applications.create",
    title="Add Leave Application",
    method="POST",
    path="/v2/api/entity/leave_application",
    request=Request(kind="bare", model="LeaveApplicationInput"),
    response=Response(kind="v2-ack"),
    idempotent=False,
    entity="leave_application",
    doubtful="The 200 body is undocumented; this package assumes `{message, id}`.",
    reference=Reference(field="description", lookup="leave_applications.list", limit=500, newest=(("sort[id]", "desc"),)),
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="leave_applications.update",
    title="Edit Leave Application",
    method="PUT",
    path="/v2/api/entity/leave_application/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="bare", model="LeaveApplicationInput"),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    lost=("date_from", "date_to"),
    entity="leave_application",
    doubtful="The request schema and 200 body are undocumented; this package assumes the fields of the example and `{message, id}`.",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class LeaveApplicationsResource(
    ReadsManyAtLevel["LeaveApplication"],
    CreatesManyReferenced["LeaveApplicationInput", "Ack"],
    Replaces["LeaveApplicationInput", "Ack"],
    Edits["LeaveApplicationDraft"],
    FindsOrCreates["LeaveApplication"],
):
    """Requests of employees for leave, lateness or early departure."""

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
    ) -> Pager[LeaveApplication]:
        """List leave applications, page by page.

        Doubtful: The 200 body is undocumented; this package assumes the flat Laravel paginator.

        `GET /v2/api/entity/leave_application/list/{level}`, the vendor's page 'Get All Leave Applications'.

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

    async def get(self, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]) -> LeaveApplication:
        """Get a leave application by id.

        Doubtful: The 200 body is undocumented; this package assumes the bare record.

        `GET /v2/api/entity/leave_application/{id}/{level}`, the vendor's page 'Get Single Leave Applications'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"id": id, "level": level}, {}, options)

    async def create(self, body: LeaveApplicationInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Ack:
        """Create a leave application.

        `reference=` is written to `description`.

        Doubtful: The 200 body is undocumented; this package assumes `{message, id}`.

        `POST /v2/api/entity/leave_application`, the vendor's page 'Add Leave Application'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def update(
        self, id: int | str, body: LeaveApplicationInput | Mapping[str, object], **options: Unpack[UpdateOptions]
    ) -> Ack:
        """Replace a leave application.

        What the body leaves out is lost on the server. A body without `date_from` or `date_to` is refused, unless
        `replace=True` says that it is meant. `edit()` keeps the rest.

        Doubtful: The request schema and 200 body are undocumented; this package assumes the fields of the example and
        `{message, id}`.

        `PUT /v2/api/entity/leave_application/{id}`, the vendor's page 'Edit Leave Application'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(
            self, level: DataLevelValue = 1, **fields: Unpack[LeaveApplicationCriteria]
        ) -> LeaveApplication | None: ...

        async def find_many(
            self, level: DataLevelValue = 1, **fields: Unpack[LeaveApplicationCriteria]
        ) -> builtins.list[LeaveApplication]: ...

        async def find_or_create(
            self,
            body: LeaveApplicationInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[LeaveApplicationCriteria],
        ) -> Found[LeaveApplication]: ...
