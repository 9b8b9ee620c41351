# Generated from openapi/ by `make generate`; do not edit.
"""Debit notes on the purchase side, with their lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource.mixins import CreatesMany, FindsOrCreates

if TYPE_CHECKING:
    import builtins

    from daftra_async.http.filters import Filter
    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        DataLevelValue,
        PurchaseDebitNote,
        PurchaseDebitNoteInput,
    )
    from daftra_async.operation import Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class PurchaseDebitNoteCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        adjustment_label: Wanted[str]
        adjustment_value: Wanted[Decimal | int | str]
        branch: int | None
        currency_code: Wanted[str]
        date: Wanted[date | str]
        debug: str | None
        discount: Wanted[Decimal | int | str]
        discount_amount: Wanted[Decimal | int | str]
        draft: Wanted[str]
        filters: Filter | Mapping[str, object] | None
        html_notes: Wanted[str]
        id: Wanted[int | str]
        invoice_layout_id: Wanted[int | str]
        language_id: Wanted[int | str]
        shipping_amount: Wanted[Decimal | int | str]
        shipping_tax_id: Wanted[int | str]
        show_item_stores: Wanted[str]
        sort: str | Sequence[str] | Mapping[str, str] | None
        store_id: Wanted[int | str]
        supplier_address1: Wanted[str]
        supplier_address2: Wanted[str]
        supplier_bn1_label: Wanted[str]
        supplier_bn2_label: Wanted[str]
        supplier_business_name: Wanted[str]
        supplier_city: Wanted[str]
        supplier_country_code: Wanted[str]
        supplier_default_currency_code: Wanted[str]
        supplier_first_name: Wanted[str]
        supplier_id: Wanted[int | str]
        supplier_last_name: Wanted[str]
        supplier_phone1: Wanted[str]
        supplier_phone2: Wanted[str]
        supplier_postal_code: Wanted[str]
        supplier_state: Wanted[str]
        supplier_supplier_number: Wanted[str]
        type: Wanted[str]
        work_order_id: Wanted[int | str]


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
    doubtful="The documented 200 body is the acknowledgement of the create; this package assumes the flat Laravel paginator, with `debug` optional.",
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
    doubtful="The lines are `purchase_order_item` in the vendor's schema and `purchase_debit_notes_items` in its example; both are read and written.",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
)


class PurchaseDebitNotesResource(CreatesMany["PurchaseDebitNoteInput", "Created"], FindsOrCreates["PurchaseDebitNote"]):
    """Debit notes on the purchase side, with their lines."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self,
        level: DataLevelValue = -1,
        *,
        debug: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        filters: Filter | Mapping[str, object] | None = None,
        sort: str | Sequence[str] | Mapping[str, str] | None = None,
        branch: int | None = None,
        **options: Unpack[ListOptions],
    ) -> Pager[PurchaseDebitNote]:
        """List purchase debit notes, page by page.

        Doubtful: The documented 200 body is the acknowledgement of the create; this package assumes the flat Laravel
        paginator, with `debug` optional.

        `GET /v2/api/entity/purchase_debit_note/list/{level}`, the vendor's page 'Purchase Debit Note'.

        Args:
            level: How much related data the answer carries; documented at level -1 for this list.
            debug: Debug switch that the vendor left in; best not used.
            page: Page to start at, from 1.
            per_page: Records per page; `.limit(n)` ends the walk after n records.
            filters: Conditions built with `F`, such as `F("budget").gte(1000)`, or a mapping of fields to the values they equal.
            sort: Field to order by (`"-created"` for descending), several of them, or a mapping of fields to `asc` and `desc`.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(
            LIST,
            {"level": level},
            {"debug": debug, "page": page, "per_page": per_page, "filters": filters, "sort": sort, "branch": branch},
            options,
        )

    async def create(self, body: PurchaseDebitNoteInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Created:
        """Create a purchase debit note.

        It takes no `reference=`, since no field is free for one.

        Doubtful: The lines are `purchase_order_item` in the vendor's schema and `purchase_debit_notes_items` in its example;
        both are read and written.

        `POST /v2/api/entity/purchase_debit_note`, the vendor's page 'Purchase Debit Note'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    if TYPE_CHECKING:

        async def find_one(
            self, level: DataLevelValue = -1, **fields: Unpack[PurchaseDebitNoteCriteria]
        ) -> PurchaseDebitNote | None: ...

        async def find_many(
            self, level: DataLevelValue = -1, **fields: Unpack[PurchaseDebitNoteCriteria]
        ) -> builtins.list[PurchaseDebitNote]: ...

        async def find_or_create(
            self,
            body: PurchaseDebitNoteInput | Mapping[str, object],
            *,
            level: DataLevelValue = -1,
            lock: Lock | None = None,
            **fields: Unpack[PurchaseDebitNoteCriteria],
        ) -> Found[PurchaseDebitNote]: ...
