"""The window of a bulk write, and how it lives with the limits of the client."""

from __future__ import annotations

import asyncio
from typing import Any

import attrs
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from daftra_async import DaftraClient, DaftraTimeout, OutcomeUnknown, RequestNotSent
from daftra_async.errors import (
    PermissionDeniedError,
    RateLimitedError,
    ServerError,
    UnexpectedResponseError,
    ValidationError,
)
from daftra_async.http.retry import Runtime
from daftra_async.resources import clients
from daftra_async.sandbox import Sandbox
from daftra_async.sandbox.faults import Faults, Rule
from daftra_async.settings import Settings
from daftra_async.writes.bulk.pace import Pace
from daftra_async.writes.bulk.writes import create_many, update_many
from tests.waiting import turns


@attrs.define
class Time:
    """A clock that only pauses move."""

    now: float = 100.0
    pauses: list[float] = attrs.field(factory=list)

    async def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds

    def pace(self, limit: int) -> Pace:
        return Pace(limit, Runtime(sleep=self.sleep, random=lambda: 1.0, clock=lambda: self.now))


def told_to_wait(kind: type[Any], status: int, seconds: float | None) -> Any:
    error = kind(status)
    error.retry_after = seconds
    return error


def unknown_by(cause: Exception) -> OutcomeUnknown:
    error = OutcomeUnknown("x")
    error.__cause__ = cause
    return error


async def turn(pace: Pace) -> int:
    period = await pace.turn(lambda: False)
    assert period is not None
    return period


async def test_window_rises_halves_and_creeps_up() -> None:
    time = Time()
    pace = time.pace(16)
    widths = [pace.width]
    for _ in range(20):
        pace.learn(await turn(pace), None)
        widths.append(pace.width)
    assert widths[:4] == [2, 3, 4, 5]
    assert widths[-1] == 16

    early = await turn(pace)
    pace.learn(early, OutcomeUnknown("reset"))
    assert pace.width == 8
    for _ in range(7):  # the others of the same round
        pace.learn(early, DaftraTimeout("slow"))
    assert pace.width == 8
    for _ in range(8):
        pace.learn(await turn(pace), None)
    assert 8 <= pace.width <= 9, "a round of successes gives one"
    for _ in range(20):
        pace.learn(await turn(pace), RequestNotSent("no connection"))
    assert pace.width == 1
    assert time.pauses == [], "only the server's own word makes it pause"


async def test_refusals_of_records_change_nothing() -> None:
    pace = Time().pace(8)
    for error in (ValidationError(422), PermissionDeniedError(403), UnexpectedResponseError(200)):
        pace.learn(await turn(pace), error)
    assert pace.width == 2


async def test_pauses_after_429_and_503() -> None:
    time = Time()
    pace = time.pace(8)
    for error in (RateLimitedError(429), ServerError(503), RateLimitedError(429)):
        pace.learn(await turn(pace), error)
    await turn(pace)
    assert time.pauses == [0.25, 0.5, 1.0]
    pace.learn(await turn(pace), None)
    pace.learn(await turn(pace), RateLimitedError(429))
    await turn(pace)
    assert time.pauses[-1] == 0.25
    pace.learn(await turn(pace), told_to_wait(RateLimitedError, 429, 7.0))
    await turn(pace)
    assert time.pauses[-1] == 7.0
    pace.learn(await turn(pace), ServerError(500))
    await turn(pace)
    assert len(time.pauses) == 5
    pace.learn(await turn(pace), unknown_by(told_to_wait(ServerError, 503, 9.0)))
    await turn(pace)
    assert time.pauses[-1] == 9.0


async def test_stop_ends_the_wait() -> None:
    time = Time()
    pace = time.pace(8)
    pace.learn(await turn(pace), told_to_wait(RateLimitedError, 429, 30.0))
    stops = iter([False, True])
    assert await pace.turn(lambda: next(stops)) is None


@given(
    st.integers(1, 40),
    st.lists(st.sampled_from([None, RateLimitedError(429), ServerError(502), OutcomeUnknown("x"), ValidationError(400)])),
)
def test_window_keeps_its_bounds(limit: int, outcomes: list[Exception | None]) -> None:
    async def run() -> None:
        pace = Time().pace(limit)
        for outcome in outcomes:
            pace.learn(await turn(pace), outcome)
            assert 1 <= pace.width <= limit

    asyncio.run(run())


class Crowd:
    """Counts requests that run at once, and answers 429 when there are too many."""

    def __init__(self, room: int | None = None) -> None:
        self.room = room
        self.running = 0
        self.most = 0
        self.refused = 0

    def middleware(self) -> Any:
        @web.middleware
        async def count(request: web.Request, handler: Any) -> Any:
            self.running += 1
            self.most = max(self.most, self.running)
            try:
                if self.room is not None and self.running > self.room:
                    self.refused += 1
                    return web.json_response({"result": "failed", "code": 429}, status=429, headers={"Retry-After": "0"})
                await turns(20)
                return await handler(request)
            finally:
                self.running -= 1

        return count


def connect(sandbox: Sandbox, **settings: Any) -> DaftraClient:
    options = {"backoff_base": 0.01, **settings}
    return DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url, settings=Settings(**options))


async def test_never_more_on_the_wire_than_the_client_allows() -> None:
    crowd = Crowd()
    async with Sandbox("empty", middlewares=[crowd.middleware()]) as sandbox, connect(sandbox, concurrency=3) as daftra:
        result = await create_many(daftra._executor, clients.CREATE, [{"business_name": "A"}] * 60, {}, concurrency=40)
        assert result.ok
        assert crowd.most == 3


async def test_window_holds_the_load_below_the_clients_limit() -> None:
    crowd = Crowd()
    async with Sandbox("empty", middlewares=[crowd.middleware()]) as sandbox, connect(sandbox, concurrency=50) as daftra:
        result = await create_many(daftra._executor, clients.CREATE, [{"business_name": "A"}] * 60, {}, concurrency=5)
        assert result.ok
        assert crowd.most == 5


async def test_429s_that_the_client_gets_over_slow_its_limiter_down() -> None:
    """The server has room for four: the retries of the client and its limiter find that out, and all records make it."""
    crowd = Crowd(room=4)
    async with (
        Sandbox("empty", middlewares=[crowd.middleware()]) as sandbox,
        connect(sandbox, concurrency=16, max_attempts=20, recovery=1000) as daftra,
    ):
        result = await create_many(daftra._executor, clients.CREATE, [{"business_name": "A"}] * 150, {}, concurrency=16)
        assert result.ok
        assert crowd.refused
        assert len(sandbox.ledger) == 150
        assert daftra._pipeline.limiter.concurrency <= 8


async def test_503s_of_updates_shrink_the_window() -> None:
    faults = Faults([Rule("503", method="PUT", times=2)])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox, max_attempts=1) as daftra:
        made = await create_many(daftra._executor, clients.CREATE, [{"business_name": "A"}] * 6, {}, concurrency=2)
        items = {entry.id: {"business_name": "B"} for entry in made}
        result = await update_many(daftra._executor, clients.UPDATE, items, {}, concurrency=4, replace=True)
        assert [entry.bucket for entry in result] == ["unknown"] * 2 + ["successful"] * 4
