"""Batches, edits, look-ups and streams as a type checker sees them. Checked, never run."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, assert_type

from daftra_async import (
    Ack,
    Client,
    ClientInput,
    Created,
    DaftraClient,
    F,
    FileLock,
    Filter,
    Found,
    Invoice,
    InvoiceInput,
    InvoiceItem,
    Lock,
    Page,
    Pager,
    WorkflowRecord,
)
from daftra_async.errors import DaftraError
from daftra_async.lists.stream import Stream
from daftra_async.writes.bulk import BulkEntry, BulkResult, Fetched
from daftra_async.writes.edit import Change


async def many(daftra: DaftraClient) -> None:
    fetched = await daftra.invoices.get_many([1, "2"], concurrency=4, on_error="collect")
    assert_type(fetched, Fetched[Invoice])
    assert_type(fetched[0], Invoice)
    assert_type(fetched.by_id[1].client_id, int | None)
    assert_type(fetched.errors, dict[int | str, DaftraError])
    assert_type(fetched.missing, tuple[int | str, ...])

    created = await daftra.clients.create_many([ClientInput(business_name="Nile")], references=["c-1"])
    assert_type(created, BulkResult[Created])
    for entry in created.successful:
        assert_type(entry, BulkEntry[Created])
        assert_type(entry.result, Created | None)
        assert_type(entry.error, Exception | None)
    assert_type(await created.retry_failed(), BulkResult[Created])
    assert_type(await created.settle(rounds=3), BulkResult[Created])
    lock: Lock = FileLock("orders.lock")
    await daftra.clients.create_many([ClientInput(business_name="Nile")], references=["c-1"], lock=lock)
    await daftra.invoices.create_many([InvoiceInput(client_id=1)], references=["i-1"], chunk_size=9, lock=None)
    updated = await daftra.clients.update_many({7: ClientInput(business_name="Nile"), 8: ClientInput(city="Giza")}, replace=True)
    assert_type(updated, BulkResult[Ack])
    assert_type(await daftra.clients.delete_many([1, 2]), BulkResult[Ack])


async def editing(daftra: DaftraClient) -> None:
    async with daftra.invoices.edit(2415) as draft:
        assert_type(draft.notes, str | None)
        assert_type(draft.invoice_item, list[InvoiceItem] | None)
        assert_type(draft.diff(), dict[str, Change])
        draft.notes = "Paid"
        draft.write(payment=[])
        record: Invoice = draft
        print(record)


async def finding(daftra: DaftraClient) -> None:
    assert_type(await daftra.clients.find_one(email="a@example.com"), Client | None)
    assert_type(await daftra.clients.find_many(city="Giza"), list[Client])
    found = await daftra.clients.find_or_create(ClientInput(business_name="Nile"), email="a@example.com")
    assert_type(found, Found[Client])
    assert_type(found.record, Client | None)
    assert_type(found.created, bool)


async def streams(daftra: DaftraClient) -> None:
    pager = daftra.invoices.list(limit=500).prefetch(8)
    assert_type(pager, Pager[Invoice])
    assert_type(pager.checked(on_drift="ignore", dedupe=True), Pager[Invoice])
    assert_type(pager.limit(10), Stream[Invoice])
    assert_type(pager.filter(lambda invoice: (invoice.summary_total or 0) > 1000), Stream[Invoice])
    assert_type(pager.chunk(100), Stream[list[Invoice]])
    assert_type(pager.map(total), Stream[Decimal])
    assert_type(pager.map(client_of), Stream[Client])
    assert_type(await pager.to_dicts().limit(3).collect(), list[dict[str, Any]])
    async with pager as records:
        assert_type(records, Pager[Invoice])
        async for record in records:
            assert_type(record, Invoice)
    async for page in pager.pages(concurrency=4):
        assert_type(page, Page[Invoice])
        assert_type(page.token, str | None)


def total(invoice: Invoice) -> Decimal:
    return invoice.summary_total or Decimal(0)


async def client_of(invoice: Invoice) -> Client:
    return Client(id=invoice.client_id)


async def filters(daftra: DaftraClient) -> None:
    chosen = F("budget").gte(Decimal(1000)) & F("status").in_(1, 2)
    assert_type(chosen, Filter)
    async for record in daftra.workflow_records.list(36, filters=chosen, sort="-created"):
        assert_type(record, WorkflowRecord)
    async for record in daftra.workflow_records.list(36, filters={"status": 1}):
        assert_type(record, WorkflowRecord)


async def bodies(daftra: DaftraClient) -> None:
    assert_type(await daftra.invoices.replace(7, InvoiceInput(client_id=1)), Ack)
