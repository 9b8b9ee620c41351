# Generated from openapi/ by `make generate`; do not edit.
"""Payment methods set up for the account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource.mixins import CreatesMany, FindsOrCreates, ReadsManyAtLevel

if TYPE_CHECKING:
    import builtins

    from daftra_async.http.filters import Filter
    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        DataLevelValue,
        PaymentGateway,
        PaymentGatewayInput,
    )
    from daftra_async.operation import Ack
    from daftra_async.options import CallOptions, FindOptions, ListOptions
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class PaymentGatewayCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        active: Wanted[int | str]
        branch: int | None
        branch_id: Wanted[int | str]
        default: Wanted[int | str]
        disable_for_client: Wanted[int | str]
        filters: Filter | Mapping[str, object] | None
        id: Wanted[int | str]
        label: Wanted[str]
        manually_added: Wanted[int | str]
        option1: Wanted[str]
        option2: Wanted[str]
        option3: Wanted[str]
        payment_gateway: Wanted[str]
        sort: str | Sequence[str] | Mapping[str, str] | None
        treasury_id: Wanted[int | str]
        username: Wanted[str]


LIST: Final[Operation[PaymentGateway]] = Operation(
    id="payment_gateways.list",
    title="Get All Payment Methods",
    method="GET",
    path="/v2/api/entity/site_payment_gateway/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="PaymentGateway"),
    pagination="laravel",
    idempotent=True,
    entity="site_payment_gateway",
    doubtful="The 200 body is undocumented; this package assumes the flat Laravel paginator.",
)

GET: Final[Operation[PaymentGateway]] = Operation(
    id="payment_gateways.get",
    title="Get Single Payment Method",
    method="GET",
    path="/v2/api/entity/site_payment_gateway/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="PaymentGateway", identity="id"),
    idempotent=True,
    entity="site_payment_gateway",
    doubtful="The 200 body is undocumented; this package assumes the bare record.",
)

CREATE: Final[Operation[Ack]] = Operation(
    id="payment_gateways.create",
    title="Add Payment Method",
    method="POST",
    path="/v2/api/entity/site_payment_gateway",
    request=Request(kind="bare", model="PaymentGatewayInput"),
    response=Response(kind="v2-ack"),
    idempotent=False,
    entity="site_payment_gateway",
    doubtful="The 200 body is undocumented; this package assumes `{message, id}`.",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
)


class PaymentGatewaysResource(
    ReadsManyAtLevel["PaymentGateway"], CreatesMany["PaymentGatewayInput", "Ack"], FindsOrCreates["PaymentGateway"]
):
    """Payment methods set up for the account."""

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
    ) -> Pager[PaymentGateway]:
        """List payment methods, page by page.

        Doubtful: The 200 body is undocumented; this package assumes the flat Laravel paginator.

        `GET /v2/api/entity/site_payment_gateway/list/{level}`, the vendor's page 'Get All Payment Methods'.

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

    async def get(self, id: int | str, level: DataLevelValue = 1, **options: Unpack[CallOptions]) -> PaymentGateway:
        """Get a payment method by id.

        Doubtful: The 200 body is undocumented; this package assumes the bare record.

        `GET /v2/api/entity/site_payment_gateway/{id}/{level}`, the vendor's page 'Get Single Payment Method'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
        """
        return await self._call(GET, {"id": id, "level": level}, {}, options)

    async def create(self, body: PaymentGatewayInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Ack:
        """Create a payment method.

        It takes no `reference=`, since no field is free for one.

        Doubtful: The 200 body is undocumented; this package assumes `{message, id}`.

        `POST /v2/api/entity/site_payment_gateway`, the vendor's page 'Add Payment Method'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(
            self, level: DataLevelValue = 1, **fields: Unpack[PaymentGatewayCriteria]
        ) -> PaymentGateway | None: ...

        async def find_many(
            self, level: DataLevelValue = 1, **fields: Unpack[PaymentGatewayCriteria]
        ) -> builtins.list[PaymentGateway]: ...

        async def find_or_create(
            self,
            body: PaymentGatewayInput | Mapping[str, object],
            *,
            level: DataLevelValue = 1,
            lock: Lock | None = None,
            **fields: Unpack[PaymentGatewayCriteria],
        ) -> Found[PaymentGateway]: ...
