# Generated from openapi/ by `make generate`; do not edit.
"""Places where employee assets are kept or used."""

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
        AssetLocation,
        AssetLocationInput,
        DataLevelValue,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class AssetLocationCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        branch_id: Wanted[int | str]
        created: Wanted[date | datetime | str]
        description: Wanted[str]
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        is_active: Wanted[bool]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        sort: str | Sequence[str] | Mapping[str, str] | None
        staff_id: Wanted[int | str]

    class AssetLocationDraft(Draft, AssetLocation):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[AssetLocation]] = Operation(
    id="asset_locations.list",
    title="Get All Locations",
    method="GET",
    path="/v2/api/entity/asset_location/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="AssetLocation"),
    pagination="laravel",
    idempotent=True,
    entity="asset_location",
)

GET: Final[Operation[AssetLocation]] = Operation(
    id="asset_locations.get",
    title="Get Single Location",
    method="GET",
    path="/v2/api/entity/asset_location/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="AssetLocation", identity="id"),
    idempotent=True,
    entity="asset_location",
)

CREATE: Final[Operation[Created]] = Operation(
    id="asset_locations.create",
    title="Add New Location",
    method="POST",
    path="/v2/api/entity/asset_location",
    request=Request(kind="bare", model="AssetLocationInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="asset_location",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="asset_locations.update",
    title="Edit Location",
    method="PUT",
    path="/v2/api/entity/asset_location/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="bare", model="AssetLocationInput"),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    entity="asset_location",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class AssetLocationsResource(
    ReadsManyAtLevel["AssetLocation"],
    CreatesMany["AssetLocationInput", "Created"],
    Replaces["AssetLocationInput", "Ack"],
    Edits["AssetLocationDraft"],
    FindsOrCreates["AssetLocation"],
):
    """Places where employee assets are kept or used."""

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
    ) -> Pager[AssetLocation]:
        """List asset locations, page by page.

        `GET /v2/api/entity/asset_location/list/{level}`, the vendor's page 'Get All Locations'.

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

    async def get(self, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]) -> AssetLocation:
        """Get an asset location by id.

        `GET /v2/api/entity/asset_location/{id}/{level}`, the vendor's page 'Get Single Location'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"id": id, "level": level}, {}, options)

    async def create(self, body: AssetLocationInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Created:
        """Create an asset location.

        It takes no `reference=`, since no field is free for one.

        `POST /v2/api/entity/asset_location`, the vendor's page 'Add New Location'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def update(
        self, id: int | str, body: AssetLocationInput | Mapping[str, object], **options: Unpack[UpdateOptions]
    ) -> Ack:
        """Replace an asset location.

        What the body leaves out is lost on the server. `edit()` keeps the rest.

        `PUT /v2/api/entity/asset_location/{id}`, the vendor's page 'Edit Location'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(self, level: DataLevelValue = 1, **fields: Unpack[AssetLocationCriteria]) -> AssetLocation | None: ...

        async def find_many(
            self, level: DataLevelValue = 1, **fields: Unpack[AssetLocationCriteria]
        ) -> builtins.list[AssetLocation]: ...

        async def find_or_create(
            self,
            body: AssetLocationInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[AssetLocationCriteria],
        ) -> Found[AssetLocation]: ...
