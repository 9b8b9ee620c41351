# Generated from openapi/ by `make generate`; do not edit.
"""Prepayments by clients, stored as invoices of type 19."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.filters import Filter
    from daftra_async.models import (
        AdvancePayment,
        AdvancePaymentInput,
        DataLevel,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack

LIST: Final[Operation[AdvancePayment]] = Operation(
    id="advance_payments.list",
    title="GET All Advance payment",
    method="GET",
    path="/v2/api/entity/invoice/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),),
    query_params=(
        Param(name="filter_type", wire="filter[type]", type="integer", fixed="19"),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="AdvancePayment"),
    pagination="laravel",
    idempotent=True,
    entity="invoice",
    doubtful="The 200 body is undocumented; assumed the flat Laravel paginator.",
)

GET: Final[Operation[AdvancePayment]] = Operation(
    id="advance_payments.get",
    title="GET Single Advance payment",
    method="GET",
    path="/v2/api/entity/invoice/{id}/{level}",
    path_params=(
        Param(name="id", wire="id", type="id", required=True),
        Param(name="level", wire="level", type="integer", enum="DataLevel", default=1),
    ),
    response=Response(kind="v2-single", model="AdvancePayment"),
    idempotent=True,
    entity="invoice",
)

CREATE: Final[Operation[Ack]] = Operation(
    id="advance_payments.create",
    title="Add Advance Payment",
    method="POST",
    path="/api2/invoices",
    request=Request(
        kind="wrapped", model="AdvancePaymentInput", key="Invoice", siblings=("Payment", "InvoiceItem", "InvoiceCustomField")
    ),
    response=Response(kind="v1-ack"),
    idempotent=False,
    entity="invoice",
    doubtful="The 200 body is undocumented and the sibling invoice create answers 202; assumed the v1 acknowledgement with an id.",
)

OPERATIONS: Final = (
    LIST,
    GET,
    CREATE,
)


class AdvancePaymentsResource(Resource):
    """Prepayments by clients, stored as invoices of type 19."""

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
    ) -> Pager[AdvancePayment]:
        """List advance payments from the v2 invoices.

        This is the v2 invoice list with the filter `type` fixed to 19.

        `GET /v2/api/entity/invoice/list/{level}`, the vendor's page 'GET All Advance payment'.

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
            A pager: await it for the first page, iterate it for every AdvancePayment.

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
    ) -> AdvancePayment:
        """Get an advance payment by id.

        This is the v2 invoice read; an id of any other invoice type is answered as well.

        `GET /v2/api/entity/invoice/{id}/{level}`, the vendor's page 'GET Single Advance payment'.

        Args:
            id: Id of the record, as a number or as text.
            level: How much related data the answer carries, from 1 (the record) to 4 (deep relations).
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The AdvancePayment.

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
        body: AdvancePaymentInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Create an advance payment from the body you send.

        Same request as `invoices.create` with `type` 19 in the body. `Payment` is one object here, not an array.

        `POST /api2/invoices`, the vendor's page 'Add Advance Payment'.

        Doubtful: The 200 body is undocumented and the sibling invoice create answers 202; assumed the v1 acknowledgement with
        an id.

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
