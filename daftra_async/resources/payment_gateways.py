# Generated from openapi/ by `make generate`; do not edit.
"""Payment methods set up for the account."""

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
        PaymentGateway,
        PaymentGatewayInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack

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
    doubtful="The 200 body is undocumented; assumed the flat Laravel paginator.",
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
    response=Response(kind="v2-single", model="PaymentGateway"),
    idempotent=True,
    entity="site_payment_gateway",
    doubtful="The 200 body is undocumented; assumed the bare record.",
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
    doubtful="The 200 body is undocumented; assumed {message, id}.",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
)


class PaymentGatewaysResource(Resource):
    """Payment methods set up for the account."""

    def list(
        self,
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
    ) -> Pager[PaymentGateway]:
        """List payment methods, page by page.

        `GET /v2/api/entity/site_payment_gateway/list/{level}`, the vendor's page 'Get All Payment Methods'.

        Doubtful: The 200 body is undocumented; assumed the flat Laravel paginator.

        Args:
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
            A pager: await it for the first page, iterate it for every PaymentGateway.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return self._list(
            LIST,
            {
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
        id: int | str,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = 1,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> PaymentGateway:
        """Get a payment method by id.

        `GET /v2/api/entity/site_payment_gateway/{id}/{level}`, the vendor's page 'Get Single Payment Method'.

        Doubtful: The 200 body is undocumented; assumed the bare record.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The PaymentGateway.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            GET,
            {
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
        body: PaymentGatewayInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Create a payment method from the body you send.

        `POST /v2/api/entity/site_payment_gateway`, the vendor's page 'Add Payment Method'.

        Doubtful: The 200 body is undocumented; assumed {message, id}.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The acknowledgement of the server.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            OutcomeUnknown: The answer was lost, so the server may have done it or not; it was not sent again.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            CREATE,
            {},
            {},
            body,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
