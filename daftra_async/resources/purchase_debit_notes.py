# Generated from openapi/ by `make generate`; do not edit.
"""Debit notes on the purchase side, with their lines."""

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
        PurchaseDebitNote,
        PurchaseDebitNoteInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Created

LIST: Final[Operation[PurchaseDebitNote]] = Operation(
    id="purchase_debit_notes.list",
    title="Purchase Debit Note",
    method="GET",
    path="/v2/api/entity/purchase_debit_note/list/{level}",
    path_params=(Param(name="level", wire="level", type="integer", enum="DataLevel", default=-1),),
    query_params=(
        Param(name="debug", wire="debug", type="string"),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="per_page", wire="per_page", type="integer", minimum=1),
        Param(name="filters", wire="filter", type="filter"),
        Param(name="sort", wire="sort", type="sort"),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v2-list", model="PurchaseDebitNote"),
    pagination="laravel",
    idempotent=True,
    entity="purchase_debit_note",
    doubtful="The documented 200 body is the acknowledgement of the create; assumed the flat Laravel paginator, with `debug` optional.",
)

CREATE: Final[Operation[Created]] = Operation(
    id="purchase_debit_notes.create",
    title="Purchase Debit Note",
    method="POST",
    path="/v2/api/entity/purchase_debit_note",
    request=Request(kind="bare", model="PurchaseDebitNoteInput"),
    response=Response(kind="v2-created"),
    idempotent=False,
    entity="purchase_debit_note",
    doubtful="Schema and example disagree on the key of the lines; assumed `purchase_order_item`, as in the schema.",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
)


class PurchaseDebitNotesResource(Resource):
    """Debit notes on the purchase side, with their lines."""

    def list(
        self,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = -1,
        *,
        debug: str | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        filters: Filter | Mapping[str, object] | UnsetType = UNSET,
        sort: str | Sequence[str] | Mapping[str, str] | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[PurchaseDebitNote]:
        """List purchase debit notes, page by page.

        `GET /v2/api/entity/purchase_debit_note/list/{level}`, the vendor's page 'Purchase Debit Note'.

        Doubtful: The documented 200 body is the acknowledgement of the create; assumed the flat Laravel paginator, with
        `debug` optional.

        Args:
            level: How much related data the answer carries; documented at level -1 for this list.
            debug: Left-over debug switch of the vendor; best not sent.
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
            A pager: await it for the first page, iterate it for every PurchaseDebitNote.

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
                "debug": debug,
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

    async def create(
        self,
        body: PurchaseDebitNoteInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Created:
        """Create a purchase debit note from the body you send.

        `type` is the text "14", and dates are written DD/MM/YYYY.

        `POST /v2/api/entity/purchase_debit_note`, the vendor's page 'Purchase Debit Note'.

        Doubtful: Schema and example disagree on the key of the lines; assumed `purchase_order_item`, as in the schema.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The id of the new record.

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
