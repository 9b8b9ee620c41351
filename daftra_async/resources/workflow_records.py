# Generated from openapi/ by `make generate`; do not edit.
"""Records of a user-defined workflow, chosen by workflow id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.filters import Filter
    from daftra_async.models import (
        DataLevel,
        WorkflowRecord,
        WorkflowRecordInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack, Created

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
    response=Response(kind="v2-single", model="WorkflowRecord"),
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
    entity="le_workflow-type-entity-{workflow_id}",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class WorkflowRecordsResource(Resource):
    """Records of a user-defined workflow, chosen by workflow id."""

    def list(
        self,
        workflow_id: int,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        filters: Filter | Mapping[str, object] | UnsetType = UNSET,
        sort: str | Sequence[str] | Mapping[str, str] | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[WorkflowRecord]:
        """List the records of one workflow.

        Custom values sit under a key named after the workflow, `le_workflow-type-entity-{workflow_id}_custom_data`. `number`
        and `budget` are scalars when read.

        `GET /v2/api/entity/le_workflow-type-entity-{workflow_id}/list/{level}`, the vendor's page 'Get All Records'.

        Args:
            workflow_id: Id of the workflow the records belong to.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            page: Page to start at, from 1.
            per_page: Records per page.
            filters: Conditions: filter[field]=v, filter[field][op]=v with op in eq, not_equal, gt, gte, lt, lte, from, to, like,
                in, not_in, is_null; filter[or][field][op]=v for alternatives.
            sort: Order, sort[field]=asc|desc.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every WorkflowRecord.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return self._list(
            LIST,
            {
                "workflow_id": workflow_id,
                "level": level,
            },
            {
                "page": page,
                "per_page": per_page,
                "filters": filters,
                "sort": sort,
                "branch": branch,
            },
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def get(
        self,
        workflow_id: int,
        id: int | str,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> WorkflowRecord:
        """Get one record of a workflow.

        Custom values sit under a key named after the workflow, `le_workflow-type-entity-{workflow_id}_custom_data`. `number`
        and `budget` are scalars when read.

        `GET /v2/api/entity/le_workflow-type-entity-{workflow_id}/{id}/{level}`, the vendor's page 'Get Single Record'.

        Args:
            workflow_id: Id of the workflow the records belong to.
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The WorkflowRecord.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            GET,
            {
                "workflow_id": workflow_id,
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
        workflow_id: int,
        body: WorkflowRecordInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a record in a workflow.

        `number` and `budget` are written as objects but read as scalars; dates are written DD/MM/YYYY but read YYYY-MM-DD.
        `tags` is an array that holds one comma-separated text.

        `POST /v2/api/entity/le_workflow-type-entity-{workflow_id}`, the vendor's page 'Add New Record'.

        Args:
            workflow_id: Id of the workflow the records belong to.
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
            {
                "workflow_id": workflow_id,
            },
            {},
            body,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def update(
        self,
        workflow_id: int,
        id: int | str,
        body: WorkflowRecordInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace a workflow record with the body you send.

        `number` and `budget` are written as objects but read as scalars; dates are written DD/MM/YYYY but read YYYY-MM-DD.

        `PUT /v2/api/entity/le_workflow-type-entity-{workflow_id}/{id}`, the vendor's page 'Edit Record'.

        Args:
            workflow_id: Id of the workflow the records belong to.
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
                "workflow_id": workflow_id,
                "id": id,
            },
            {},
            body,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
