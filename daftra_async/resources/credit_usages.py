# Generated from openapi/ by `make generate`; do not edit.
"""Occasions on which a client spent points or credits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Reference, Request, Response
from daftra_async.resource.mixins import CreatesManyReferenced, Edits, FindsOrCreates, ReadsManyAtLevel, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.http.filters import Filter
    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        CreditUsage,
        CreditUsageInput,
        DataLevelValue,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class CreditUsageCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        added_by: Wanted[int | str]
        amount: Wanted[Decimal | int | str]
        branch: int | None
        client_id: Wanted[int | str]
        created: Wanted[date | datetime | str]
        credit_type_id: Wanted[int | str]
        deleted_at: Wanted[date | datetime | str]
        description: Wanted[str]
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        modified: Wanted[date | datetime | str]
        sort: str | Sequence[str] | Mapping[str, str] | None
        usage_date: Wanted[date | str]

    class CreditUsageDraft(Draft, CreditUsage):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[CreditUsage]] = Operation(
    id="credit_usages.list",
    title="Get All Credit Usage",
    method="GET",
    path="/v2/api/entity/credit_usage/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="CreditUsage"),
    pagination="laravel",
    idempotent=True,
    entity="credit_usage",
    doubtful="The documented reply mixes Laravel keys with a v1 pagination object; this package assumes the flat Laravel paginator.",
)

GET: Final[Operation[CreditUsage]] = Operation(
    id="credit_usages.get",
    title="Get Single Credit Usage",
    method="GET",
    path="/v2/api/entity/credit_usage/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="CreditUsage", identity="id"),
    idempotent=True,
    entity="credit_usage",
)

CREATE: Final[Operation[Created]] = Operation(
    id="credit_usages.create",
    title="Add New Credit Usage",
    method="POST",
    path="/v2/api/entity/credit_usage",
    request=Request(kind="bare", model="CreditUsageInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="credit_usage",
    reference=Reference(field="description", lookup="credit_usages.list", limit=500, newest=(("sort[id]", "desc"),)),
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="credit_usages.update",
    title="Edit Credit Usage",
    method="POST",
    path="/v2/api/entity/credit_usage",
    request=Request(kind="bare", model="CreditUsageInput", identity=Param(name="id", wire="id", type="id", required=True)),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    lost=("usage_date",),
    entity="credit_usage",
    doubtful="The schema requires `amount` but the example omits it; this package takes it as optional.",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
    UPDATE,
)


class CreditUsagesResource(
    ReadsManyAtLevel["CreditUsage"],
    CreatesManyReferenced["CreditUsageInput", "Created"],
    Replaces["CreditUsageInput", "Ack"],
    Edits["CreditUsageDraft"],
    FindsOrCreates["CreditUsage"],
):
    """Occasions on which a client spent points or credits."""

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
    ) -> Pager[CreditUsage]:
        """List credit usages, page by page.

        Doubtful: The documented reply mixes Laravel keys with a v1 pagination object; this package assumes the flat Laravel
        paginator.

        `GET /v2/api/entity/credit_usage/list/{level}`, the vendor's page 'Get All Credit Usage'.

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

    async def get(self, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]) -> CreditUsage:
        """Get a credit usage by id.

        `GET /v2/api/entity/credit_usage/{id}/{level}`, the vendor's page 'Get Single Credit Usage'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"id": id, "level": level}, {}, options)

    async def create(self, body: CreditUsageInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create a credit usage.

        `reference=` is written to `description`.

        `POST /v2/api/entity/credit_usage`, the vendor's page 'Add New Credit Usage'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def update(self, id: int | str, body: CreditUsageInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Change a credit usage.

        Sent as a POST with the `id` in the body.

        What the body leaves out is lost on the server. A body without `usage_date` is refused, unless `replace=True` says
        that it is meant. `edit()` keeps the rest.

        Doubtful: The schema requires `amount` but the example omits it; this package takes it as optional.

        `POST /v2/api/entity/credit_usage`, the vendor's page 'Edit Credit Usage'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(self, level: DataLevelValue = 1, **fields: Unpack[CreditUsageCriteria]) -> CreditUsage | None: ...

        async def find_many(
            self, level: DataLevelValue = 1, **fields: Unpack[CreditUsageCriteria]
        ) -> builtins.list[CreditUsage]: ...

        async def find_or_create(
            self,
            body: CreditUsageInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[CreditUsageCriteria],
        ) -> Found[CreditUsage]: ...
