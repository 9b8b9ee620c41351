"""MockDaftra: strict, and real up to the request."""

from __future__ import annotations

import asyncio
from datetime import date
from decimal import Decimal

import pytest

from daftra_async import (
    Ack,
    ArgumentError,
    Client,
    ClientInput,
    Created,
    DaftraClient,
    F,
    Invoice,
    InvoiceInput,
    InvoiceItem,
    InvoiceItemInput,
    NotFoundError,
    OutcomeUnknown,
    RawAnswer,
    RequestNotSent,
    ServerError,
    Settings,
    operations,
    structure,
)
from daftra_async.errors import ConflictError, MultipleFoundError
from daftra_async.testing import MockCall, MockDaftra, UnpreparedCall


@pytest.fixture
def mock() -> MockDaftra:
    return MockDaftra()


async def test_answers_by_arguments(mock: MockDaftra) -> None:
    mock.on("invoices.get", id=2415).returns(Invoice(id=2415, client_id=15, summary_total=Decimal("10.50")))
    mock.on("invoices.get", id="7").returns({"id": "7", "client_id": "3", "date": "2026-01-31"})
    async with mock.client as daftra:
        assert isinstance(daftra, DaftraClient)
        first = await daftra.invoices.get("2415", timeout=3)
        second = await daftra.invoices.get(7)
    assert (first.client_id, first.summary_total) == (15, Decimal("10.50"))
    assert (second.id, second.client_id, second.date) == (7, 3, date(2026, 1, 31))
    assert mock.calls == [MockCall("invoices.get", {"id": "2415"}), MockCall("invoices.get", {"id": 7})]
    mock.assert_all_called()


async def test_each_call_gets_an_object_of_its_own(mock: MockDaftra) -> None:
    invoice = Invoice(id=1, invoice_item=[InvoiceItem(id=5)])
    mock.on("invoices.get").returns(invoice)
    invoice.id = 9
    one, two = await mock.client.invoices.get(1), await mock.client.invoices.get(1)
    one.invoice_item[0].id = 6
    assert (one.id, two.id, two.invoice_item[0].id) == (1, 1, 5)


async def test_a_call_that_nobody_prepared(mock: MockDaftra) -> None:
    mock.on("invoices.get", id=1).returns(Invoice(id=1))
    with pytest.raises(
        UnpreparedCall, match=r"invoices.get\(id=2\) was called.*prepared for this operation are: invoices.get\(id=1\)"
    ):
        await mock.client.invoices.get(2)
    with pytest.raises(UnpreparedCall, match=r"clients.delete\(id=3\)"):
        await mock.client.clients.delete(3)
    mock.on("clients.get")
    with pytest.raises(UnpreparedCall, match="without an answer"):
        await mock.client.clients.get(3)
    with pytest.raises(AssertionError, match=r"never came: invoices.get\(id=1\)"):
        mock.assert_all_called()


def test_what_cannot_be_called_cannot_be_prepared(mock: MockDaftra) -> None:
    with pytest.raises(ArgumentError, match=r"did you mean 'invoices\.get'"):
        mock.on("invoice.get")
    with pytest.raises(TypeError, match="did you mean 'client_id'"):
        mock.on("invoices.list", clientid=1)
    with pytest.raises(TypeError, match="has no argument 'body'"):
        mock.on("invoices.get", body={})
    with pytest.raises(TypeError, match="has no argument 'reference'"):
        mock.on("invoices.update", reference="x")
    with pytest.raises(ArgumentError, match="payment_status"):
        mock.on("invoices.list", payment_status=77)
    with pytest.raises(ArgumentError, match="id"):
        mock.on("invoices.get", id=0)
    with pytest.raises(ArgumentError, match="returns_pages"):
        mock.on("invoices.list", page=2)
    with pytest.raises(ArgumentError, match="JSON form"):
        mock.on("invoices.create", body={"client_id": 1, "notes": object()})
    with pytest.raises(ArgumentError, match=r"'clint_id' \(did you mean 'client_id'\?\)"):
        mock.on("invoices.create", body={"clint_id": 1})


async def test_arguments_are_checked_as_by_a_real_client(mock: MockDaftra) -> None:
    mock.on("invoices.list").returns([])
    mock.on("invoices.create").returns(Created(id=1))
    daftra = mock.client
    with pytest.raises(ArgumentError, match="limit"):
        daftra.invoices.list(limit=0)
    with pytest.raises(TypeError):
        daftra.invoices.list(clientid=1)
    with pytest.raises(ArgumentError, match="body"):
        await daftra.invoices.create(ClientInput(business_name="x"))
    with pytest.raises(ArgumentError, match="extra_headers"):
        await daftra.invoices.create({"client_id": 1}, extra_headers={"apikey": "x"})
    with pytest.raises(ArgumentError, match="timeout"):
        await daftra.invoices.create({"client_id": 1}, timeout=-1)
    assert mock.calls == []


@pytest.mark.parametrize(
    ("operation", "value", "message"),
    [
        ("invoices.get", Client(id=1), "Client was given for invoices.get"),
        ("invoices.get", None, "NoneType was given"),
        ("invoices.get", Invoice(id=1, client_id="many"), "client_id"),
        ("invoices.get", {"id": 1, "invoice_item": []}, "'InvoiceItem'"),
        ("invoices.get", {"id": 1, "InvoiceItem": [{"quantity": "some"}]}, r"InvoiceItem\[0\].quantity"),
        ("invoices.list", Invoice(id=1), "a list of Invoice"),
        ("invoices.list", [Invoice(id=1), Client(id=2)], r"value\[1\]: Client"),
        ("clients.create", Ack(), "Ack was given"),
        ("clients.create", 7, "int was given"),
        ("clients.create", {"id": None}, "nothing was created"),
        ("clients.update", Created(id=1), "Created was given"),
        ("invoices.bulk_create", {"id": 1}, "a list of BulkInvoiceResult"),
        ("listing.get", [], "a mapping"),
    ],
)
def test_values_of_another_type_are_refused(mock: MockDaftra, operation: str, value: object, message: str) -> None:
    with pytest.raises(ArgumentError, match=message):
        mock.on(operation).returns(value)


def test_other_answers_are_checked_too(mock: MockDaftra) -> None:
    with pytest.raises(ArgumentError, match="is not a list"):
        mock.on("invoices.get").returns_pages([])
    with pytest.raises(ArgumentError, match="none was given"):
        mock.on("invoices.list").returns_pages()
    with pytest.raises(ArgumentError, match=r"page 2\[0\]"):
        mock.on("invoices.list").returns_pages([], [Client(id=1)])
    for bad in ("text", OutcomeUnknown):
        with pytest.raises(ArgumentError, match="an exception"):
            mock.on("invoices.get").raises(bad)
    with pytest.raises(ArgumentError, match="fn"):
        mock.on("invoices.get").calls(3)


async def test_values_that_do_not_fit_can_be_had_on_purpose(mock: MockDaftra) -> None:
    mock.on("invoices.get").returns(structure(Invoice, {"id": 1, "client_id": "many"}))
    invoice = await mock.client.invoices.get(1)
    assert [issue.path for issue in invoice.issues] == ["client_id"]


async def test_writes_show_what_would_be_sent(mock: MockDaftra) -> None:
    created = mock.on("invoices.create", reference="order-1").returns({"code": 202, "id": "2415"})
    mock.on("invoices.update", id=1).returns(Ack(code=200))
    mock.on("clients.create", body={"business_name": "Nile"}).returns(Created(id=3))
    mock.on("clients.create", body=lambda body: "email" in body).returns(Created(id=4))
    daftra = mock.client
    body = InvoiceInput(client_id=15, invoice_item=[InvoiceItemInput(product_id=7, unit_price=Decimal("12.50"))])
    assert (await daftra.invoices.create(body, reference="order-1")).id == 2415
    await daftra.invoices.update(1, {"client_id": 15, "notes": "x"}, replace=True)
    assert (await daftra.clients.create(ClientInput(business_name="Nile"))).id == 3
    assert (await daftra.clients.create({"Client": {"email": "a@example.com"}})).id == 4
    with pytest.raises(UnpreparedCall):
        await daftra.clients.create({"business_name": "Other"})
    assert created.seen[0].arguments == {"reference": "order-1"}
    assert created.seen[0].body == {"client_id": 15, "InvoiceItem": [{"product_id": 7, "unit_price": "12.50"}]}
    assert mock.calls[1] == MockCall("invoices.update", {"id": 1}, {"client_id": 15, "notes": "x"})


async def test_lists_come_in_pages(mock: MockDaftra) -> None:
    mock.on("clients.list").returns([Client(id=number) for number in range(1, 48)])
    daftra = mock.client
    page = await daftra.clients.list()
    assert (len(page), page.page_count, page.total_results, page.has_next) == (20, 3, 47, True)
    assert [client.id async for client in daftra.clients.list(limit=10)] == list(range(1, 48))
    assert len(await daftra.clients.list(limit=5).collect(concurrency=4)) == 47
    pages = [page async for page in daftra.clients.list(limit=20).pages()]
    again = await daftra.clients.list(limit=20, resume=pages[0].token).collect()
    assert [client.id for client in again] == list(range(21, 48))
    assert mock.calls[1:3] == [MockCall("clients.list", {"limit": 10}), MockCall("clients.list", {"limit": 10, "page": 2})]


async def test_pages_as_they_were_prepared(mock: MockDaftra) -> None:
    walk = mock.on("invoices.list", client_id=15).returns_pages([Invoice(id=1)], [{"id": "2"}], ServerError(503))
    seen: list[int | None] = []
    with pytest.raises(ServerError, match=r"invoices\.list: 503"):
        async for invoice in mock.client.invoices.list(client_id=15):
            seen += [invoice.id]
    assert seen == [1, 2]
    assert [call.arguments.get("page") for call in walk.seen] == [None, 2, 3]
    mock.on("clients.list").returns_pages([])
    assert await mock.client.clients.list().collect() == []


async def test_filters_are_compared_as_they_are_sent(mock: MockDaftra) -> None:
    mock.on("workflow_records.list", workflow_id=36, filters=F("budget").gte(1000)).returns([{"id": 1}])
    daftra = mock.client
    assert len(await daftra.workflow_records.list(36, filters=F("budget").gte(Decimal(1000)))) == 1
    with pytest.raises(UnpreparedCall):
        await daftra.workflow_records.list(36, filters=F("budget").gte(999))


async def test_answers_follow_one_another(mock: MockDaftra) -> None:
    error = NotFoundError(404)
    mock.on("clients.get", id=1).raises(error).raises(error).raises(KeyError).returns(Client(id=1))
    daftra = mock.client
    errors = []
    for _ in range(2):
        with pytest.raises(NotFoundError, match=r"clients.get: 404 .*\(GET /api2/clients/\{id\}\)") as caught:
            await daftra.clients.get(1)
        errors.append(caught.value)
    assert errors[0] is not errors[1]
    assert error.operation is None
    with pytest.raises(KeyError):
        await daftra.clients.get(1)
    assert (await daftra.clients.get(1)).id == 1
    assert (await daftra.clients.get(1)).id == 1


async def test_answers_that_were_not_asked_for(mock: MockDaftra) -> None:
    mock.on("clients.get").raises(NotFoundError(404)).returns(Client(id=1)).returns(Client(id=2))
    with pytest.raises(NotFoundError):
        await mock.client.clients.get(1)
    with pytest.raises(AssertionError, match=r"2 of the answers of clients.get\(\) were not asked for"):
        mock.assert_all_called()


async def test_more_arguments_go_first(mock: MockDaftra) -> None:
    mock.on("clients.get", id=1).returns(Client(id=1, email="one@example.com"))
    mock.on("clients.get").returns(Client(id=0, email="old@example.com"))
    mock.on("clients.get").returns(Client(id=0, email="new@example.com"))
    assert (await mock.client.clients.get(1)).email == "one@example.com"
    assert (await mock.client.clients.get(2)).email == "new@example.com"


async def test_functions_answer(mock: MockDaftra) -> None:
    async def later(call: MockCall) -> Client:
        await asyncio.sleep(0)
        return Client(id=int(str(call.arguments["id"])))

    mock.on("clients.get").calls(later)
    mock.on("clients.create").calls(lambda call: Created(id=len(call.body)))
    mock.on("clients.list").calls(lambda call: [Client(id=call.arguments.get("page", 1))] * 30)
    mock.on("clients.delete").calls(lambda _: "done")
    daftra = mock.client
    assert (await daftra.clients.get(5)).id == 5
    assert (await daftra.clients.create({"email": "a@example.com", "city": "x"})).id == 2
    assert {client.id for client in await daftra.clients.list(limit=30)} == {1}
    with pytest.raises(ArgumentError, match=r"str was given for clients.delete"):
        await daftra.clients.delete(1)


async def test_a_lost_answer_can_be_looked_up(mock: MockDaftra) -> None:
    mock.on("invoices.create").raises(OutcomeUnknown("the answer was lost"))
    mock.on("invoices.list", po_number="order-1").returns([Invoice(id=7, po_number="order-1")])
    with pytest.raises(OutcomeUnknown) as lost:
        await mock.client.invoices.create({"client_id": 1}, reference="order-1")
    assert lost.value.operation == "invoices.create"
    assert (await lost.value.reconcile()).id == 7


async def test_edits(mock: MockDaftra) -> None:
    mock.on("invoices.get", id=1).returns(Invoice(id=1, client_id=15, no="0001", notes="old"))
    update = mock.on("invoices.update", id=1).returns(Ack(code=200))
    async with mock.client.invoices.edit(1) as draft:
        assert draft.notes == "old"
        draft.notes = "new"
    assert update.seen[0].body == {"client_id": 15, "no": "0001", "notes": "new"}

    mock.on("clients.get", id=2).returns(Client(id=2, city="Cairo")).returns(Client(id=2, city="Giza"))
    with pytest.raises(ConflictError):
        async with mock.client.clients.edit(2) as client:
            client.email = "a@example.com"


async def test_look_ups_and_batches(mock: MockDaftra) -> None:
    daftra = mock.client
    mock.on("clients.list").returns([Client(id=1, email="a@example.com"), Client(id=2, city="Giza"), Client(id=3, city="Giza")])
    found = await daftra.clients.find_one(email="a@example.com")
    assert found is not None
    assert found.id == 1
    assert await daftra.clients.find_one(email="b@example.com") is None
    with pytest.raises(MultipleFoundError):
        await daftra.clients.find_one(city="Giza")

    mock.on("clients.create").calls(lambda call: Created(id=9))
    made = await daftra.clients.find_or_create({"business_name": "Nile"}, email="new@example.com")
    assert (made.id, made.created) == (9, True)
    assert mock.calls[-1] == MockCall("clients.create", {}, {"business_name": "Nile", "email": "new@example.com"})

    mock.on("clients.get").calls(lambda call: Client(id=call.arguments["id"]))
    mock.on("clients.get", id=4).raises(NotFoundError(404))
    fetched = await daftra.clients.get_many([1, 4, 5], on_error="collect")
    assert ([client.id for client in fetched], fetched.missing) == ([1, 5], (4,))

    mock.on("clients.create").returns(Created(id=10)).raises(OutcomeUnknown("lost")).returns(Created(id=12))
    result = await daftra.clients.create_many([{"business_name": str(number)} for number in range(3)], concurrency=1)
    assert result.counts() == {"successful": 2, "failed": 0, "unknown": 1, "skipped": 0}

    with pytest.raises(UnpreparedCall):
        await daftra.clients.delete_many([1, 2])


async def test_free_requests(mock: MockDaftra) -> None:
    mock.on_request("get", "/api2/site_info").returns({"data": [1]})
    mock.on_request("POST", "/api2/thing").raises(OutcomeUnknown("lost"))
    daftra = mock.client
    assert await daftra.request("GET", "/api2/site_info", query={"a": 1}) == {"data": [1]}
    with pytest.raises(OutcomeUnknown):
        await daftra.request("POST", "/api2/thing", json={"x": Decimal("1.5")})
    assert mock.calls == [
        MockCall("GET /api2/site_info", {"a": 1}),
        MockCall("POST /api2/thing", {}, {"x": "1.5"}),
    ]
    with pytest.raises(UnpreparedCall, match="DELETE /api2/thing"):
        await daftra.request("DELETE", "/api2/thing")


async def test_lists_by_path(mock: MockDaftra) -> None:
    rows = [{"id": str(number)} for number in range(5)]
    mock.on_request("GET", "/api2/orders").returns(rows).returns_pages([{"Order": {"id": "8"}}], NotFoundError(404))
    walked = mock.client.paginate("/api2/orders", key="Order", model=Client, query={"limit": 2})
    assert [client.id for client in await walked.collect()] == [0, 1, 2, 3, 4]
    assert mock.calls == [
        MockCall("GET /api2/orders", {"limit": 2}),
        MockCall("GET /api2/orders", {"limit": 2, "page": 2}),
        MockCall("GET /api2/orders", {"limit": 2, "page": 3}),
    ]
    with pytest.raises(NotFoundError):
        await mock.client.paginate("/api2/orders", key="Order").collect()


async def test_lists_by_path_that_cannot_be_answered_are_refused(mock: MockDaftra) -> None:
    with pytest.raises(UnpreparedCall, match="GET /api2/orders"):
        await mock.client.paginate("/api2/orders")
    with pytest.raises(ArgumentError, match="style"):
        mock.client.paginate("/api2/orders", style="v3")
    mock.on_request("GET", "/api2/orders").returns({"data": []})
    with pytest.raises(ArgumentError, match=r"dict was given for paginate; expected a list of mappings"):
        await mock.client.paginate("/api2/orders")
    mock.on_request("GET", "/api2/pages").returns_pages([{"id": 1}])
    with pytest.raises(UnpreparedCall, match=r"prepare request\(\) with returns"):
        await mock.client.request("GET", "/api2/pages")


async def test_raw_answers_and_documents(mock: MockDaftra) -> None:
    mock.on_request("GET", "/owner/reports/sales.csv").returns(RawAnswer(200, {"content-type": "text/csv"}, b"a,b")).returns(b"c")
    mock.on_request("GET", "/invoices/view/7.pdf").returns(b"%PDF-1.7").returns(b"<html>").returns({"a": 1})
    daftra = mock.client
    answer = await daftra.request("GET", "/owner/reports/sales.csv", raw=True)
    assert (answer.status, answer.content_type, answer.body) == (200, "text/csv", b"a,b")
    assert (await daftra.request("GET", "/owner/reports/sales.csv", raw=True)).body == b"c"
    with pytest.raises(ArgumentError, match=r"bytes was given for GET /owner/reports/sales\.csv; expected JSON"):
        await daftra.request("GET", "/owner/reports/sales.csv")
    assert await daftra.pdf("/invoices/view/7.pdf?hash=abc") == b"%PDF-1.7"
    assert mock.calls[-1] == MockCall("GET /invoices/view/7.pdf", {"hash": "abc"})
    with pytest.raises(ArgumentError, match="not a PDF"):
        await daftra.pdf("/invoices/view/7.pdf?hash=abc")
    with pytest.raises(ArgumentError, match=r"dict was given .* with raw=True; expected RawAnswer"):
        await daftra.request("GET", "/invoices/view/7.pdf", raw=True)
    with pytest.raises(UnpreparedCall):
        await daftra.pdf("/other.pdf")
    with pytest.raises(ArgumentError, match="link"):
        await daftra.pdf("https://elsewhere.example/7.pdf")


async def test_closing(mock: MockDaftra) -> None:
    mock.on("clients.get").returns(Client(id=1))
    daftra = mock.client
    assert mock.client is daftra
    async with daftra:
        patient = daftra.with_settings(timeout=300)
        assert (await patient.clients.get(1)).id == 1
    with pytest.raises(RequestNotSent, match="closed"):
        await daftra.clients.get(1)
    with pytest.raises(RequestNotSent, match="closed"):
        await patient.clients.get(1)
    assert mock.client is not daftra
    assert (await mock.client.clients.get(1)).id == 1


async def test_the_account_of_a_mock_writes_dates_day_first(mock: MockDaftra) -> None:
    mock.on("invoices.get").returns({"id": 1, "date": "05/09/2026"})
    mock.on("credit_usages.create").returns(Created(id=7))
    assert (await mock.client.invoices.get(1)).date == date(2026, 9, 5)
    usage = {"client_id": 1, "credit_type_id": 2, "usage_date": date(2026, 9, 5)}
    await mock.client.with_settings(date_format="auto").credit_usages.create(usage)
    assert [call.operation for call in mock.calls] == ["invoices.get", "credit_usages.create"]
    assert mock.calls[-1].body["usage_date"] == "05/09/2026"
    mock.assert_all_called()


@pytest.mark.parametrize(
    ("date_format", "pattern", "written"),
    [("m/d/Y", "%m/%d/%Y", "09/05/2026"), ("%d.%m.%Y", "%d.%m.%Y", "05.09.2026")],
)
async def test_the_client_is_told_the_format_of_the_account_when_it_asks(date_format: str, pattern: str, written: str) -> None:
    mock = MockDaftra(date_format=date_format)
    mock.on("invoices.get").returns({"id": 1, "date": written})
    mock.on("credit_usages.create").returns(Created(id=7))
    usage = {"client_id": 1, "credit_type_id": 2, "usage_date": date(2026, 9, 5)}
    assert mock.client.date_format is None
    await mock.client.credit_usages.create(usage)
    assert mock.calls == [MockCall("credit_usages.create", {}, {**usage, "usage_date": written})]
    assert mock.client.date_format == mock.client.with_settings(timeout=9).date_format == pattern
    assert (await mock.client.invoices.get(1)).date == date(2026, 9, 5)


def test_a_date_format_that_says_nothing_is_refused() -> None:
    with pytest.raises(ArgumentError, match="date_format: 'YYYY' was given"):
        MockDaftra(date_format="YYYY")


async def test_the_date_format_of_the_settings_counts() -> None:
    mock = MockDaftra(settings=Settings(date_format="%d/%m/%Y"))
    mock.on("invoices.get").returns({"id": 1, "date": "05/09/2026"})
    assert (await mock.client.invoices.get(1)).date == date(2026, 9, 5)


def test_reset(mock: MockDaftra) -> None:
    mock.on("clients.get").returns(Client(id=1))
    mock.reset()
    mock.assert_all_called()
    assert repr(mock) == "<MockDaftra: 0 prepared, 0 calls>"


def test_every_operation_can_be_prepared(mock: MockDaftra) -> None:
    for op in operations():
        assert mock.on(op.id).name == op.id


async def test_personal_data_and_secrets_are_not_in_messages(mock: MockDaftra) -> None:
    with pytest.raises(UnpreparedCall) as caught:
        await mock.client.clients.create({"email": "someone@example.com"})
    assert "someone" not in str(caught.value)
