# Generated from openapi/ by `make generate`; do not edit.
"""Records of a user-defined workflow, chosen by workflow id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource.mixins import FindsOrCreates

if TYPE_CHECKING:
    import builtins

    from daftra_async.http.filters import Filter
    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        DataLevelValue,
        WorkflowRecord,
        WorkflowRecordInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions, OnProgress, SendOptions, UpdateOptions
    from daftra_async.writes.bulk import BulkProgress, BulkResult, Fetched, OnError
    from daftra_async.writes.edit import Draft, EditSession
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class WorkflowRecordCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        branch_id: Wanted[int | str]
        budget: Wanted[Decimal | int | str]
        budget_currency: Wanted[str]
        client_id: Wanted[int | str]
        created: Wanted[date | datetime | str]
        delivery_appointment_id: Wanted[int | str]
        delivery_date: Wanted[date | str]
        description: Wanted[str]
        extra_details: Wanted[str]
        filters: Filter | Mapping[str, object] | None
        follow_up_status_id: Wanted[int | str]
        id: Wanted[int | str]
        modified: Wanted[date | datetime | str]
        number: Wanted[str]
        sort: str | Sequence[str] | Mapping[str, str] | None
        staff_id: Wanted[int | str]
        start_date: Wanted[date | str]
        status: Wanted[int | str]
        title: Wanted[str]
        workflow_type_id: Wanted[int | str]

    class WorkflowRecordDraft(Draft, WorkflowRecord):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[WorkflowRecord]] = Operation(
    id="workflow_records.list",
    title="Get All Records",
    method="GET",
    path="/v2/api/entity/le_workflow-type-entity-{workflow_id}/list/{level}",
    path_params=(
        Param(name="workflow_id", wire="workflow_id", type="integer", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="WorkflowRecord"),
    pagination="laravel",
    idempotent=True,
    entity="le_workflow-type-entity-{workflow_id}",
)

GET: Final[Operation[WorkflowRecord]] = Operation(
    id="workflow_records.get",
    title="Get Single Record",
    method="GET",
    path="/v2/api/entity/le_workflow-type-entity-{workflow_id}/{id}/{level}",
    path_params=(
        Param(name="workflow_id", wire="workflow_id", type="integer", required=True),
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="WorkflowRecord", identity="id"),
    idempotent=True,
    entity="le_workflow-type-entity-{workflow_id}",
)

CREATE: Final[Operation[Created]] = Operation(
    id="workflow_records.create",
    title="Add New Record",
    method="POST",
    path="/v2/api/entity/le_workflow-type-entity-{workflow_id}",
    path_params=(Param(name="workflow_id", wire="workflow_id", type="integer", required=True),),
    request=Request(kind="bare", model="WorkflowRecordInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="le_workflow-type-entity-{workflow_id}",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="workflow_records.update",
    title="Edit Record",
    method="PUT",
    path="/v2/api/entity/le_workflow-type-entity-{workflow_id}/{id}",
    path_params=(
        Param(name="workflow_id", wire="workflow_id", type="integer", required=True),
        Param(name="id", wire="id", type="id", required=True),
    ),
    request=Request(kind="bare", model="WorkflowRecordInput"),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    lost=("number", "start_date", "delivery_date"),
    entity="le_workflow-type-entity-{workflow_id}",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class WorkflowRecordsResource(FindsOrCreates["WorkflowRecord"]):
    """Records of a user-defined workflow, chosen by workflow id."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self,
        workflow_id: int,
        level: DataLevelValue = 1,
        *,
        page: int | None = None,
        per_page: int | None = None,
        filters: Filter | Mapping[str, object] | None = None,
        sort: str | Sequence[str] | Mapping[str, str] | None = None,
        branch: int | None = None,
        **options: Unpack[ListOptions],
    ) -> Pager[WorkflowRecord]:
        """List the records of one workflow.

        Custom values are in `extra`, under `le_workflow-type-entity-{workflow_id}_custom_data`. `number` and `budget` are
        objects when written and plain values when read.

        `GET /v2/api/entity/le_workflow-type-entity-{workflow_id}/list/{level}`, the vendor's page 'Get All Records'.

        Args:
            workflow_id: Id of the workflow that the records belong to.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            page: Page to start at, from 1.
            per_page: Records per page; `.limit(n)` ends the walk after n records.
            filters: Conditions built with `F`, such as `F("budget").gte(1000)`, or a mapping of fields to the values they equal.
            sort: Field to order by (`"-created"` for descending), several of them, or a mapping of fields to `asc` and `desc`.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(
            LIST,
            {"workflow_id": workflow_id, "level": level},
            {"page": page, "per_page": per_page, "filters": filters, "sort": sort, "branch": branch},
            options,
        )

    async def get(
        self, workflow_id: int, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]
    ) -> WorkflowRecord:
        """Get one record of a workflow.

        Custom values are in `extra`, under `le_workflow-type-entity-{workflow_id}_custom_data`. `number` and `budget` are
        objects when written and plain values when read.

        `GET /v2/api/entity/le_workflow-type-entity-{workflow_id}/{id}/{level}`, the vendor's page 'Get Single Record'.

        Args:
            workflow_id: Id of the workflow that the records belong to.
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"workflow_id": workflow_id, "id": id, "level": level}, {}, options)

    async def create(
        self, workflow_id: int, body: WorkflowRecordInput | Mapping[str, object], **options: Unpack[CallOptions]
    ) -> Created:
        """Create a record in a workflow.

        `number` and `budget` are objects when written and plain values when read. `tags` is a list of one text, with commas
        between the tags.

        It takes no `reference=`, since no field is free for one.

        `POST /v2/api/entity/le_workflow-type-entity-{workflow_id}`, the vendor's page 'Add New Record'.

        Args:
            workflow_id: Id of the workflow that the records belong to.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {"workflow_id": workflow_id}, {}, options, body)

    async def update(
        self, workflow_id: int, id: int | str, body: WorkflowRecordInput | Mapping[str, object], **options: Unpack[UpdateOptions]
    ) -> Ack:
        """Replace a workflow record.

        `number` and `budget` are objects when written and plain values when read.

        What the body leaves out is lost on the server. A body without `number`, `start_date` or `delivery_date` is refused,
        unless `replace=True` says that it is meant. `edit()` keeps the rest.

        `PUT /v2/api/entity/le_workflow-type-entity-{workflow_id}/{id}`, the vendor's page 'Edit Record'.

        Args:
            workflow_id: Id of the workflow that the records belong to.
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"workflow_id": workflow_id, "id": id}, {}, options, body)

    async def get_many(
        self,
        workflow_id: int,
        ids: Iterable[int | str],
        level: DataLevelValue = 1,
        *,
        concurrency: int = 8,
        on_error: OnError = "raise",
        on_progress: OnProgress | None = None,
        **options: Unpack[CallOptions],
    ) -> Fetched[WorkflowRecord]:
        """Get many records by id; `ReadsMany.get_many` says more.

        Args:
            workflow_id: Id of the workflow that the records belong to.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            ids: Ids of the records; an id that comes twice is fetched once.
            concurrency: Requests at a time; the client's own limit applies too.
            on_error: `"raise"` stops at the first error, `"collect"` keeps the errors in `errors` of the result.
            on_progress: Called after each record with how many came, and how many were asked for; see `OnProgress`.
        """
        return await self._get_many(
            {"workflow_id": workflow_id, "level": level}, ids, concurrency, on_error, on_progress, options
        )

    async def create_many(
        self,
        workflow_id: int,
        items: Iterable[WorkflowRecordInput | Mapping[str, object]],
        *,
        concurrency: int = 8,
        on_progress: Callable[[BulkProgress], None] | None = None,
        **options: Unpack[CallOptions],
    ) -> BulkResult[Created]:
        """Create many records and report what became of each; `CreatesMany.create_many` says more.

        Args:
            workflow_id: Id of the workflow that the records belong to.
            items: The records to write, or mappings in wire names.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            on_progress: Called after each step with the numbers so far.
        """
        how: dict[str, Any] = {"concurrency": concurrency, "on_progress": on_progress}
        return await self._create_many({"workflow_id": workflow_id}, items, options, **how)

    async def update_many(
        self,
        workflow_id: int,
        items: Mapping[int, WorkflowRecordInput | Mapping[str, object]]
        | Mapping[str, WorkflowRecordInput | Mapping[str, object]]
        | Iterable[tuple[int | str, WorkflowRecordInput | Mapping[str, object]]],
        *,
        concurrency: int = 8,
        replace: bool = False,
        on_progress: Callable[[BulkProgress], None] | None = None,
        **options: Unpack[CallOptions],
    ) -> BulkResult[Ack]:
        """Replace many records and report what became of each; `Replaces.update_many` says more.

        Args:
            workflow_id: Id of the workflow that the records belong to.
            items: The new records by id.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            replace: True to send bodies without the number, dates or lines, as `update` takes it; they are refused otherwise.
            on_progress: Called after each step with the numbers so far.
        """
        how: dict[str, Any] = {"concurrency": concurrency, "replace": replace, "on_progress": on_progress}
        return await self._update_many({"workflow_id": workflow_id}, items, options, **how)

    async def replace(
        self, workflow_id: int, id: int | str, body: WorkflowRecordInput | Mapping[str, object], **options: Unpack[CallOptions]
    ) -> Ack:
        """Put a record in place of the stored one; `Replaces.replace` says more.

        Args:
            workflow_id: Id of the workflow that the records belong to.
            id: Id of the record, as a number or as text.
            body: The whole record, or a mapping in wire names.
        """
        answer: Ack = await self._replace({"workflow_id": workflow_id, "id": id}, body, options)
        return answer

    def edit(
        self, workflow_id: int, id: int | str, *, carry: Iterable[str] = (), **options: Unpack[SendOptions]
    ) -> EditSession[WorkflowRecordDraft]:
        """Edit a record without losing the rest of it; `Edits.edit` says more.

        Args:
            workflow_id: Id of the workflow that the records belong to.
            id: Id of the record, as a number or as text.
            carry: Wire keys that are not described and are to be sent back too.
        """
        return self._edit({"workflow_id": workflow_id, "id": id}, carry, options)

    if TYPE_CHECKING:

        async def find_one(
            self, workflow_id: int, level: DataLevelValue = 1, **fields: Unpack[WorkflowRecordCriteria]
        ) -> WorkflowRecord | None: ...

        async def find_many(
            self, workflow_id: int, level: DataLevelValue = 1, **fields: Unpack[WorkflowRecordCriteria]
        ) -> builtins.list[WorkflowRecord]: ...

        async def find_or_create(
            self,
            workflow_id: int,
            body: WorkflowRecordInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[WorkflowRecordCriteria],
        ) -> Found[WorkflowRecord]: ...
