"""The short run, and the long walk; `make chaos` is the long run."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import DaftraClient, PasswordGrant, Settings
from daftra_async.errors import ServerError
from daftra_async.http.retry import Runtime
from daftra_async.lists.completeness import Tally
from daftra_async.sandbox import Faults, Rule, Sandbox
from tests.chaos import shop
from tests.chaos.independent.trial import trial
from tests.chaos.run import chaos
from tests.chaos.shop import FAULTS
from tests.chaos.verdict import problems, summary

if TYPE_CHECKING:
    from pathlib import Path

TRANSIENT = (
    "delay",
    "slow-drip",
    "drop-after-read",
    "half-body",
    "reset",
    "429",
    "429-seconds",
    "502",
    "503",
    "504",
    "gzip-garbage",
)


BUSY = {"hang", "slow-drip", "429-seconds", "429-date", "503-seconds", "503-seconds-after"}
"""Faults that take a second or more."""


async def test_a_shop_sync_that_is_killed_and_started_twice(tmp_path: Path):
    kinds = [name for name in FAULTS if name not in BUSY]
    found = await shop.trial(100, 2, seed=1, folder=tmp_path, kinds=kinds)
    assert not found.problems, found.summary()
    assert found.ends[-signal.SIGKILL] == 3
    assert found.faults.total() > 5


async def test_the_account_of_a_shop_tells_of_doubles(tmp_path: Path):
    """The checks of the trial find faults."""
    (order,) = shop.orders_of(1, seed=1)
    async with Sandbox("empty") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
        client = await daftra.clients.create({"business_name": "A"}, reference=order["customer"]["number"])
        for _ in range(2):
            body = {"client_id": client.id, "InvoiceItem": order["lines"]}
            await daftra.invoices.create(body, reference=order["number"])
        twice, unpaid, amounts = shop.problems([order], sandbox)
        assert (twice, unpaid) == ("invoice SHOP-1: 2 times", "payment ch_1: 0 times")
        assert amounts.endswith(f"'0.00'), status 0, and {order['payment']['amount']} was paid")


async def test_short_run():
    report = await chaos(400, seed=3)
    assert not problems(report), summary(report)


async def test_short_run_on_an_independent_server():
    outcome = await trial(400, seed=2)
    assert not outcome.problems(), outcome.summary()


async def test_the_ledger_finds_out(monkeypatch):
    """A walk that takes every end for the end is seen, and so is a look-up that believes it."""
    monkeypatch.setattr(Tally, "is_complete", True)
    outcome = await trial(300, seed=2)
    assert {text.partition(":")[0] for text in outcome.problems()} >= {"truncated"}


async def test_walk_of_200_pages_is_complete_and_in_order(pauses):
    async with Sandbox("empty") as sandbox:
        runtime = Runtime(sleep=pauses.sleep)
        async with DaftraClient(
            base_url=sandbox.url, api_key=sandbox.api_key, settings=Settings(max_attempts=6), runtime=runtime
        ) as daftra:
            made = [int((await daftra.suppliers.create({"Supplier": {"business_name": f"S{n}"}})).id) for n in range(400)]
            for concurrency in (1, 8):
                sandbox.faults = Faults([Rule(TRANSIENT, probability=0.05)], seed=7 + concurrency)
                pages = [page async for page in daftra.suppliers.list(limit=2).pages(concurrency=concurrency)]
                assert [page.page for page in pages] == list(range(1, 201))
                assert [supplier.id for page in pages for supplier in page.data] == made[::-1]
                assert sandbox.faults.met.total() >= 5


async def test_failed_refresh_is_not_handed_to_later_calls():
    """A call that comes between the end of a refresh and its callbacks starts another one.

    Given the failed one, it fails without ever giving way to the event loop, and so does each call after it.
    """
    fetched = 0
    later: list[asyncio.Task[None]] = []

    async def fetch(_form: Any) -> Any:
        nonlocal fetched
        fetched += 1
        if fetched == 1:
            later.append(asyncio.create_task(calls(10)))  # runs before the callbacks of the refresh
        raise ServerError(503)

    async def calls(count: int) -> None:
        for _ in range(count):
            with pytest.raises(ServerError):
                await keeper.headers()

    keeper = PasswordGrant(client_secret="s", username="u", password="p").bind(fetch, "https://acme.daftra.com")
    await calls(1)
    await asyncio.gather(*later)
    assert fetched == 11
