# Generated from openapi/ by `make generate`; do not edit.
"""Kinds of points or credits, with their unit."""

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
        CreditType,
        CreditTypeInput,
        DataLevelValue,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class CreditTypeCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        allow_decimal: Wanted[int | str]
        branch: int | None
        created: Wanted[date | datetime | str]
        deleted_at: Wanted[date | datetime | str]
        description: Wanted[str]
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        sort: str | Sequence[str] | Mapping[str, str] | None
        status: Wanted[bool]
        unit: Wanted[str]

    class CreditTypeDraft(Draft, CreditType):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[CreditType]] = Operation(
    id="credit_types.list",
    title="Get All Credit types",
    method="GET",
    path="/v2/api/entity/credit_type/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="CreditType"),
    pagination="laravel",
    idempotent=True,
    entity="credit_type",
)

GET: Final[Operation[CreditType]] = Operation(
    id="credit_types.get",
    title="Get Single Credit type",
    method="GET",
    path="/v2/api/entity/credit_type/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="CreditType", identity="id"),
    idempotent=True,
    entity="credit_type",
)

CREATE: Final[Operation[Created]] = Operation(
    id="credit_types.create",
    title="Add New Credit type",
    method="POST",
    path="/v2/api/entity/credit_type",
    request=Request(kind="bare", model="CreditTypeInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="credit_type",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="credit_types.update",
    title="Edit Credit type",
    method="POST",
    path="/v2/api/entity/credit_type",
    request=Request(kind="bare", model="CreditTypeInput", identity=Param(name="id", wire="id", type="id", required=True)),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    entity="credit_type",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class CreditTypesResource(
    ReadsManyAtLevel["CreditType"],
    CreatesMany["CreditTypeInput", "Created"],
    Replaces["CreditTypeInput", "Ack"],
    Edits["CreditTypeDraft"],
    FindsOrCreates["CreditType"],
):
    """Kinds of points or credits, with their unit."""

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
    ) -> Pager[CreditType]:
        """List credit types, page by page.

        `GET /v2/api/entity/credit_type/list/{level}`, the vendor's page 'Get All Credit types'.

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

    async def get(self, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]) -> CreditType:
        """Get a credit type by id.

        `GET /v2/api/entity/credit_type/{id}/{level}`, the vendor's page 'Get Single Credit type'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"id": id, "level": level}, {}, options)

    async def create(self, body: CreditTypeInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Created:
        """Create a credit type.

        It takes no `reference=`, since no field is free for one.

        `POST /v2/api/entity/credit_type`, the vendor's page 'Add New Credit type'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def update(self, id: int | str, body: CreditTypeInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Change a credit type.

        Sent as a POST with the `id` in the body.

        What the body leaves out is lost on the server. `edit()` keeps the rest.

        `POST /v2/api/entity/credit_type`, the vendor's page 'Edit Credit type'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(self, level: DataLevelValue = 1, **fields: Unpack[CreditTypeCriteria]) -> CreditType | None: ...

        async def find_many(
            self, level: DataLevelValue = 1, **fields: Unpack[CreditTypeCriteria]
        ) -> builtins.list[CreditType]: ...

        async def find_or_create(
            self,
            body: CreditTypeInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[CreditTypeCriteria],
        ) -> Found[CreditType]: ...
