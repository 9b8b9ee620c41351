import asyncio
import sys
from pathlib import Path

import pytest
from aiohttp import web
from yarl import URL

from daftra_async import ClientInput, operations
from daftra_async.client import DaftraClient
from daftra_async.errors import ArgumentError, OutcomeUnknown, ReconcileError
from daftra_async.http.retry import Runtime
from daftra_async.sandbox import Sandbox
from daftra_async.sandbox.faults import Faults, Rule
from daftra_async.settings import Settings
from tests.conftest import http

REFERENCED = {op.resource: op for op in operations() if op.reference is not None}
BODIES = {
    "clients": {"business_name": "Somebody"},
    "suppliers": {"business_name": "Somebody"},
    "products": {"name": "Thing"},
    "work_orders": {"title": "Work", "start_date": "2026-01-01"},
    "cost_centers": {"name": "Centre"},
    "employee_assets": {"name": "Laptop", "used_by": 1},
    "expenses": {"amount": 5},
    "incomes": {"amount": 5},
    "journal_accounts": {"name": "Cash", "type": 1},
    "journal_cats": {"name": "Cash", "type": 1},
    "journals": {
        "entity_type": "invoice",
        "entity_id": 1,
        "total_debit": 5,
        "total_credit": 5,
        "currency_code": "SAR",
        "description": "A",
    },
    "leave_applications": {"staff_id": 1, "date_from": "2026-01-01", "date_to": "2026-01-02", "type": 1},
    "requisitions": {"date": "2026-01-01"},
    "time_tracking": {"staff_id": 1, "project_id": 1, "activity_id": 1, "time": "1:30"},
}
BELONGS = {
    "bookings": ("clients", "client_id", {"date": "2026-01-01", "InvoiceItem": [{"product_id": 1}]}),
    "client_payments": ("clients", "client_id", {"treasury_id": 1, "amount": 5, "payment_method": "cash"}),
    "credit_charges": (
        "clients",
        "client_id",
        {"credit_type_id": 1, "staff_id": 1, "amount": 5, "start_date": "2026-01-01", "expiry_date": "2026-02-01"},
    ),
    "credit_usages": ("clients", "client_id", {"credit_type_id": 1, "usage_date": "2026-01-01", "amount": 1}),
    "invoice_payments": ("invoices", "invoice_id", {"amount": 5, "payment_method": "cash"}),
    "stock_transactions": ("products", "product_id", {"quantity": 1, "transaction_type": 2, "store_id": 1}),
}
EXAMPLE = Path(__file__).parents[2] / "examples" / "reconcile.py"


class Dropper:
    """Drops the connection in place of the answers to creates: before or after they are done."""

    def __init__(self):
        self.when = None

    async def handle(self, request, handler):
        when = self.when if request.method == "POST" else None
        if when != "before":
            answer = await handler(request)
        if when is not None:
            request.transport.close()
            return web.Response()
        return answer

    def middleware(self):
        @web.middleware
        async def drop(request, handler):
            return await self.handle(request, handler)

        return drop


@pytest.fixture(scope="module")
def reference_numbers():
    return iter(range(700_000_001, 800_000_000))


@pytest.fixture
async def dropped():
    dropper = Dropper()
    async with (
        Sandbox("demo", middlewares=[dropper.middleware()]) as sandbox,
        DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url, settings=Settings(max_attempts=1)) as daftra,
    ):
        yield sandbox, daftra, dropper


def test_declared():
    assert {name: op.reference.field for name, op in REFERENCED.items()} == {
        "advance_payments": "po_number",
        "bookings": "description",
        "client_payments": "transaction_id",
        "clients": "client_number",
        "cost_centers": "code",
        "credit_charges": "description",
        "credit_notes": "po_number",
        "credit_usages": "description",
        "employee_assets": "code",
        "estimates": "po_number",
        "expenses": "note",
        "incomes": "note",
        "invoice_payments": "transaction_id",
        "invoices": "po_number",
        "journal_accounts": "code",
        "journal_cats": "code",
        "journals": "number",
        "leave_applications": "description",
        "products": "product_code",
        "purchase_invoices": "no",
        "purchase_refunds": "no",
        "refund_receipts": "po_number",
        "requisitions": "number",
        "stock_transactions": "notes",
        "suppliers": "supplier_number",
        "time_tracking": "notes",
        "work_orders": "number",
    }
    assert REFERENCED["invoices"].reference.parameter == "po_number"


async def body_of(daftra, resource):
    if resource in BELONGS:
        owners, name, rest = BELONGS[resource]
        owner = (await getattr(daftra, owners).list(limit=1)).data[0]
        return {name: owner.id, **rest}
    if resource in BODIES:
        return dict(BODIES[resource])
    if resource.startswith("purchase"):
        supplier = (await daftra.suppliers.list(limit=1)).data[0]
        lines = [{"item": "Thing", "unit_price": "1.50", "quantity": "2"}]
        return {"supplier_id": supplier.id, "date": "2026-01-01", "PurchaseOrderItem": lines}
    client = (await daftra.clients.list(limit=1)).data[0]
    return {
        "client_id": client.id,
        "date": "2026-01-01",
        "InvoiceItem": [{"item": "Thing", "unit_price": "1.50", "quantity": "2"}],
    }


async def test_every_resource_tells_the_truth(dropped, reference_numbers):
    sandbox, daftra, dropper = dropped
    for name, op in REFERENCED.items():
        resource, body = getattr(daftra, name), await body_of(daftra, name)
        for when in ("before", "after"):
            dropper.when, reference, before = when, str(next(reference_numbers)), len(sandbox.ledger)
            with pytest.raises(OutcomeUnknown) as caught:
                await resource.create(body, reference=reference)
            assert len(sandbox.ledger) - before == (when == "after"), name
            found = await caught.value.reconcile()
            if when == "before":
                assert found is None, name
            else:
                assert str(getattr(found, op.reference.field)) == reference
                assert found.id == sandbox.ledger[-1].id


async def test_a_reference_that_the_field_cannot_hold_is_refused(server, client):
    """The server might cut it, and what is looked for would never be found."""
    payment = {"invoice_id": 1, "amount": 5, "payment_method": "cash"}
    with pytest.raises(ArgumentError, match="text of 1 to 100 characters"):
        await client().invoice_payments.create(payment, reference="x" * 101)
    assert not server.seen


async def test_payments_of_a_lost_run_are_made_once():
    faults = Faults([Rule(("drop-after-read", "drop-before-read"), probability=0.5, operation="invoice_payments.create")])
    references = [f"pay-{number}" for number in range(12)]
    async with (
        Sandbox("demo", faults=faults) as sandbox,
        DaftraClient(
            "acme", api_key=sandbox.api_key, base_url=sandbox.url, runtime=Runtime(sleep=lambda _: asyncio.sleep(0))
        ) as daftra,
    ):
        invoice = (await daftra.invoices.list(limit=1)).data[0]
        payments = [{"invoice_id": invoice.id, "amount": 1, "payment_method": "cash"} for _ in references]
        result = await daftra.invoice_payments.create_many(payments, references=references)
        assert result.unknown
        assert (await result.settle(rounds=20)).ok
        made = [write.body["InvoicePayment"]["transaction_id"] for write in sandbox.ledger]
        assert sorted(made) == sorted(references)


async def test_what_to_do_without_a_reference(dropped):
    _, daftra, dropper = dropped
    dropper.when = "after"
    with pytest.raises(OutcomeUnknown) as caught:
        await daftra.clients.create({"business_name": "x"})
    with pytest.raises(ReconcileError, match=r"clients\.create: it was called without reference=.*clients\.list.*client_number"):
        await caught.value.reconcile()
    with pytest.raises(OutcomeUnknown) as caught:
        await daftra.taxes.create({"name": "x", "value": "1"})
    with pytest.raises(ReconcileError, match="look for the record yourself"):
        await caught.value.reconcile()
    with pytest.raises(OutcomeUnknown) as caught:
        await daftra.request("POST", "/api2/clients", json={"Client": {"email": "a@b.co"}}, query={"token": "hush-hush"})
    assert caught.value.arguments == {"json": {"Client": "***"}, "query": {"token": "***"}}
    with pytest.raises(ReconcileError, match="look for the record yourself"):
        await caught.value.reconcile()


async def test_idempotent_writes_may_be_repeated(server, client):
    daftra = client(settings={"max_attempts": 1})
    with pytest.raises(OutcomeUnknown) as caught:
        await daftra.invoices.delete(7)
    assert caught.value.arguments == {"id": 7}
    with pytest.raises(ReconcileError, match="sent again"):
        await caught.value.reconcile()
    with pytest.raises(OutcomeUnknown) as caught:
        await daftra.request("PUT", "/api2/x", json=[1], extra_headers={"X-A": "b"})
    assert caught.value.arguments == {"json": "***", "extra_headers": {"X-A": "***"}}
    with pytest.raises(ReconcileError, match="sent again"):
        await caught.value.reconcile()


@pytest.mark.parametrize(
    ("resource", "body", "reference"),
    [
        ("clients", {"business_name": "x", "client_number": "other"}, "mine"),
        ("clients", {"business_name": "x"}, ""),
        ("clients", {"business_name": "x"}, "a\r\nb"),
        ("clients", {"business_name": "x"}, "x" * 256),
        ("clients", {"business_name": "x"}, 7),
        ("suppliers", {"business_name": "x"}, "letters"),
        ("suppliers", {"business_name": "x"}, "12345678901"),
    ],
)
async def test_refused(server, client, resource, body, reference):
    with pytest.raises(ArgumentError) as caught:
        await getattr(client(), resource).create(body, reference=reference)
    assert caught.value.argument == "reference"
    assert not server.seen


async def test_the_same_value_in_the_body_is_fine(server, client):
    server.default = http(202, {"code": 202, "result": "successful", "id": 5})
    daftra = client()
    await daftra.clients.create({"business_name": "x", "client_number": "mine"}, reference="mine")
    await daftra.suppliers.create({"Supplier": {"business_name": "x"}}, reference="17")
    assert b'"client_number":"mine"' in server.seen[0].body.replace(b" ", b"")
    assert b'"supplier_number":17' in server.seen[1].body.replace(b" ", b"")
    with pytest.raises(TypeError):
        await daftra.taxes.create({"name": "x"}, reference="mine")


def listed(ids, page=1, pages=1, **fields):
    rows = [{"Client": {"id": str(each), "client_number": "other", **fields}} for each in ids]
    total = {"page": page, "page_count": pages, "next": page < pages and f"/x?page={page + 1}", "total_results": pages * 100}
    return http(body={"code": 200, "result": "successful", "data": rows, "pagination": total})


@pytest.fixture
def lost(server, client):
    async def lose(**options):
        server.script = [None]
        with pytest.raises(OutcomeUnknown) as caught:
            await client(settings={"max_attempts": 1}).clients.create(
                {"business_name": "x", **options.pop("body", {})}, reference="mine", **options
            )
        server.seen.clear()
        return caught.value

    return lose


async def test_newest_first_list_ends_at_the_limit(server, lost):
    error = await lost()
    server.script = [listed(range(1000 - page * 100, 900 - page * 100, -1), page + 1, 50) for page in range(5)]
    assert await error.reconcile() is None
    assert len(server.seen) == 5
    assert server.seen[0].target == "/api2/clients?limit=100&page=1&sort=created&direction=desc"


async def test_oldest_first_list_is_read_from_its_end(server, lost):
    error = await lost()
    server.script = [listed(range(1, 101), 1, 9), listed(range(800, 900), 9, 9), listed([791], 8, 9, client_number="mine")]
    assert (await error.reconcile()).id == 791
    assert [seen.target.partition("page=")[2][0] for seen in server.seen] == ["1", "9", "8"]


async def test_unordered_list_leaves_it_open(server, lost):
    error = await lost()
    server.script = [listed([5, 9, 7] * 34, page + 1, 50) for page in range(5)]
    with pytest.raises(ReconcileError, match="in no order"):
        await error.reconcile()
    server.script = [page_of([5, 9, 7], 1, 2, 5), page_of([2, 8], 2, 2, 5)]
    assert await error.reconcile() is None


async def test_a_reference_names_one_record(server, lost):
    error = await lost()
    server.script = [listed([9, 8], client_number="mine")]
    with pytest.raises(ReconcileError, match="2 records"):
        await error.reconcile()


async def test_branch_and_headers_go_with_it(server, lost):
    error = await lost(body={"branch_id": 3}, extra_headers={"X-Mine": "1"})
    server.script = [page_of([], 1, 1, 0)]
    assert await error.reconcile() is None
    assert "request_branch_id=3" in server.seen[0].target
    assert server.seen[0].headers["x-mine"] == "1"


async def test_example():
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "error", str(EXAMPLE)), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    assert b"lost answers: 1" in out
    assert b"new invoices: 1 " in out


def page_of(ids, page, pages, total, **paging):
    rows = [{"Client": {"id": str(each), "client_number": f"C-{each}"}} for each in ids]
    said = {"page": page, "page_count": pages, "next": page < pages and f"/x?page={page + 1}", "total_results": total, **paging}
    return http(body={"code": 200, "result": "successful", "data": rows, "pagination": said})


NEWEST = [*range(950, 0, -1)]
SHORT = {
    "empty page": [page_of(NEWEST[:100], 1, 10, 950), page_of([], 2, 10, 950)],
    "short page": [
        page_of(NEWEST[:100], 1, 10, 950),
        page_of(NEWEST[100:130], 2, 10, 950),
        *(page_of(NEWEST[at * 100 - 100 : at * 100], at, 10, 950) for at in (3, 4, 5, 6)),
    ],
    "no next": [page_of(NEWEST[:100], 1, 10, 950, next=None)],
    "page count too small": [page_of(NEWEST[:100], 1, 1, 950)],
    "page count too small, oldest first": [
        page_of(NEWEST[:-101:-1], 1, 2, 950),
        page_of(NEWEST[-101:-201:-1], 2, 2, 950),
        page_of(NEWEST[:-101:-1], 1, 2, 950),
    ],
    "short page, oldest first": [
        page_of(NEWEST[:-101:-1], 1, 3, 250),
        page_of(NEWEST[-201:-251:-1], 3, 3, 250),
        page_of(NEWEST[-101:-151:-1], 2, 3, 250),
        page_of(NEWEST[:-101:-1], 1, 3, 250),
    ],
    "the same page again": [page_of(NEWEST[:100], at, 10, 950) for at in range(1, 6)],
    "another page": [page_of(NEWEST[:100], 1, 10, 950) for _ in range(5)],
}


@pytest.mark.parametrize("cut", SHORT)
async def test_a_list_that_came_short_does_not_say_no(server, lost, cut):
    error = await lost()
    server.script = [*SHORT[cut]]
    with pytest.raises(ReconcileError, match=r"came incomplete: .*search the list yourself"):
        await error.reconcile()
    assert not server.script


UNKNOWN = {"max_attempts": 1}


async def doubt(call):
    with pytest.raises(OutcomeUnknown) as caught:
        await call
    return caught.value


@pytest.mark.parametrize(
    ("make", "advice"),
    [
        (
            lambda daftra: daftra.invoices.delete(7),
            "invoices.delete: it may simply be sent again: doing it twice changes no more than doing it once",
        ),
        (
            lambda daftra: daftra.taxes.create({"name": "x", "value": "1"}),
            "taxes.create: it has no look-up: look for the record yourself, and send it again only if it is not there",
        ),
        (
            lambda daftra: daftra.clients.create({"business_name": "x"}),
            (
                "clients.create: it was called without reference=, so there is nothing to look for: search clients.list yourself,"
                " and give reference= (it is written to client_number) the next time"
            ),
        ),
        (
            lambda daftra: daftra.request("PUT", "/api2/x", json={}),
            "request: it may simply be sent again: it counts as idempotent",
        ),
    ],
)
async def test_advice_word_for_word(server, client, make, advice):
    error = await doubt(make(client(settings=UNKNOWN)))
    with pytest.raises(ReconcileError) as caught:
        await error.reconcile()
    assert str(caught.value) == advice


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        ({"branch_id": 3}, "3"),
        ({"Client": {"branch_id": 4, "business_name": "x"}}, "4"),
        (ClientInput(business_name="x", branch_id=5), "5"),
        (ClientInput(business_name="x"), None),
        ({}, None),
        ({"branch_id": 0}, None),
    ],
)
async def test_the_branch_that_is_looked_in(server, client, body, asked):
    server.script = [None]
    body = {"business_name": "x", **body} if isinstance(body, dict) and "Client" not in body else body
    error = await doubt(client(settings=UNKNOWN).clients.create(body, reference="mine"))
    server.seen.clear()
    server.script = [page_of([], 1, 1, 0)]
    assert await error.reconcile() is None
    (seen,) = server.seen
    assert URL(seen.target).query.get("request_branch_id") == asked


async def test_the_errors_of_a_look_word_for_word(server, lost):
    error = await lost()
    server.script = [listed([9, 8], client_number="mine")]
    with pytest.raises(ReconcileError) as caught:
        await error.reconcile()
    told = "clients.create: 2 records of clients.list carry client_number 'mine'; a reference names one record"
    assert str(caught.value) == told
    server.script = [page_of(NEWEST[:100], 1, 1, 950)]
    with pytest.raises(ReconcileError) as caught:
        await error.reconcile()
    assert str(caught.value) == (
        "clients.create: no record with client_number 'mine' was seen, but clients.list came incomplete:"
        " 1 pages of 100 rows cannot hold the 950 that it announces: search the list yourself"
    )


async def test_one_page_is_asked_for_once(server, lost):
    error = await lost()
    server.script = [page_of([1, 2, 3], 1, 1, 3)]
    assert await error.reconcile() is None
    server.script = [page_of(NEWEST[-150:-50], 1, 2, 150), page_of(NEWEST[-50:], 2, 2, 150, next="/x?page=3")]
    assert await error.reconcile() is None
    assert len(server.seen) == 3
