# Generated from openapi/ by `make generate`; do not edit.
"""Debit notes on the purchase side, with their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, TypedDict, Unpack

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    import builtins

    from daftra_async.bulk import BulkProgress, BulkResult
    from daftra_async.filters import Filter
    from daftra_async.find import Found
    from daftra_async.models import (
        DataLevel,
        PurchaseDebitNote,
        PurchaseDebitNoteInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Created

    class PurchaseDebitNoteCriteria(TypedDict, total=False):
        """What a PurchaseDebitNote can be found by; for annotations only."""

        adjustment_label: object
        adjustment_value: object
        branch: object
        currency_code: object
        date: object
        debug: object
        discount: object
        discount_amount: object
        draft: object
        filters: object
        html_notes: object
        invoice_layout_id: object
        language_id: object
        shipping_amount: object
        shipping_tax_id: object
        show_item_stores: object
        sort: object
        store_id: object
        supplier_address1: object
        supplier_address2: object
        supplier_bn1_label: object
        supplier_bn2_label: object
        supplier_business_name: object
        supplier_city: object
        supplier_country_code: object
        supplier_default_currency_code: object
        supplier_first_name: object
        supplier_id: object
        supplier_last_name: object
        supplier_phone1: object
        supplier_phone2: object
        supplier_postal_code: object
        supplier_state: object
        supplier_supplier_number: object
        type: object
        work_order_id: object


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
    request=Request(kind="bare", model="PurchaseDebitNoteInput", fixed=(("type", "14"),)),
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
        resume: str | UnsetType | None = UNSET,
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
            resume: Token of an earlier walk of the same list (`Page.token`, `Pager.token`): go on after its page.
            timeout: Seconds for each page with its retries, or None for no limit; the default is in the settings.
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
            resume=resume,
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

        `type` is always written as the text "14"; dates are written DD/MM/YYYY.

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

    async def create_many(
        self,
        items: Iterable[PurchaseDebitNoteInput | Mapping[str, object]],
        *,
        concurrency: int = 8,
        on_progress: Callable[[BulkProgress], None] | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> BulkResult[Created]:
        """Create many records, and tell of each what became of it.

        All items are checked before anything is sent. A create whose answer was lost is never sent again by itself.

        Args:
            items: The records to write, or mappings in wire names with the relations beside the fields.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            on_progress: Called after each step with the numbers so far.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            Successful, failed, unknown and skipped entries, each with its input.

        Raises:
            ArgumentError: An item or an argument is wrong; nothing was sent.
        """
        return await self._create_many(
            CREATE,
            items,
            {},
            concurrency=concurrency,
            on_progress=on_progress,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def find_one(
        self,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = -1,
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[PurchaseDebitNoteCriteria],
    ) -> PurchaseDebitNote | None:
        """Find the one record whose fields have these values, such as `find_one(id=7)`.

        The values are sent as filters, and every row is compared all the same: the server ignores filters that it does not know.

        Args:
            level: How much related data the answer carries; documented at level -1 for this list.
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of PurchaseDebitNote; arguments of `list` may stand beside them.

        Returns:
            The PurchaseDebitNote as the list shows it, None when there is none.

        Raises:
            MultipleFoundError: Several records fit.
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return await self._find_one(
            LIST,
            {
                "level": level,
            },
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )

    async def find_many(
        self,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = -1,
        *,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[PurchaseDebitNoteCriteria],
    ) -> builtins.list[PurchaseDebitNote]:
        """Find all records whose fields have these values; a list, tuple or set stands for any of its values.

        Compares every row, as `find_one` does.

        Args:
            level: How much related data the answer carries; documented at level -1 for this list.
            concurrency: Requests at a time.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of PurchaseDebitNote; arguments of `list` may stand beside them.

        Returns:
            The records in the order of the list.

        Raises:
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return await self._find_many(
            LIST,
            {
                "level": level,
            },
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )

    async def find_or_create(
        self,
        body: PurchaseDebitNoteInput | Mapping[str, object],
        *,
        level: DataLevel | Literal[-1, 1, 2, 3, 4] = -1,
        concurrency: int = 4,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        **fields: Unpack[PurchaseDebitNoteCriteria],
    ) -> Found[PurchaseDebitNote]:
        """Find the one record whose fields have these values, or create it from the body.

        Not atomic on the server: two programs that do it at the same time may both create. Within one program, calls for the
        same values wait for each other.

        Args:
            level: How much related data the answer carries; documented at level -1 for this list.
            body: The record to create, or a mapping in wire names; fields that are looked for are put into it.
            concurrency: Pages fetched at a time, where several are needed.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.
            **fields: Values by the attribute names of PurchaseDebitNote.

        Returns:
            The id, whether it was created, and the record that was found.

        Raises:
            MultipleFoundError: Several records fit.
            TypeError: There is no such attribute.
            ArgumentError: A value is refused, none was given, or the body says something else.
            OutcomeUnknown: The answer to the create was lost.
            DaftraError: The list could not be read, or the server refused.
        """
        return await self._find_or_create(
            LIST,
            CREATE,
            {
                "level": level,
            },
            {},
            body,
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )
