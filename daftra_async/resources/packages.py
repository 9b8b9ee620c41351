# Generated from openapi/ by `make generate`; do not edit.
"""Credit or membership packages with price and period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
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
        Package,
        PackageInput,
        PackagePeriodUnit,
        PackageType,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class PackageCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        branch_id: Wanted[int | str]
        created: Wanted[date | datetime | str]
        deleted_at: Wanted[date | datetime | str]
        description: Wanted[str]
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        period_unit: Wanted[PackagePeriodUnit | str]
        period_value: Wanted[int | str]
        price: Wanted[Decimal | int | str]
        product_id: Wanted[int | str]
        sort: str | Sequence[str] | Mapping[str, str] | None
        status: Wanted[int | str]
        type: Wanted[PackageType | str]

    class PackageDraft(Draft, Package):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Package]] = Operation(
    id="packages.list",
    title="Get All Packages",
    method="GET",
    path="/v2/api/entity/package/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="Package"),
    pagination="laravel",
    idempotent=True,
    entity="package",
)

GET: Final[Operation[Package]] = Operation(
    id="packages.get",
    title="Get Single Package",
    method="GET",
    path="/v2/api/entity/package/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    query_params=(Param(name="per_page", wire="per_page", type="integer", minimum=1),),
    response=Response(kind="v2-single", model="Package", identity="id"),
    idempotent=True,
    entity="package",
)

CREATE: Final[Operation[Created]] = Operation(
    id="packages.create",
    title="Add New Package",
    method="POST",
    path="/v2/api/entity/package",
    request=Request(kind="bare", model="PackageInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="package",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="packages.update",
    title="Edit Package",
    method="POST",
    path="/v2/api/entity/package",
    request=Request(kind="bare", model="PackageInput", identity=Param(name="id", wire="id", type="id", required=True)),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    entity="package",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class PackagesResource(
    ReadsManyAtLevel["Package"],
    CreatesMany["PackageInput", "Created"],
    Replaces["PackageInput", "Ack"],
    Edits["PackageDraft"],
    FindsOrCreates["Package"],
):
    """Credit or membership packages with price and period."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self,
        level: DataLevelValue = 1,
        *,
        per_page: int | None = None,
        page: int | None = None,
        filters: Filter | Mapping[str, object] | None = None,
        sort: str | Sequence[str] | Mapping[str, str] | None = None,
        branch: int | None = None,
        **options: Unpack[ListOptions],
    ) -> Pager[Package]:
        """List packages, page by page.

        `GET /v2/api/entity/package/list/{level}`, the vendor's page 'Get All Packages'.

        Args:
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            per_page: Records per page; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            filters: Conditions built with `F`, such as `F("budget").gte(1000)`, or a mapping of fields to the values they equal.
            sort: Field to order by (`"-created"` for descending), several of them, or a mapping of fields to `asc` and `desc`.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(
            LIST,
            {"level": level},
            {"per_page": per_page, "page": page, "filters": filters, "sort": sort, "branch": branch},
            options,
        )

    async def get(
        self, id: int | str, level: DataLevelValue = 1, *, per_page: int | None = None, **options: Unpack[CallOptions]
    ) -> Package:
        """Get a package by id.

        `GET /v2/api/entity/package/{id}/{level}`, the vendor's page 'Get Single Package'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            per_page: Records per page; `.limit(n)` ends the walk after n records.
        """
        return await self._call(GET, {"id": id, "level": level}, {"per_page": per_page}, options)

    async def create(self, body: PackageInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Created:
        """Create a package.

        It takes no `reference=`, since no field is free for one.

        `POST /v2/api/entity/package`, the vendor's page 'Add New Package'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def update(self, id: int | str, body: PackageInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Change a package.

        Sent as a POST with the `id` in the body.

        What the body leaves out is lost on the server. `edit()` keeps the rest.

        `POST /v2/api/entity/package`, the vendor's page 'Edit Package'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(self, level: DataLevelValue = 1, **fields: Unpack[PackageCriteria]) -> Package | None: ...

        async def find_many(self, level: DataLevelValue = 1, **fields: Unpack[PackageCriteria]) -> builtins.list[Package]: ...

        async def find_or_create(
            self,
            body: PackageInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[PackageCriteria],
        ) -> Found[Package]: ...
