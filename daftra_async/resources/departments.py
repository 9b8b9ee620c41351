# Generated from openapi/ by `make generate`; do not edit.
"""Departments of the organisation and their managers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource.mixins import CreatesMany, Edits, FindsOrCreates, ReadsManyAtLevel, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.http.filters import Filter
    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        DataLevelValue,
        Department,
        DepartmentInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class DepartmentCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        abbr: Wanted[str]
        active: Wanted[bool]
        branch: int | None
        branch_id: Wanted[int | str]
        created: Wanted[date | datetime | str]
        description: Wanted[str]
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        sort: str | Sequence[str] | Mapping[str, str] | None

    class DepartmentDraft(Draft, Department):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Department]] = Operation(
    id="departments.list",
    title="Get All Departments",
    method="GET",
    path="/v2/api/entity/department/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="Department"),
    pagination="laravel",
    idempotent=True,
    entity="department",
)

GET: Final[Operation[Department]] = Operation(
    id="departments.get",
    title="Get Single Department",
    method="GET",
    path="/v2/api/entity/department/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="Department", identity="id"),
    idempotent=True,
    entity="department",
)

CREATE: Final[Operation[Created]] = Operation(
    id="departments.create",
    title="Add New Department",
    method="POST",
    path="/v2/api/entity/department",
    request=Request(kind="bare", model="DepartmentInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="department",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="departments.update",
    title="Edit Department",
    method="PUT",
    path="/v2/api/entity/department/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="bare", model="DepartmentInput"),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    entity="department",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class DepartmentsResource(
    ReadsManyAtLevel["Department"],
    CreatesMany["DepartmentInput", "Created"],
    Replaces["DepartmentInput", "Ack"],
    Edits["DepartmentDraft"],
    FindsOrCreates["Department"],
):
    """Departments of the organisation and their managers."""

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
    ) -> Pager[Department]:
        """List departments, page by page.

        `GET /v2/api/entity/department/list/{level}`, the vendor's page 'Get All Departments'.

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

    async def get(self, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]) -> Department:
        """Get a department by id.

        `GET /v2/api/entity/department/{id}/{level}`, the vendor's page 'Get Single Department'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"id": id, "level": level}, {}, options)

    async def create(self, body: DepartmentInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Created:
        """Create a department.

        It takes no `reference=`, since no field is free for one.

        `POST /v2/api/entity/department`, the vendor's page 'Add New Department'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def update(self, id: int | str, body: DepartmentInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace a department.

        What the body leaves out is lost on the server. `edit()` keeps the rest.

        `PUT /v2/api/entity/department/{id}`, the vendor's page 'Edit Department'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(self, level: DataLevelValue = 1, **fields: Unpack[DepartmentCriteria]) -> Department | None: ...

        async def find_many(
            self, level: DataLevelValue = 1, **fields: Unpack[DepartmentCriteria]
        ) -> builtins.list[Department]: ...

        async def find_or_create(
            self,
            body: DepartmentInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[DepartmentCriteria],
        ) -> Found[Department]: ...
