"""Many operations at once against a sandbox full of faults."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from typing import Any

import attrs

from daftra_async import DaftraClient, F, PasswordGrant, Settings
from daftra_async.errors import OutcomeUnknown
from daftra_async.http.retry import Runtime
from daftra_async.sandbox import Faults, Rule, Sandbox, Write
from daftra_async.sandbox.fault_kinds import KINDS
from daftra_async.sandbox.truncation import TRUNCATIONS
from tests.chaos.operations import MARK, Claim, Prepared, perform, plan, prepare
from tests.waiting import turns

KNOWN: tuple[str, ...] = ()
"""Kinds left out: the server says by Retry-After that it did not do what it did. See tests/behaviour/bugs.json."""
KINDS_USED = tuple(name for name in KINDS if name != "none" and name not in KNOWN)
CONCURRENCY = 32


@attrs.define
class Report:
    """What is left when all is over."""

    claims: list[Claim]
    prepared: Prepared
    cut: set[int]
    """Numbers of the operations that read a single page and met one that was cut short."""
    writes: list[Write]
    met: Counter[str]
    requests: int
    seconds: float
    reconciled: dict[int, list[int]]
    """Ids that a look-up found, by the number of an operation whose outcome was unknown."""
    stored: dict[str, set[int]]
    at_once: int
    """Requests that reached the server together afterwards: slots that are left."""
    acquired: int
    """Connections that were not given back."""
    tasks: list[str]
    """Tasks left of the client."""

    def by(self, *kinds: str) -> list[Claim]:
        return [claim for claim in self.claims if claim.kind in kinds]


async def chaos(count: int, seed: int, *, probability: float = 0.3) -> Report:
    """Run the operations and collect what the client said and what the server did."""
    dice = random.Random(seed)
    claims = plan(count, seed)
    before = asyncio.all_tasks()
    async with Sandbox("empty", api_key="k" * 20) as sandbox:
        async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as plain:
            await plain.clients.create({"Client": {"business_name": "first", "client_number": "first"}})
            prepared = await prepare(plain, claims, suppliers=100)
            done, asked = len(sandbox.writes), len(sandbox.requests)
            sandbox.faults = Faults([Rule(KINDS_USED, probability=probability)], seed=seed)
            began = time.perf_counter()
            daftra = _client(sandbox, dice)
            async with daftra:
                await _all(daftra, claims, prepared)
                seconds = time.perf_counter() - began
                sandbox.faults.enabled = False
                requests = len(sandbox.requests) - asked
                at_once = await _slots(daftra, sandbox)
                # The server does what it still has to do for requests nobody waits for.
                await turns(500)
                acquired = len(daftra._pipeline.enter().connector._acquired)
            reconciled = {claim.number: await _look(plain, claim) for claim in claims if _unknown(claim)}
        store = sandbox.account.store
        report = Report(
            claims,
            prepared,
            {int(item.headers[MARK]) for item in sandbox.requests if item.fault in TRUNCATIONS and MARK in item.headers},
            list(sandbox.writes)[done:],
            sandbox.faults.met,
            requests,
            seconds,
            reconciled,
            {name: set(store.ids(name)) for name in ("client", "invoice")},
            at_once,
            acquired,
            [],
        )
    await asyncio.sleep(0)
    report.tasks = [str(task) for task in asyncio.all_tasks() - before if not task.done()]
    return report


def _client(sandbox: Sandbox, dice: random.Random) -> DaftraClient:
    async def sleep(_seconds: float) -> None:
        await turns(20)

    return DaftraClient(
        base_url=sandbox.url,
        auth=PasswordGrant(client_secret="sandbox-secret", username="owner@example.com", password="sandbox-password"),
        settings=Settings(concurrency=CONCURRENCY, timeout=1.0, max_attempts=5),
        runtime=Runtime(sleep=sleep, random=dice.random),
    )


async def _all(daftra: DaftraClient, claims: list[Claim], prepared: Prepared) -> None:
    waiting = iter(claims)

    async def work() -> None:
        for claim in waiting:
            await perform(daftra, claim, prepared)

    async with asyncio.TaskGroup() as group:
        for _ in range(CONCURRENCY):
            group.create_task(work())


async def _slots(daftra: DaftraClient, sandbox: Sandbox) -> int:
    """How many requests run at once when more are asked for: every slot that was not given back is missing."""
    now = most = 0
    answer = sandbox._answer

    async def counting(*args: Any) -> Any:
        nonlocal now, most
        now += 1
        most = max(most, now)
        for _ in range(5000):
            if most >= CONCURRENCY:
                break
            await asyncio.sleep(0)
        now -= 1
        return await answer(*args)

    # Answers that give back what the 429s took away.
    await asyncio.gather(*(daftra.site_info.get() for _ in range(CONCURRENCY * 10)))
    sandbox._answer = counting
    await asyncio.gather(*(daftra.site_info.get() for _ in range(CONCURRENCY * 2)))
    sandbox._answer = answer
    return most


def _unknown(claim: Claim) -> bool:
    return isinstance(claim.error, OutcomeUnknown) and claim.kind in {"create", "invoice", "update", "delete"}


async def _look(daftra: DaftraClient, claim: Claim) -> list[int]:
    """Look up by hand what became of a write."""
    if claim.kind == "delete":
        name, value = "id", str(claim.target)
    else:
        name, value = ("po_number" if claim.kind == "invoice" else "client_number"), claim.reference
    entity = "invoice" if claim.kind == "invoice" else "client"
    found = await daftra.entities.list(entity, filters=F(name).eq(value)).collect()
    return [int(record.id) for record in found]
