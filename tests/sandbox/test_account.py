"""The demo account and the life of the server."""

from __future__ import annotations

import asyncio
import sys
import time
from typing import TYPE_CHECKING, Any

import aiohttp
from aiohttp import web

from daftra_async.sandbox import Sandbox, spec
from daftra_async.sandbox.account import Account
from daftra_async.sandbox.seed import fill
from daftra_async.sandbox.store import Store

if TYPE_CHECKING:
    from tests.demo_account import DemoAccountFile
    from tests.sandbox.conftest import Raw


def contents(account: Account) -> tuple[dict[str, int], list[bytes]]:
    counts = account.store.counts()
    found = [record.raw for name in ("client", "invoice", "journal") for record in account.store.all(name)]
    account.store.close()
    return counts, found


def test_size_and_determinism(demo_account_file: DemoAccountFile) -> None:
    counts, first = contents(demo_account_file.open())
    assert sum(counts.values()) >= 20_000
    assert sum(count >= 100 for count in counts.values()) >= 15
    account = Account(spec.load(), Store())
    fill(account, demo=True, value=1)
    assert contents(account) == (counts, first)


async def test_every_list_shows_something(demo: Raw) -> None:
    counts = (await demo.get("/_sandbox/counts")).json
    assert counts == demo.sandbox.counts()
    assert min(counts.values()) > 0
    assert sum(counts.values()) >= 20_000


def test_relations_exist(demo_account_file: DemoAccountFile) -> None:
    store = demo_account_file.open().store
    clients = set(store.ids("client"))
    invoices = {invoice.id: invoice for invoice in store.all("invoice")}
    assert {invoice.body["client_id"] for invoice in invoices.values()} <= clients
    assert {payment.body["invoice_id"] for payment in store.all("invoice_payment")} <= set(invoices)
    assert {line["product_id"] for invoice in invoices.values() for line in invoice.parts["InvoiceItem"]} <= set(
        store.ids("product")
    )
    text = b"".join(client.raw for client in store.all("client")).decode()
    for oddity in ("\ufffd", "0000-00-00", "loyalty_tier", "blanks   ", "شركة"):
        assert oddity in text
    store.close()


async def test_large_page_is_fast(demo: Raw) -> None:
    await demo.get("/api2/invoices?limit=1000")
    started = time.process_time()
    answer = await demo.get("/api2/invoices?limit=1000&page=2")
    assert time.process_time() - started < 1, "seconds of this process, whatever else the machine does"
    assert len(answer.json["data"]) == 1000


async def test_middlewares_and_log() -> None:
    seen: list[str | None] = []

    @web.middleware
    async def fault(request: web.Request, handler: Any) -> web.StreamResponse:
        seen.append(sandbox.operation_of(request))
        return web.Response(status=503) if request.method == "DELETE" else await handler(request)

    async with Sandbox("empty", middlewares=[fault]) as sandbox, aiohttp.ClientSession() as session:
        for method in ("GET", "DELETE"):
            async with session.request(
                method, f"{sandbox.url}/api2/stores/1.json?a=1&a=2", headers={"apikey": "sandbox-key"}
            ) as got:
                assert got.status == (200 if method == "GET" else 503)
        assert seen == ["stores.get", "stores.delete"]
        assert sandbox.requests[0].query == [("a", "1"), ("a", "2")]
        assert sandbox.received() == {"stores.get": 1, "stores.delete": 1}
        assert sandbox.record("store", 1) is not None


async def test_command() -> None:
    command = [sys.executable, "-m", "daftra_async.sandbox", "--seed", "empty", "--api-key", "k"]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode()
    assert line.startswith("Daftra sandbox: http://127.0.0.1:")
    assert line.rstrip().endswith("apikey: k")
    async with aiohttp.ClientSession() as session, session.get(f"{line.split()[2]}/api2/stores", headers={"apikey": "k"}) as got:
        assert got.status == 200
    process.terminate()
    assert await process.wait() == 0
    rest = (await process.stdout.read()).decode()
    assert f"DAFTRA_BASE_URL={line.split()[2]}\n" in rest, "what another terminal has to be told"
    assert "DAFTRA_API_KEY=k\n" in rest
