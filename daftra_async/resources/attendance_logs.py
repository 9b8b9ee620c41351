# Generated from openapi/ by `make generate`; do not edit.
"""Sign-in and sign-out moments of employees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource.mixins import CreatesMany, FindsOrCreates, ReadsManyAtLevel

if TYPE_CHECKING:
    import builtins

    from daftra_async.http.filters import Filter
    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        AttendanceLog,
        AttendanceLogInput,
        DataLevelValue,
    )
    from daftra_async.operation import Ack
    from daftra_async.options import CallOptions, FindOptions, ListOptions
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class AttendanceLogCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        session_id: Wanted[int | str]
        sort: str | Sequence[str] | Mapping[str, str] | None
        source_id: Wanted[int | str]
        source_name: Wanted[str]
        source_type: Wanted[str]
        staff_id: Wanted[int | str]
        status: Wanted[str]
        time: Wanted[str]


LIST: Final[Operation[AttendanceLog]] = Operation(
    id="attendance_logs.list",
    title="Get All Attendance Logs",
    method="GET",
    path="/v2/api/entity/attendance_log/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="AttendanceLog"),
    pagination="laravel",
    idempotent=True,
    entity="attendance_log",
    doubtful="The 200 body is undocumented; this package assumes the flat Laravel paginator.",
)

GET: Final[Operation[AttendanceLog]] = Operation(
    id="attendance_logs.get",
    title="Get Single Attendance Log",
    method="GET",
    path="/v2/api/entity/attendance_log/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="AttendanceLog", identity="id"),
    idempotent=True,
    entity="attendance_log",
    doubtful="The 200 body is undocumented; this package assumes the bare record.",
)

CREATE: Final[Operation[Ack]] = Operation(
    id="attendance_logs.create",
    title="Add Attendance Log",
    method="POST",
    path="/v2/api/entity/attendance_log",
    request=Request(kind="bare", model="AttendanceLogInput"),
    response=Response(kind="v2-ack"),
    idempotent=False,
    entity="attendance_log",
    doubtful="The 200 body is undocumented; this package assumes `{message, id}`.",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
)


class AttendanceLogsResource(
    ReadsManyAtLevel["AttendanceLog"], CreatesMany["AttendanceLogInput", "Ack"], FindsOrCreates["AttendanceLog"]
):
    """Sign-in and sign-out moments of employees."""

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
    ) -> Pager[AttendanceLog]:
        """List attendance logs, page by page.

        Doubtful: The 200 body is undocumented; this package assumes the flat Laravel paginator.

        `GET /v2/api/entity/attendance_log/list/{level}`, the vendor's page 'Get All Attendance Logs'.

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

    async def get(self, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]) -> AttendanceLog:
        """Get an attendance log by id.

        Doubtful: The 200 body is undocumented; this package assumes the bare record.

        `GET /v2/api/entity/attendance_log/{id}/{level}`, the vendor's page 'Get Single Attendance Log'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"id": id, "level": level}, {}, options)

    async def create(self, body: AttendanceLogInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Ack:
        """Create an attendance log.

        It takes no `reference=`, since no field is free for one.

        Doubtful: The 200 body is undocumented; this package assumes `{message, id}`.

        `POST /v2/api/entity/attendance_log`, the vendor's page 'Add Attendance Log'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(self, level: DataLevelValue = 1, **fields: Unpack[AttendanceLogCriteria]) -> AttendanceLog | None: ...

        async def find_many(
            self, level: DataLevelValue = 1, **fields: Unpack[AttendanceLogCriteria]
        ) -> builtins.list[AttendanceLog]: ...

        async def find_or_create(
            self,
            body: AttendanceLogInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[AttendanceLogCriteria],
        ) -> Found[AttendanceLog]: ...
