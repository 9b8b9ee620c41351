"""What `OutcomeUnknown.arguments` shows of a call."""

import pickle

import pytest

from daftra_async import ClientInput, InvoiceInput, InvoiceItemInput
from daftra_async.errors import Attempt, OutcomeUnknown, ReconcileError

UNKNOWN = {"max_attempts": 1}


async def doubt(call):
    with pytest.raises(OutcomeUnknown) as caught:
        await call
    return caught.value


async def test_an_operation(server, client):
    body = InvoiceInput(
        client_id=1,
        client_email="who@example.com",
        notes="ask a@b.co",
        invoice_item=[InvoiceItemInput(item="Work")],
        extra={"pin": "1234"},
    )
    error = await doubt(
        client(settings=UNKNOWN).invoices.create(
            body,
            reference="order-7",
            extra_headers={"X-Private": "hush-hush", "Accept-Language": "ar"},
            extra_query={"token": "hush-hush", "limit": 3},
        )
    )
    assert error.operation == "invoices.create"
    assert error.arguments == {
        "body": {"client_id": 1, "client_email": "***", "notes": "ask ***", "invoice_item": "1 items", "pin": "***"},
        "reference": "order-7",
        "extra_query": {"token": "***", "limit": 3},
        "extra_headers": {"X-Private": "***", "Accept-Language": "ar"},
    }


async def test_a_pickled_error_shows_the_same(server, client):
    error = await doubt(client(settings=UNKNOWN).clients.create({"business_name": "x"}, reference="mine"))
    (attempt,) = error.history
    assert isinstance(attempt, Attempt)
    assert attempt.phase == "sent"
    assert attempt.seconds > 0
    again = pickle.loads(pickle.dumps(error))
    assert (again.arguments, again.history, str(again)) == (error.arguments, error.history, str(error))
    with pytest.raises(ReconcileError, match="pickled"):
        await again.reconcile()


async def test_a_mapping_shows_what_is_described_and_short(server, client):
    body = {"Client": {"business_name": "x", "email": "a@b.co", "extra": {"unknown": 1}, "category": "a" * 200}}
    error = await doubt(client(settings=UNKNOWN).clients.create(body))
    assert error.arguments["body"] == {
        "business_name": "***",
        "email": "***",
        "extra": "***",
        "category": "a" * 79 + "…",
    }


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({}, {}),
        ({"json": {"a": "secret"}}, {"json": {"a": "***"}}),
        ({"json": [None, 1]}, {"json": "***"}),
        (
            {"query": {"page": 3, "sort": "id", "filter[email]": "a@b.co"}},
            {"query": {"page": 3, "sort": "id", "filter[email]": "***"}},
        ),
        ({"extra_headers": {"X-A": "b"}}, {"extra_headers": {"X-A": "***"}}),
    ],
)
async def test_a_raw_request(server, client, given, shown):
    error = await doubt(client(settings=UNKNOWN).request("POST", "/api2/x", **given))
    assert error.arguments == shown


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ({"business_name": "Somebody", "city": "Giza"}, {"business_name": "***", "city": "***"}),
        ({"Client": {"category": "vip", "country_code": "EG"}, "Other": [1]}, {"category": "vip", "country_code": "EG"}),
        (ClientInput(business_name="x", category="vip"), {"business_name": "***", "category": "vip"}),
        (ClientInput(business_name="x", extra_siblings={"Other": [1]}), {"business_name": "***", "Other": "***"}),
    ],
)
async def test_bodies(server, client, body, shown):
    call = client(settings=UNKNOWN).clients.create(body, extra_query={"unknown_thing": 1}, reference="mine")
    error = await doubt(call)
    assert error.arguments == {"body": shown, "reference": "mine", "extra_query": {"unknown_thing": "***"}}


async def test_lines_are_shown_as_their_number(server, client):
    lines = [InvoiceItemInput(item="a"), InvoiceItemInput(item="b")]
    error = await doubt(client(settings=UNKNOWN).invoices.create(InvoiceInput(client_id=15, invoice_item=lines)))
    assert error.arguments == {"body": {"client_id": 15, "invoice_item": "2 items"}}
    error = await doubt(client(settings=UNKNOWN).invoices.create({"client_id": 15, "InvoiceItem": [{"item": "a"}]}))
    assert error.arguments == {"body": {"client_id": 15, "InvoiceItem": "***"}}
    error = await doubt(client(settings=UNKNOWN).invoices.bulk_create([{"client_id": 1}, {"client_id": 2}]))
    assert error.arguments == {"body": "2 records"}
