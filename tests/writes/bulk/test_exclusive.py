"""Two programs that create the same records at once, and what a lock has to do with it."""

from __future__ import annotations

import asyncio
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from daftra_async import ArgumentError, DaftraClient, FileLock, ReconcileError
from daftra_async.errors import ServerError
from daftra_async.http.retry import Runtime
from daftra_async.sandbox import Behaviours, Sandbox
from daftra_async.sandbox.faults import Faults, Rule
from daftra_async.settings import Settings

ROOT = Path(__file__).parents[3]
SYNC = """
import asyncio, sys
from daftra_async import DaftraClient, FileLock

async def main():
    async with DaftraClient.from_env() as daftra:
        numbers = range(200)
        lines = [{"item": "A", "unit_price": 1}]
        result = await daftra.invoices.create_many(
            [{"client_id": int(sys.argv[1]), "InvoiceItem": lines} for _ in numbers],
            references=[f"order-{number}" for number in numbers],
            chunk_size=20,
            lock=FileLock(sys.argv[2]),
        )
        print(len(result.successful), len([entry for entry in result if hasattr(entry.result, "code")]))

asyncio.run(main())
"""
ONE = """
import asyncio, sys
from daftra_async import DaftraClient, FileLock

async def main():
    async with DaftraClient.from_env() as daftra:
        await daftra.clients.create_many([{"business_name": "A"}], references=["L-1"], lock=FileLock(sys.argv[1]))

asyncio.run(main())
"""


class Watched:
    """A lock that tells what was received while it was held."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.told: list[tuple[str, dict[str, int]]] = []

    async def acquire(self) -> None:
        self.told.append(("acquire", dict(self.sandbox.received())))

    async def release(self) -> None:
        self.told.append(("release", dict(self.sandbox.received())))


def connect(sandbox: Sandbox) -> DaftraClient:
    settings = Settings(max_attempts=1)
    return DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url, settings=settings)


def environment(sandbox: Sandbox) -> dict[str, str]:
    own = {"DAFTRA_API_KEY": sandbox.api_key, "DAFTRA_BASE_URL": sandbox.url}
    return {**own, "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}


def people(*references: str) -> dict[str, Any]:
    return {"items": [{"business_name": "A"} for _ in references], "references": references}


def made(sandbox: Sandbox) -> Counter[str | None]:
    return Counter(write.reference for write in sandbox.ledger)


async def test_two_programs_create_each_order_once(tmp_path: Path) -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        owner = (await daftra.clients.create({"business_name": "Owner"})).id

        async def sync() -> tuple[int, int]:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-c", SYNC, str(owner), str(tmp_path / "orders.lock")),
                env=environment(sandbox),
                stdout=asyncio.subprocess.PIPE,
            )
            out, _ = await process.communicate()
            successful, created = out.split()
            return int(successful), int(created)

        told = await asyncio.gather(sync(), sync())
        assert sorted(told) == [(200, 0), (200, 200)], "one creates, the other finds"
        assert made(sandbox) == {None: 1, **{f"order-{number}": 1 for number in range(200)}}


class Late:
    """Does the first create only when it is told to, even when nobody waits for the answer any more, as a slow server does."""

    def __init__(self) -> None:
        self.received = asyncio.Event()
        self.may = asyncio.Event()
        self.done = asyncio.Event()
        self.slept: list[float] = []

    @web.middleware
    async def middleware(self, request: web.Request, handler: Any) -> web.StreamResponse:
        if request.method != "POST" or self.received.is_set():
            return await handler(request)
        self.received.set()
        await self.may.wait()
        try:
            return await handler(request)
        finally:
            self.done.set()

    async def sleep(self, seconds: float) -> None:
        """Let the server do its work meanwhile."""
        self.slept.append(seconds)
        await self.finish()

    async def finish(self) -> None:
        self.may.set()
        await self.done.wait()

    def client(self, sandbox: Sandbox) -> DaftraClient:
        return DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url, runtime=Runtime(sleep=self.sleep))


async def test_the_last_request_of_a_killed_program_is_waited_for(tmp_path: Path) -> None:
    """Its lock is free at once, and the server may still be at work."""
    late = Late()
    async with Sandbox("empty", middlewares=[late.middleware]) as sandbox, late.client(sandbox) as daftra:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", ONE, str(tmp_path / "lock")), env=environment(sandbox), stdout=asyncio.subprocess.PIPE
        )
        await late.received.wait()
        process.kill()
        await process.communicate()
        result = await daftra.clients.create_many(**people("L-1", "L-2"), lock=FileLock(tmp_path / "lock"))
        assert result.ok
        await late.finish()
        assert made(sandbox) == {"L-1": 1, "L-2": 1}
        assert late.slept == [60.0]


async def test_creates_of_unknown_outcome_are_waited_for(tmp_path: Path) -> None:
    """The first program gave up on an answer and gave the lock back, and the server is still at work."""
    late = Late()
    async with Sandbox("empty", middlewares=[late.middleware]) as sandbox, late.client(sandbox) as daftra:
        first = await daftra.clients.create_many(**people("L-1"), lock=FileLock(tmp_path / "lock"), timeout=0.05)
        assert first.unknown
        result = await daftra.clients.create_many(**people("L-1"), lock=FileLock(tmp_path / "lock"))
        assert result.ok
        await late.finish()
        assert made(sandbox) == {"L-1": 1}


async def test_after_a_cancellation_the_next_holder_waits(tmp_path: Path) -> None:
    late = Late()
    async with Sandbox("empty", middlewares=[late.middleware]) as sandbox, late.client(sandbox) as daftra:
        task = asyncio.create_task(daftra.clients.create_many(**people("L-1"), lock=FileLock(tmp_path / "lock")))
        await late.received.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await daftra.clients.create_many(**people("L-1"), lock=FileLock(tmp_path / "lock"))).ok
        assert made(sandbox) == {"L-1": 1}
        assert late.slept == [60.0]
        assert (await daftra.clients.create_many(**people("L-1"), lock=FileLock(tmp_path / "lock"), timeout=7)).ok
        assert late.slept == [60.0], "the second has settled it"


async def test_any_lock_is_held_while_the_server_may_be_at_work() -> None:
    late = Late()
    async with Sandbox("empty", middlewares=[late.middleware]) as sandbox, late.client(sandbox) as daftra:
        lock = Watched(sandbox)
        assert (await daftra.clients.create_many(**people("L-1"), lock=lock, timeout=0.05)).unknown
        assert late.slept == [0.05]
        assert (await daftra.clients.create_many(**people("L-1"), lock=lock)).ok
        assert made(sandbox) == {"L-1": 1}


async def test_it_is_held_from_the_look_to_the_create() -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        lock = Watched(sandbox)
        result = await daftra.clients.create_many(**people("L-1"), lock=lock)
        assert result.ok
        assert lock.told == [("acquire", {}), ("release", {"clients.list": 1, "clients.create": 1})]


async def test_old_records_are_found_however_deep_they_lie(tmp_path: Path) -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        await daftra.clients.create({"business_name": "Old"}, reference="L-old")
        later = [f"L-{number}" for number in range(620)]
        await daftra.clients.create_many(**people(*later))
        result = await daftra.clients.create_many(**people("L-old", "L-new"), lock=FileLock(tmp_path / "lock"))
        assert result.ok
        old, new = result
        assert getattr(old.result, "business_name", None) == "Old"
        assert old.id == sandbox.ledger[0].id
        assert new.id == sandbox.ledger[-1].id
        assert made(sandbox) == dict.fromkeys(("L-old", *later, "L-new"), 1)


async def test_a_retry_takes_the_lock_and_looks_again(tmp_path: Path) -> None:
    """Between the two, another program has created what failed here."""
    faults = Faults([Rule("429", operation="clients.create", times=1)])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox) as daftra:
        lock = FileLock(tmp_path / "lock")
        result = await daftra.clients.create_many(**people("L-1"), lock=lock)
        assert result.failed
        assert (await daftra.clients.create_many(**people("L-1"), lock=lock)).ok
        assert (await result.retry_failed()).ok
        assert made(sandbox) == {"L-1": 1}


async def test_what_carries_a_reference_twice_is_not_created_again(tmp_path: Path) -> None:
    async with Sandbox("empty", behaviours=Behaviours(duplicates="accepted")) as sandbox, connect(sandbox) as daftra:
        for _ in range(2):
            await daftra.clients.create({"business_name": "A"}, reference="L-1")
        result = await daftra.clients.create_many(**people("L-1", "L-2"), lock=FileLock(tmp_path / "lock"))
        double, new = result
        assert (double.bucket, new.bucket) == ("failed", "successful")
        assert isinstance(double.error, ReconcileError)
        assert len(sandbox.ledger) == 3


async def test_nothing_is_created_when_the_list_cannot_be_read() -> None:
    faults = Faults([Rule("500", operation="clients.list")])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox) as daftra:
        lock = Watched(sandbox)
        with pytest.raises(ServerError):
            await daftra.clients.create_many(**people("L-1"), lock=lock)
        assert [what for what, _ in lock.told] == ["acquire", "release"]
        assert not sandbox.ledger


async def test_a_lock_needs_references_and_coroutines() -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        with pytest.raises(ArgumentError, match="lock: there are no references to look for"):
            await daftra.clients.create_many([{"business_name": "A"}], lock=FileLock("never.lock"))
        for wrong in ("orders.lock", asyncio.Lock(), type("Plain", (), {"acquire": print, "release": print})()):
            with pytest.raises(ArgumentError, match="lock: "):
                await daftra.clients.create_many(**people("L-1"), lock=wrong)
        assert not sandbox.requests
