"""Keys beside a record in a body, documented or not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import ClientInput, InvoiceInput, InvoiceItemInput, unstructure
from daftra_async.errors import ArgumentError, OutcomeUnknown
from daftra_async.resources import brands, clients, credit_notes, expenses, invoices, purchase_invoices, refund_receipts
from daftra_async.wire.bodies import set_apart, write_body
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async import DaftraClient
    from tests.conftest import RawServer

    Make = Callable[..., DaftraClient]

CENTERS = [{"cost_center_id": 3, "percentage": 100}]
WRITTEN = {"Invoice": {"client_id": 15}, "InvoiceItem": [{"item": "x"}], "CostCenter": CENTERS}
ITEM = InvoiceItemInput(item="x")
SPELLED: list[Any] = [
    WRITTEN,
    {"Invoice": InvoiceInput(client_id=15), "InvoiceItem": [ITEM], "CostCenter": CENTERS},
    {"Invoice": {"client_id": 15, "InvoiceItem": [ITEM]}, "CostCenter": CENTERS},
    {"Invoice": InvoiceInput(client_id=15, extra_siblings={"CostCenter": CENTERS}), "InvoiceItem": [ITEM]},
    {"Invoice": {"client_id": 15}, "InvoiceItem": [ITEM], "extra": {"CostCenter": CENTERS}},
    {"client_id": 15, "InvoiceItem": [ITEM], "extra_siblings": {"CostCenter": CENTERS}},
    InvoiceInput(client_id=15, invoice_item=[ITEM], extra_siblings={"CostCenter": CENTERS}),
    unstructure(InvoiceInput(client_id=15, invoice_item=[ITEM], extra_siblings={"CostCenter": CENTERS})),
]


@pytest.mark.parametrize("body", SPELLED, ids=range(len(SPELLED)))
async def test_siblings_stay_siblings(body: Any, client: Make, server: RawServer) -> None:
    server.default = http(202, {"code": 202, "result": "successful", "id": "2415"})
    daftra = client()
    await daftra.invoices.create(body, reference="order-7")
    await daftra.invoices.create_many([body])
    referenced = {**WRITTEN, "Invoice": {"client_id": 15, "po_number": "order-7"}}
    assert [json.loads(seen.body) for seen in server.seen] == [referenced, [WRITTEN]]
    written = write_body(invoices.CREATE, body)
    assert write_body(invoices.CREATE, set_apart(invoices.CREATE, written)) == written == WRITTEN


@pytest.mark.parametrize("op", [credit_notes.UPDATE, refund_receipts.CREATE, purchase_invoices.CREATE, expenses.CREATE])
def test_every_record_under_a_key_may_have_them(op: Any) -> None:
    key = op.request.key
    assert write_body(op, {key: {"extra": {"x": "y"}}, "CostCenter": CENTERS})["CostCenter"] == CENTERS
    assert write_body(op, {"extra": {"x": "y"}, "extra_siblings": {"Anything": 5}})["Anything"] == 5


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"Invoice": {"client_id": 15}, "InvoiceItm": [{}]}, "unknown 'InvoiceItm' beside Invoice; did you mean 'InvoiceItem'?"),
        ({"Invoice": {"client_id": 15}, "invoiceitem": [{}]}, "did you mean 'InvoiceItem'?"),
        ({"Invoice": {"client_id": 15}, "notes": "x"}, "'notes' stands beside Invoice; it is a field of the record"),
        ({"Invoice": {"client_id": 15}, "anything": "x"}, "unknown 'anything' beside Invoice"),
        ({"Invoice": {"client_id": 15}, 7: [1]}, "unknown 7 beside Invoice"),
        ({"Invoice": {"client_id": 15}, "extra": {"InvoiceItem": []}}, "extra has 'InvoiceItem', which is described"),
        ({"Invoice": {"client_id": 15}, "extra": [1]}, "extra: list was given; expected a mapping of keys beside the record"),
        ({"client_id": 15, "extra_siblings": {"Invoice": {}}}, "extra_siblings has 'Invoice', which is described"),
        (InvoiceInput(client_id=15, extra_siblings={"InvoiceItem": []}), "extra_siblings has 'InvoiceItem'"),
        (InvoiceInput(client_id=15, extra_siblings=[1]), "expected a mapping"),  # callers may be untyped
        (InvoiceInput(client_id=15, invoice_item=[InvoiceItemInput(extra_siblings={"A": 1})]), "belongs to the record itself"),
        (
            {"Invoice": InvoiceInput(client_id=15, extra_siblings={"CostCenter": []}), "CostCenter": []},
            "CostCenter stands both in extra_siblings and beside Invoice",
        ),
    ],
)
async def test_what_cannot_be_meant_is_refused(body: Any, told: str, client: Make, server: RawServer) -> None:
    with pytest.raises(ArgumentError, match=told.replace("?", r"\?")):
        await client().invoices.create(body)
    assert server.seen == []


def test_a_bare_record_has_none() -> None:
    for op, body in ((brands.CREATE, {"name": "x", "extra_siblings": {"A": 1}}),):
        with pytest.raises(ArgumentError, match="nothing stands beside; use extra"):
            write_body(op, body)


def test_empty_ones_change_nothing() -> None:
    assert write_body(clients.CREATE, ClientInput(business_name="x", extra_siblings={})) == {"Client": {"business_name": "x"}}
    assert "extra_siblings" not in unstructure(ClientInput(business_name="x"))
    assert "extra_siblings" not in repr(ClientInput(business_name="x"))


async def test_errors_and_reprs_show_their_names_only(client: Make, server: RawServer) -> None:
    secret = InvoiceInput(client_id=15, extra_siblings={"CostCenter": [{"note": "hush-hush"}]})
    assert "CostCenter" in repr(secret)
    with pytest.raises(OutcomeUnknown) as caught:
        await client().invoices.create(secret)
    assert "hush" not in repr(secret) + repr(caught.value.arguments) + str(caught.value)
    assert caught.value.arguments["body"]["CostCenter"] == "***"


async def test_find_or_create_looks_into_the_record(client: Make, server: RawServer) -> None:
    page = {
        "code": 200,
        "result": "successful",
        "data": [],
        "pagination": {"prev": None, "next": None, "page": 1, "page_count": 1, "total_results": 0},
    }
    created = http(202, {"code": 202, "result": "successful", "id": "7"})
    server.script = [http(200, page), http(200, page), created]
    body = {"Client": {"business_name": "x"}, "CostCenter": CENTERS}
    await client().clients.find_or_create(body, client_number="C-1")
    sent = json.loads(server.seen[-1].body)
    assert sent == {"Client": {"business_name": "x", "client_number": "C-1"}, "CostCenter": CENTERS}
