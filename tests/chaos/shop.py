"""The shop sync of the examples, started twice at once and killed again and again, against an account full of faults."""

from __future__ import annotations

import asyncio
import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from aiohttp import web

from daftra_async.sandbox import Faults, Rule, Sandbox
from daftra_async.sandbox.fault_kinds import KINDS
from daftra_async.sandbox.totals import PAID

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

ROOT = Path(__file__).parents[2]
FAULTS = tuple(name for name in KINDS if name not in {"none", "expired-token"})
"""All of them but one: an API key that is refused has been revoked, and then no program should go on."""
MOST_STARTS = 50
PROGRAM = """
import asyncio, sys
import shop_sync
from daftra_async import DaftraClient, Settings

settings = Settings(timeout=float(sys.argv.pop()))
shop_sync.open_account = lambda *, sandbox: DaftraClient.from_env(settings=settings)
asyncio.run(shop_sync.main())
"""
"""The example as it stands, with a client that does not wait for a minute."""


def orders_of(count: int, seed: int) -> list[dict[str, Any]]:
    """Make the export of a shop: each customer has five orders or so, some of them in Arabic."""
    dice = random.Random(seed)
    return [_order(number, dice, customers=max(1, count // 5)) for number in range(1, count + 1)]


def _order(number: int, dice: random.Random, customers: int) -> dict[str, Any]:
    customer = dice.randrange(customers)
    lines = [
        {
            "item": dice.choice(("Tea", "قهوة عربية", "Pipe")),
            "unit_price": f"{dice.randrange(1, 99999) / 100:.2f}",
            "quantity": times,
        }
        for times in dice.sample(range(1, 9), dice.randrange(1, 4))
    ]
    total = sum(Decimal(line["unit_price"]) * line["quantity"] for line in lines)
    return {
        "number": f"SHOP-{number}",
        "date": f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "customer": {"number": f"WEB-{customer}", "name": f"عميل {customer}", "email": f"{customer}@shop.invalid"},
        "lines": lines,
        "payment": {"id": f"ch_{number}", "method": "card", "amount": str(total)},
    }


@attrs.define
class Trial:
    """What happened, and what the account holds in the end."""

    orders: Sequence[dict[str, Any]]
    kills: list[int] = attrs.field(factory=list[int])
    """Records that were stored at each kill."""
    ends: Counter[int] = attrs.field(factory=Counter[int])
    """How often a program ended with which code."""
    faults: Counter[str] = attrs.field(factory=Counter[str])
    requests: int = 0
    seconds: float = 0.0
    problems: list[str] = attrs.field(factory=list[str])

    def summary(self) -> str:
        lines = [
            f"{len(self.orders)} orders in {self.seconds:.0f} s: two programs at once, killed at {self.kills} records",
            f"programs ended with {dict(self.ends)} ({-signal.SIGKILL} is a kill)",
            f"{self.requests} requests, {self.faults.total()} of them met a fault of {len(self.faults)} kinds",
            *(self.problems or ["every order once, paid once"]),
        ]
        return "\n".join(lines)


class Account:
    """A sandbox that tells when so many records are stored."""

    def __init__(self, path: Path, faults: Faults) -> None:
        self.sandbox = Sandbox("empty", db=str(path), faults=faults, middlewares=[self._count])
        self._wanted = 0
        self._reached = asyncio.Event()

    @web.middleware
    async def _count(self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> Any:
        try:
            return await handler(request)
        finally:
            if len(self.sandbox.writes) >= self._wanted:
                self._reached.set()

    async def stored(self, count: int) -> None:
        """Wait until so many records are stored; the answer to the last of them was not sent yet."""
        self._wanted = count
        self._reached.clear()
        await self._reached.wait()


async def trial(count: int, kills: int, seed: int, folder: Path, *, kinds: Iterable[str] = FAULTS, timeout: float = 1.0) -> Trial:
    """Sync so many orders, and compare what the account holds.

    Args:
        count: Orders.
        kills: How often programs are killed: one of the two, then both, in turns.
        seed: Of the orders and the faults.
        folder: An empty one.
        kinds: Faults, one of which meets every tenth request.
        timeout: Seconds that the programs wait for an answer, and for what a killed one has sent.
    """
    found = Trial(orders_of(count, seed))
    for name in ("shop_sync.py", "account.py"):
        shutil.copy(ROOT / "examples" / name, folder)
    (folder / "orders.jsonl").write_text("".join(f"{json.dumps(order)}\n" for order in found.orders), "utf-8")
    records = 2 * count + len({order["customer"]["number"] for order in found.orders})
    account = Account(folder / "account.db", Faults([Rule(tuple(kinds), probability=0.1)], seed=seed))
    began = time.perf_counter()
    async with account.sandbox as sandbox:
        programs = Programs(folder, sandbox, timeout, found.ends)
        for number in range(1, kills + 1):
            await programs.run(account.stored(records * number // (kills + 1)))
            await programs.kill(1 + number % 2)
            found.kills.append(len(sandbox.writes))
        await programs.finish()
        found.faults, found.requests = sandbox.faults.met, len(sandbox.requests)
        found.problems += problems(found.orders, sandbox)
    found.seconds = time.perf_counter() - began
    return found


class Programs:
    """Two programs that sync the same orders; one that ends too early is started again, as a timer would."""

    def __init__(self, folder: Path, sandbox: Sandbox, timeout: float, ends: Counter[int]) -> None:
        command = (sys.executable, "-c", PROGRAM, str(folder / "orders.jsonl"), str(timeout))
        own = {"DAFTRA_BASE_URL": sandbox.url, "DAFTRA_API_KEY": sandbox.api_key}
        environment = {**own, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}", "PATH": os.environ["PATH"]}
        self._command, self._environment = command, environment
        self._told = folder / "told.txt"
        self._ends = ends
        self._running: list[asyncio.subprocess.Process] = []

    async def run(self, until: Awaitable[None]) -> None:
        """Keep two of them running until something has happened."""
        happened = asyncio.ensure_future(until)
        while not happened.done():
            await self._fill()
            ended = [asyncio.ensure_future(program.wait()) for program in self._running]
            await asyncio.wait([happened, *ended], return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                task.cancel()
            self._take()

    async def kill(self, count: int) -> None:
        """Kill the oldest ones at once."""
        await self._fill()
        for program in self._running[:count]:
            program.send_signal(signal.SIGKILL)
        for program in self._running[:count]:
            await program.wait()
        self._take()

    async def finish(self) -> None:
        """Start both until both end well."""
        codes: list[int] = []
        while codes != [0, 0]:
            await self._fill()
            codes = [await program.wait() for program in self._running]
            self._take()

    async def _fill(self) -> None:
        while len(self._running) < 2:
            if self._ends.total() > MOST_STARTS:
                msg = f"the programs come to no end: {dict(self._ends)}; {self._told.read_text('utf-8')[-2000:]}"
                raise AssertionError(msg)
            with self._told.open("ab") as told:
                self._running.append(
                    await asyncio.create_subprocess_exec(*self._command, env=self._environment, stdout=told, stderr=told)
                )

    def _take(self) -> None:
        self._ends.update(program.returncode for program in self._running if program.returncode is not None)
        self._running = [program for program in self._running if program.returncode is None]


def problems(orders: Sequence[dict[str, Any]], sandbox: Sandbox) -> list[str]:
    """Return what is wrong with the account, in words; empty if every order is there once and paid once."""
    store = sandbox.account.store
    clients = {record.id: record.body["client_number"] for record in store.all("client")}
    invoices = [record.body for record in store.all("invoice")]
    payments = [record.body for record in store.all("invoice_payment")]
    found = [
        *_not_once("client", clients.values(), {order["customer"]["number"] for order in orders}),
        *_not_once("invoice", (body["po_number"] for body in invoices), {order["number"] for order in orders}),
        *_not_once("payment", (body["transaction_id"] for body in payments), {order["payment"]["id"] for order in orders}),
    ]
    by_number = {body["po_number"]: body for body in invoices}
    for order in orders:
        body = by_number.get(order["number"], {})
        seen = (clients.get(body.get("client_id")), str(body.get("summary_total")), str(body.get("summary_paid")))
        amount = order["payment"]["amount"]
        if seen != (order["customer"]["number"], amount, amount) or body.get("payment_status") != PAID:
            found.append(f"invoice {order['number']}: {seen}, status {body.get('payment_status')}, and {amount} was paid")
    return found


def _not_once(what: str, seen: Iterable[str], wanted: Iterable[str]) -> list[str]:
    times = Counter(map(str, seen))
    return [f"{what} {name}: {times[name]} times" for name in sorted({*times, *wanted}) if times[name] != 1]
