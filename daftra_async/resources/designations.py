# Generated from openapi/ by `make generate`; do not edit.
"""Job titles, optionally tied to a department."""

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
        Designation,
        DesignationInput,
    )
    from daftra_async.operation import Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class DesignationCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        active: Wanted[bool]
        branch: int | None
        branch_id: Wanted[int | str]
        created: Wanted[date | datetime | str]
        currency_code: Wanted[str]
        department_id: Wanted[int | str]
        description: Wanted[str]
        employment_level_id: Wanted[int | str]
        employment_type_id: Wanted[int | str]
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        payroll_frequency: Wanted[str]
        role_id: Wanted[int | str]
        salary_structure_id: Wanted[int | str]
        sort: str | Sequence[str] | Mapping[str, str] | None

    class DesignationDraft(Draft, Designation):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Designation]] = Operation(
    id="designations.list",
    title="Get All Designations",
    method="GET",
    path="/v2/api/entity/designation/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="Designation"),
    pagination="laravel",
    idempotent=True,
    entity="designation",
)

GET: Final[Operation[Designation]] = Operation(
    id="designations.get",
    title="Get Single Designation",
    method="GET",
    path="/v2/api/entity/designation/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="Designation", identity="id"),
    idempotent=True,
    entity="designation",
)

CREATE: Final[Operation[Created]] = Operation(
    id="designations.create",
    title="Add New Designation",
    method="POST",
    path="/v2/api/entity/designation",
    request=Request(kind="bare", model="DesignationInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="designation",
)

UPDATE: Final[Operation[Designation]] = Operation(
    id="designations.update",
    title="Edit Designation",
    method="PUT",
    path="/v2/api/entity/designation/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="bare", model="DesignationInput"),
    response=Response(kind="v2-single", model="Designation"),
    idempotent=True,
    replaces=True,
    entity="designation",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class DesignationsResource(
    ReadsManyAtLevel["Designation"],
    CreatesMany["DesignationInput", "Created"],
    Replaces["DesignationInput", "Designation"],
    Edits["DesignationDraft"],
    FindsOrCreates["Designation"],
):
    """Job titles, optionally tied to a department."""

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
    ) -> Pager[Designation]:
        """List designations, page by page.

        `GET /v2/api/entity/designation/list/{level}`, the vendor's page 'Get All Designations'.

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

    async def get(self, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]) -> Designation:
        """Get a designation by id.

        `GET /v2/api/entity/designation/{id}/{level}`, the vendor's page 'Get Single Designation'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"id": id, "level": level}, {}, options)

    async def create(self, body: DesignationInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Created:
        """Create a designation.

        It takes no `reference=`, since no field is free for one.

        `POST /v2/api/entity/designation`, the vendor's page 'Add New Designation'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def update(
        self, id: int | str, body: DesignationInput | Mapping[str, object], **options: Unpack[UpdateOptions]
    ) -> Designation:
        """Replace a designation.

        The server answers with the record.

        What the body leaves out is lost on the server. `edit()` keeps the rest.

        `PUT /v2/api/entity/designation/{id}`, the vendor's page 'Edit Designation'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(self, level: DataLevelValue = 1, **fields: Unpack[DesignationCriteria]) -> Designation | None: ...

        async def find_many(
            self, level: DataLevelValue = 1, **fields: Unpack[DesignationCriteria]
        ) -> builtins.list[Designation]: ...

        async def find_or_create(
            self,
            body: DesignationInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[DesignationCriteria],
        ) -> Found[Designation]: ...
