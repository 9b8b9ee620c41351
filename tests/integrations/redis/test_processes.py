"""Processes of their own that share one account's limit: what the server sees of them."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from aiohttp import web

from daftra_async.integrations.redis import RedisLimiter
from tests.redis_server import RedisServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PROCESSES = 4
REQUESTS = 250
RATE = 50
TRIES = 3
"""The rate is measured on machines that may be busy with other things."""
SOON = 60.0


class Loopback:
    """Answers requests, and notes when they came."""

    def __init__(self) -> None:
        self.came: list[float] = []
        self.running = 0
        self.most = 0
        self.enough = REQUESTS
        self.hold: asyncio.Event | None = None
        """While it is not set, nothing is answered."""
        self.busy = asyncio.Event()
        """Two requests run."""
        self.url = ""

    async def answer(self, _: web.Request) -> web.Response:
        self.came.append(time.monotonic())
        self.running += 1
        self.most = max(self.most, self.running)
        if self.running == 2:
            self.busy.set()
        try:
            if self.hold is not None:
                await self.hold.wait()
            return web.json_response({"a": 1}, status=200 if len(self.came) < self.enough else 410)
        finally:
            self.running -= 1

    @property
    def rate(self) -> float:
        """Requests per second, over all that were asked for."""
        came = self.came[: self.enough]
        return (len(came) - 1) / (came[-1] - came[0])


@pytest_asyncio.fixture
async def loopback() -> AsyncIterator[Loopback]:
    seen, app = Loopback(), web.Application()
    app.router.add_get("/api2/x", seen.answer)
    runner = web.AppRunner(app, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    seen.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield seen
    await runner.cleanup()


@contextlib.asynccontextmanager
async def workers(count: int, redis: RedisServer, server: str, tasks: int, **limits: Any) -> AsyncIterator[list[Any]]:
    """Start processes, and let them begin together."""
    command = [sys.executable, "-W", "error", "-m", "tests.integrations.redis.worker"]
    told = json.dumps({"redis": redis.url, "server": server, "tasks": tasks, "limits": limits})
    pipe = asyncio.subprocess.PIPE
    started = [await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe) for _ in range(count)]
    try:
        for each in started:
            each.stdin.write(f"{told}\n".encode())
        for each in started:
            assert await each.stdout.readline() == b"ready\n"
        for each in started:
            each.stdin.write(b"begin\n")
        yield started
    finally:
        for each in started:
            with contextlib.suppress(ProcessLookupError):
                each.kill()
            await each.wait()


async def test_four_processes_keep_one_rate(seconds, loopback: Loopback) -> None:
    rates = []
    while len(rates) < TRIES and not (rates and abs(rates[-1] - RATE) <= RATE * 0.05):
        loopback.came.clear()
        with RedisServer() as redis:
            async with workers(PROCESSES, redis, loopback.url, tasks=4, concurrency=8, requests_per_second=RATE) as started:
                assert [await asyncio.wait_for(each.wait(), SOON) for each in started] == [0] * PROCESSES
        rates.append(loopback.rate)
        print(f"{rates[-1]:.2f} requests/s, {loopback.most} at once at most")
    assert loopback.most <= 8
    assert rates[-1] == pytest.approx(RATE, rel=0.05)


async def test_a_killed_process_gives_its_slots_back(seconds, loopback: Loopback, redis: RedisServer) -> None:
    limits: dict[str, Any] = {"concurrency": 2, "lease": 1.0, "prefix": "killed"}
    loopback.hold = asyncio.Event()
    async with (
        workers(1, redis, loopback.url, tasks=2, **limits) as started,
        RedisLimiter(redis.url, "acme", **limits) as limiter,
    ):
        await asyncio.wait_for(loopback.busy.wait(), SOON)
        waiting = asyncio.ensure_future(limiter.acquire())
        # Twice the lease: it is renewed while the process lives.
        done, _ = await asyncio.wait([waiting], timeout=2.0)
        assert not done
        started[0].kill()
        killed = time.monotonic()
        limiter.release(await asyncio.wait_for(waiting, SOON))
        print(f"{time.monotonic() - killed:.2f} s after the process was killed its slots were free")
        loopback.hold.set()
