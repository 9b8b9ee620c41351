# Generated from openapi/ by `make generate`; do not edit.
"""Amounts a credit usage takes from a particular credit charge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
        ChargeUsage,
        ChargeUsageInput,
        DataLevelValue,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class ChargeUsageCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        amount: Wanted[Decimal | int | str]
        branch: int | None
        credit_charge_id: Wanted[int | str]
        credit_usage_id: Wanted[int | str]
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        sort: str | Sequence[str] | Mapping[str, str] | None

    class ChargeUsageDraft(Draft, ChargeUsage):
        """Made by edit(); for annotations only."""


CREATE: Final[Operation[Created]] = Operation(
    id="charge_usages.create",
    title="Add Credit Usage Amount",
    method="POST",
    path="/v2/api/entity/charge_usage",
    request=Request(kind="bare", model="ChargeUsageInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="charge_usage",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="charge_usages.update",
    title="Edit Credit Usage Amount",
    method="POST",
    path="/v2/api/entity/charge_usage",
    request=Request(kind="bare", model="ChargeUsageInput", identity=Param(name="id", wire="id", type="id", required=True)),
    response=Response(kind="v2-ack"),
    idempotent=True,
    replaces=True,
    entity="charge_usage",
)

LIST: Final[Operation[ChargeUsage]] = Operation(
    id="charge_usages.list",
    title="Get All Credit Usage Amount",
    method="GET",
    path="/v2/api/entity/charge_usage/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="ChargeUsage"),
    pagination="laravel",
    idempotent=True,
    entity="charge_usage",
)

GET: Final[Operation[ChargeUsage]] = Operation(
    id="charge_usages.get",
    title="Get Single Credit Usage Amount",
    method="GET",
    path="/v2/api/entity/charge_usage/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="ChargeUsage", identity="id"),
    idempotent=True,
    entity="charge_usage",
)

OPERATIONS: Final = (
    CREATE,
    UPDATE,
    LIST,
    GET,
)


class ChargeUsagesResource(
    ReadsManyAtLevel["ChargeUsage"],
    CreatesMany["ChargeUsageInput", "Created"],
    Replaces["ChargeUsageInput", "Ack"],
    Edits["ChargeUsageDraft"],
    FindsOrCreates["ChargeUsage"],
):
    """Amounts a credit usage takes from a particular credit charge."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    async def create(self, body: ChargeUsageInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Created:
        """Create a charge usage.

        It takes no `reference=`, since no field is free for one.

        `POST /v2/api/entity/charge_usage`, the vendor's page 'Add Credit Usage Amount'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def update(self, id: int | str, body: ChargeUsageInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Change a charge usage.

        Sent as a POST with the `id` in the body.

        What the body leaves out is lost on the server. `edit()` keeps the rest.

        `POST /v2/api/entity/charge_usage`, the vendor's page 'Edit Credit Usage Amount'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

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
    ) -> Pager[ChargeUsage]:
        """List charge usages, page by page.

        `GET /v2/api/entity/charge_usage/list/{level}`, the vendor's page 'Get All Credit Usage Amount'.

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

    async def get(self, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]) -> ChargeUsage:
        """Get a charge usage by id.

        `GET /v2/api/entity/charge_usage/{id}/{level}`, the vendor's page 'Get Single Credit Usage Amount'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"id": id, "level": level}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, level: DataLevelValue = 1, **fields: Unpack[ChargeUsageCriteria]) -> ChargeUsage | None: ...

        async def find_many(
            self, level: DataLevelValue = 1, **fields: Unpack[ChargeUsageCriteria]
        ) -> builtins.list[ChargeUsage]: ...

        async def find_or_create(
            self,
            body: ChargeUsageInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[ChargeUsageCriteria],
        ) -> Found[ChargeUsage]: ...
