# Generated from openapi/ by `make generate`; do not edit.
"""Company assets held by employees or kept in storage."""

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
        EmployeeAsset,
        EmployeeAssetHolder,
        EmployeeAssetInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class EmployeeAssetCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        asset_type_id: Wanted[int | str]
        assigned_date: Wanted[date | str]
        barcode: Wanted[str]
        branch: int | None
        can_add_document: Wanted[bool]
        can_add_notes: Wanted[bool]
        can_delete: Wanted[bool]
        can_update: Wanted[bool]
        can_view_documents: Wanted[bool]
        code: Wanted[str]
        description: Wanted[str]
        employee_id: Wanted[int | str]
        expected_return_date: Wanted[date | str]
        filters: Filter | Mapping[str, object] | None
        has_chain_of_custody: Wanted[bool]
        has_linked_asset: Wanted[bool]
        has_notes: Wanted[bool]
        id: Wanted[int | str]
        location_id: Wanted[int | str]
        name: Wanted[str]
        serial_number: Wanted[str]
        sort: str | Sequence[str] | Mapping[str, str] | None
        status: Wanted[str]
        storage_id: Wanted[int | str]
        technical_specifications: Wanted[str]
        used_by: Wanted[EmployeeAssetHolder | str]
        warranty_expiry_date: Wanted[date | str]

    class EmployeeAssetDraft(Draft, EmployeeAsset):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[EmployeeAsset]] = Operation(
    id="employee_assets.list",
    title="Get All Assets",
    method="GET",
    path="/v2/api/entity/employee_asset/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=2),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="payload-list", model="EmployeeAsset"),
    pagination="payload",
    idempotent=True,
    entity="employee_asset",
)

GET: Final[Operation[EmployeeAsset]] = Operation(
    id="employee_assets.get",
    title="Get Single Asset",
    method="GET",
    path="/v2/api/entity/employee_asset/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="payload-single", model="EmployeeAsset", identity="id"),
    idempotent=True,
    entity="employee_asset",
)

CREATE: Final[Operation[Created]] = Operation(
    id="employee_assets.create",
    title="Add New Asset",
    method="POST",
    path="/v2/api/entity/employee_asset",
    request=Request(kind="bare", model="EmployeeAssetInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="employee_asset",
    reference=Reference(field="code", lookup="employee_assets.list", limit=500, newest=(("sort[id]", "desc"),)),
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="employee_assets.update",
    title="Edit Asset",
    method="PUT",
    path="/v2/api/entity/employee_asset/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="bare", model="EmployeeAssetInput"),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    lost=("code", "assigned_date", "warranty_expiry_date", "expected_return_date"),
    entity="employee_asset",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class EmployeeAssetsResource(
    ReadsManyAtLevel["EmployeeAsset"],
    CreatesManyReferenced["EmployeeAssetInput", "Created"],
    Replaces["EmployeeAssetInput", "Ack"],
    Edits["EmployeeAssetDraft"],
    FindsOrCreates["EmployeeAsset"],
):
    """Company assets held by employees or kept in storage."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self,
        level: DataLevelValue = 2,
        *,
        page: int | None = None,
        per_page: int | None = None,
        filters: Filter | Mapping[str, object] | None = None,
        sort: str | Sequence[str] | Mapping[str, str] | None = None,
        branch: int | None = None,
        **options: Unpack[ListOptions],
    ) -> Pager[EmployeeAsset]:
        """List employee assets, page by page.

        The server tells whether more pages follow, but not how many.

        `GET /v2/api/entity/employee_asset/list/{level}`, the vendor's page 'Get All Assets'.

        Args:
            level: How much related data the answer carries; documented at level 2 for this list.
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

    async def get(self, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]) -> EmployeeAsset:
        """Get an employee asset by id.

        The reply is wrapped in `payload`, `version` and `message`.

        `GET /v2/api/entity/employee_asset/{id}/{level}`, the vendor's page 'Get Single Asset'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"id": id, "level": level}, {}, options)

    async def create(self, body: EmployeeAssetInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create an employee asset.

        `employee_id` is required when `used_by` is `employee`, `storage_id` when it is `storage`.

        `reference=` is written to `code`.

        `POST /v2/api/entity/employee_asset`, the vendor's page 'Add New Asset'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def update(
        self, id: int | str, body: EmployeeAssetInput | Mapping[str, object], **options: Unpack[UpdateOptions]
    ) -> Ack:
        """Replace an employee asset.

        `employee_id` is required when `used_by` is `employee`, `storage_id` when it is `storage`.

        What the body leaves out is lost on the server. A body without `code`, `assigned_date`, `warranty_expiry_date` or
        `expected_return_date` is refused, unless `replace=True` says that it is meant. `edit()` keeps the rest.

        `PUT /v2/api/entity/employee_asset/{id}`, the vendor's page 'Edit Asset'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(self, level: DataLevelValue = 2, **fields: Unpack[EmployeeAssetCriteria]) -> EmployeeAsset | None: ...

        async def find_many(
            self, level: DataLevelValue = 2, **fields: Unpack[EmployeeAssetCriteria]
        ) -> builtins.list[EmployeeAsset]: ...

        async def find_or_create(
            self,
            body: EmployeeAssetInput | Mapping[str, object],
            *,
            level: DataLevelValue = 2,
            lock: Lock | None = None,
            **fields: Unpack[EmployeeAssetCriteria],
        ) -> Found[EmployeeAsset]: ...
