# Generated from openapi/ by `make generate`; do not edit.
"""Hours staff members logged on projects and activities."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Reference, Request, Response, Twin
from daftra_async.resource.mixins import CreatesManyReferenced, DeletesMany, Edits, FindsOrCreates, ReadsMany, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        TimeTracking,
        TimeTrackingInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class TimeTrackingCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        activity_id: Wanted[int | str]
        branch: int | None
        cost: Wanted[Decimal | int | str]
        created: Wanted[date | datetime | str]
        currency: Wanted[str]
        date: Wanted[date | str]
        id: Wanted[int | str]
        modified: Wanted[date | datetime | str]
        notes: Wanted[str]
        project_id: Wanted[int | str]
        staff_id: Wanted[int | str]
        time: Wanted[str]
        user_id: Wanted[int | str]
        work_order_id: Wanted[int | str]

    class TimeTrackingDraft(Draft, TimeTracking):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[TimeTracking]] = Operation(
    id="time_tracking.list",
    title="GET All Time Tracking",
    method="GET",
    path="/api2/time_tracking{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="TimeTracking", key="TimeTracking"),
    pagination="v1",
    idempotent=True,
    entity="time_tracking",
    twin=Twin(entity="time_tracking", doubtful="The key is not among those documented."),
)

CREATE: Final[Operation[Created]] = Operation(
    id="time_tracking.create",
    title="Add New Time Tracking",
    method="POST",
    path="/api2/time_tracking{format}",
    request=Request(kind="wrapped", model="TimeTrackingInput", key="TimeTracking"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="time_tracking",
    reference=Reference(
        field="notes", lookup="time_tracking.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))
    ),
)

GET: Final[Operation[TimeTracking]] = Operation(
    id="time_tracking.get",
    title="GET Single Time Tracking",
    method="GET",
    path="/api2/time_tracking/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="TimeTracking", key="TimeTracking", identity="id"),
    idempotent=True,
    entity="time_tracking",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="time_tracking.update",
    title="Edit Time Tracking",
    method="PUT",
    path="/api2/time_tracking/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="TimeTrackingInput", key="TimeTracking"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("date",),
    entity="time_tracking",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="time_tracking.delete",
    title="Delete Time Tracking",
    method="DELETE",
    path="/api2/time_tracking/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="time_tracking",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class TimeTrackingResource(
    ReadsMany["TimeTracking"],
    CreatesManyReferenced["TimeTrackingInput", "Created"],
    Replaces["TimeTrackingInput", "Ack"],
    DeletesMany,
    Edits["TimeTrackingDraft"],
    FindsOrCreates["TimeTracking"],
):
    """Hours staff members logged on projects and activities."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[TimeTracking]:
        """List time entries, page by page.

        `GET /api2/time_tracking`, the vendor's page 'GET All Time Tracking'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: TimeTrackingInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create a time entry.

        `time` is written as hours and minutes, for example `8:17`.

        `reference=` is written to `notes`.

        `POST /api2/time_tracking`, the vendor's page 'Add New Time Tracking'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> TimeTracking:
        """Get a time entry by id.

        `GET /api2/time_tracking/{id}`, the vendor's page 'GET Single Time Tracking'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(
        self, id: int | str, body: TimeTrackingInput | Mapping[str, object], **options: Unpack[UpdateOptions]
    ) -> Ack:
        """Replace a time entry.

        What the body leaves out is lost on the server. A body without `date` is refused, unless `replace=True` says that it
        is meant. `edit()` keeps the rest.

        `PUT /api2/time_tracking/{id}`, the vendor's page 'Edit Time Tracking'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a time entry by id.

        `DELETE /api2/time_tracking/{id}`, the vendor's page 'Delete Time Tracking'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[TimeTrackingCriteria]) -> TimeTracking | None: ...

        async def find_many(self, **fields: Unpack[TimeTrackingCriteria]) -> builtins.list[TimeTracking]: ...

        async def find_or_create(
            self,
            body: TimeTrackingInput | Mapping[str, object],
            *,
            lock: Lock | None = None,
            **fields: Unpack[TimeTrackingCriteria],
        ) -> Found[TimeTracking]: ...
