"""Invoices in chunks: each element has its own outcome."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from aiohttp import web

from daftra_async import ArgumentError, Created, DaftraClient, InvoiceInput, InvoiceItemInput, OutcomeUnknown
from daftra_async.errors import RateLimitedError, ValidationError
from daftra_async.resources import invoices
from daftra_async.sandbox import Sandbox
from daftra_async.sandbox.faults import Faults, Rule
from daftra_async.settings import Settings
from daftra_async.writes.bulk.writes import create_many
from tests.conftest import http


def connect(sandbox: Sandbox) -> DaftraClient:
    return DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url, settings=Settings(backoff_base=0.01))


def invoice(client_id: int | None, number: int = 0) -> InvoiceInput:
    line = InvoiceItemInput(item=f"Line {number}", unit_price=Decimal("12.50"), quantity=Decimal(2))
    return InvoiceInput(client_id=client_id, invoice_item=[line], notes=f"Note {number}")


async def a_client(daftra: DaftraClient) -> int:
    return int((await daftra.clients.create({"business_name": "Somebody"})).id)


async def many(daftra: DaftraClient, items: list[Any], **more: Any) -> Any:
    given = {"concurrency": 2, "bulk": invoices.BULK_CREATE, "chunk_size": 10, **more}
    return await create_many(daftra._executor, invoices.CREATE, items, {}, **given)


async def test_elements_that_fail_are_their_own() -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        client = await a_client(daftra)
        items: list[Any] = [invoice(client, at) if at % 7 else {"notes": "Bad"} for at in range(45)]
        result = await many(daftra, items, references=[f"R-{at}" for at in range(45)])
        assert result.counts() == {"successful": 38, "failed": 7, "unknown": 0, "skipped": 0}
        assert {entry.index for entry in result.failed} == {0, 7, 14, 21, 28, 35, 42}
        assert all(isinstance(entry.error, ValidationError) for entry in result.failed)
        assert all(entry.error.operation == "invoices.bulk_create" and entry.error.code == 400 for entry in result.failed)
        assert all(entry.error.validation_errors for entry in result.failed)
        for entry in result.successful:
            assert isinstance(entry.result, Created)
            record = sandbox.record("invoice", entry.id)
            assert (record["po_number"], record["notes"]) == (f"R-{entry.index}", f"Note {entry.index}")
        assert sandbox.received()["invoices.bulk_create"] == 5
        assert (await result.retry_failed()).counts() == result.counts()
        assert sandbox.received()["invoices.bulk_create"] == 6, "those that failed go together"


@pytest.mark.parametrize("kind", ["drop-after-read", "reset", "502-after", "html", "truncated-json"])
async def test_lost_answer_leaves_its_chunk_unknown(kind: str) -> None:
    faults = Faults(
        [Rule("none", operation="invoices.bulk_create", times=1), Rule(kind, operation="invoices.bulk_create", times=1)]
    )
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox) as daftra:
        client = await a_client(daftra)
        references = [f"R-{at}" for at in range(45)]
        items = [invoice(client, at) for at in range(45)]
        result = await many(daftra, items, concurrency=1, references=references)
        assert {entry.index for entry in result.unknown} == set(range(10, 20))
        assert len(result.successful) == 35
        assert len(sandbox.ledger) - 1 in {35, 45}

        settled = await result.reconcile()
        assert not settled.unknown
        done = await settled.retry_failed()
        assert done.ok
        written = [write.reference for write in sandbox.ledger if write.collection == "invoice"]
        stored = [sandbox.record("invoice", entry.id)["po_number"] for entry in done]
        assert stored == references
        assert len(sandbox.ledger) == 46
        assert written


async def test_refusal_of_the_request_fails_its_chunk() -> None:
    faults = Faults([Rule("429", operation="invoices.bulk_create", times=1)])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox) as daftra:
        client = await a_client(daftra)
        result = await many(daftra, [invoice(client, at) for at in range(25)], concurrency=1)
        assert {entry.index for entry in result.failed} == set(range(10))
        assert all(isinstance(entry.error, RateLimitedError) for entry in result.failed)
        assert (await result.retry_failed()).ok
        assert len(sandbox.ledger) == 26


async def test_element_that_cannot_be_written_is_named() -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        with pytest.raises(ArgumentError, match=r"^items\[1\]: "):
            await many(daftra, [invoice(1), {}])
        with pytest.raises(ArgumentError, match="chunk_size"):
            await many(daftra, [invoice(1)], chunk_size=0)
        assert not sandbox.requests


@pytest.mark.parametrize(
    "answer",
    [
        [{"result": "successful", "code": 202, "id": 1}],
        [{"result": "successful", "code": 202, "id": 1}] * 3,
        [],
        [7, 8],
        {"odd": 1},
        {"data": [{"result": "successful", "code": 202, "id": 1}]},
    ],
)
async def test_answers_that_cannot_be_mapped(server: Any, client: Any, answer: Any) -> None:
    server.default = http(200, answer)
    result = await many(client(), [invoice(1), invoice(1)])
    assert result.counts()["unknown"] == 2
    assert all(isinstance(entry.error, OutcomeUnknown) and entry.error.status == 200 for entry in result.unknown)


async def test_buckets_of_odd_elements(server: Any, client: Any) -> None:
    server.default = http(
        200,
        [
            {"result": "failed", "code": 500, "message": "Oops"},
            {"result": "failed"},
            {"result": "successful", "code": 202, "id": None},
            {"result": "successful", "code": 202},
        ],
    )
    result = await many(client(), [invoice(1)] * 4)
    assert [entry.bucket for entry in result] == ["unknown", "failed", "failed", "unknown"]


async def test_reconcile_does_not_trust_the_filter_of_the_list() -> None:
    """The server ignores a filter that it does not know; the records lie deeper than a page."""

    @web.middleware
    async def lose(request: web.Request, handler: Any) -> Any:
        answer = await handler(request)
        if request.path.endswith("add_bulk.json") and not sandbox_lost:
            sandbox_lost.append(1)
            assert request.transport is not None
            request.transport.close()
        return answer

    sandbox_lost: list[int] = []
    async with Sandbox("empty", middlewares=[lose]) as sandbox, connect(sandbox) as daftra:
        client = await a_client(daftra)
        items = [invoice(client, at) for at in range(600)]
        result = await many(daftra, items, chunk_size=50, references=[f"R-{at}" for at in range(600)])
        assert {type(entry.error) for entry in result.unknown} == {OutcomeUnknown}
        assert {entry.index for entry in result.unknown} == set(range(50))
        settled = await result.reconcile()
        assert settled.ok
        assert sandbox.received()["invoices.list"] == 6
