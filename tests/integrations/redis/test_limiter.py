"""Limiters of one account that share Redis, as those of several processes do."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import pytest
from redis.asyncio import Redis

from daftra_async import DaftraClient, LocalLimiter
from daftra_async.errors import ArgumentError, LimiterError, OutcomeUnknown, RequestNotSent
from daftra_async.integrations.redis import RedisLimiter, keeper
from tests.conftest import http
from tests.redis_server import RedisServer
from tests.waiting import turns

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from daftra_async.integrations.redis.account_limit import Grant

AWAY = "redis://:s3cr3t-password@127.0.0.1:1/0"
"""Nothing listens there."""
SOON = 20.0
"""Seconds that Redis and the loop never need."""


async def begun(work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
    task = asyncio.ensure_future(work)
    await asyncio.sleep(0)
    return task


async def settled(condition: Callable[[], Any]) -> None:
    """Wait for what Redis says: each look lets its answers come in."""
    async with asyncio.timeout(SOON):
        while not condition():
            await turns(1)


async def forgotten(kept: Callable[[], Any]) -> None:
    async with asyncio.timeout(SOON):
        while await kept():
            pass


async def test_slots_are_shared_and_given_back(limiter, kept) -> None:
    first, second = limiter(concurrency=3), limiter(concurrency=3)
    held = [await first.acquire(), await first.acquire(), await second.acquire()]
    waiting = await begun(second.acquire("clients.list"))
    await settled(lambda: second.waiting)
    assert (first.in_use, second.in_use, waiting.done()) == (2, 1, False)
    first.release(held[0])
    slot = await asyncio.wait_for(waiting, SOON)
    assert (first.in_use, second.in_use, second.waiting) == (1, 2, 0)
    assert "2 requests here, 0 waiting, 3 slots" in repr(second)
    first.release(held[1])
    for each in (held[2], slot):
        second.release(each)
    await forgotten(kept)


async def test_many_wait_their_turn(limiter, kept) -> None:
    limiters, running, most, done = [limiter(concurrency=3) for _ in range(3)], 0, 0, 0

    async def work(each: RedisLimiter) -> None:
        nonlocal running, most, done
        slot = await each.acquire()
        running += 1
        most = max(most, running)
        await turns(5)
        running -= 1
        each.answered(slot, 200)
        each.release(slot)
        done += 1

    async with asyncio.TaskGroup() as group:
        for _ in range(10):
            for each in limiters:
                group.create_task(work(each))
    assert (most, done) == (3, 30)
    await forgotten(kept)


async def test_cancelled_at_every_step(limiter, kept) -> None:
    """Waiting, granted but not run again, running: nothing is left."""
    each = limiter(concurrency=1)

    async def work() -> None:
        slot = await each.acquire()
        try:
            await turns(10)
        finally:
            each.release(slot)

    ends = set()
    for steps in [*range(40), 100_000]:
        tasks = [asyncio.ensure_future(work()) for _ in range(2)]
        for _ in range(steps):
            if tasks[0].done():
                break
            await asyncio.sleep(0)
        tasks[0].cancel()
        await asyncio.wait(tasks)
        ends.add(tasks[0].cancelled())
        assert not tasks[1].cancelled()
        assert (each.in_use, each.waiting) == (0, 0)
    assert ends == {True, False}
    await forgotten(kept)


@pytest.mark.parametrize("moment", ["before the grant is read", "when its turn has come"])
async def test_a_grant_that_nobody_took_is_given_back(limiter, monkeypatch, moment: str) -> None:
    """At this rate nothing more is due while the test runs."""
    each = limiter(requests_per_second=0.001, burst=1)
    task = await begun(each.acquire())
    let_through = each._keeper._let_through

    def cancelled_meanwhile(grant: Grant) -> None:
        if moment == "when its turn has come":
            let_through(grant)
            task.cancel()
        else:
            each._keeper.waiters.clear()
            let_through(grant)
            task.cancel()

    with monkeypatch.context() as patch:
        patch.setattr(each._keeper, "_let_through", cancelled_meanwhile)
        await asyncio.wait([task])
    assert task.cancelled()
    each.release(await asyncio.wait_for(each.acquire(), SOON))


async def test_a_429_reaches_the_others_with_the_release(limiter) -> None:
    first, second = limiter(requests_per_second=1000, burst=9), limiter(requests_per_second=1000, burst=9)
    slot = await first.acquire()
    first.answered(slot, 429, 0.01)
    first.release(slot)
    await settled(lambda: first.concurrency == 4)
    await asyncio.wait_for(second.acquire(), SOON)
    assert (second.concurrency, second.rate) == (4, 500)
    assert "500/s together" in repr(second)


async def test_clients_share_it(limiter, server, client) -> None:
    server.script = [http(429, {}, {"Retry-After": "0"})]
    server.default = http(body={"a": 1})
    limiters = [limiter(concurrency=8), limiter(concurrency=8)]
    clients = [client(limiter=each) for each in limiters]
    for daftra in clients:
        assert await daftra.request("GET", "/api2/x") == {"a": 1}
    await settled(lambda: limiters[0].in_use == limiters[1].in_use == 0)
    assert limiters[1].concurrency == 4


async def test_redis_may_be_started_again(account: str, kept_of: Callable[..., Any]) -> None:
    """Processes that run requests tell so again; nobody else gets their slots."""
    with RedisServer() as server:
        options: dict[str, Any] = {"concurrency": 2, "lease": 0.3, "timeout": SOON}
        async with RedisLimiter(server.url, account, **options) as first, RedisLimiter(server.url, account, **options) as second:
            held = [await first.acquire(), await first.acquire()]
            server.stop()
            server.start()
            async with asyncio.timeout(SOON):
                while not await kept_of(server.url):
                    pass
            waiting = await begun(second.acquire())
            await settled(lambda: second._keeper.known)
            assert not waiting.done()
            first.release(held[0])
            second.release(await asyncio.wait_for(waiting, SOON))
            first.release(held[1])


@pytest.mark.parametrize("own", [True, False])
async def test_redis_away_is_an_error_that_says_so(server, client, caplog, own: bool) -> None:
    redis = AWAY if own else Redis.from_url(AWAY)
    async with RedisLimiter(redis, "acme", timeout=0.1) as limiter:
        daftra = client(limiter=limiter)
        for _ in range(2):
            with pytest.raises(LimiterError, match=r"acme\.daftra\.com, is away .*; nothing was sent") as caught:
                await daftra.clients.create({"business_name": "x"})
            assert isinstance(caught.value, RequestNotSent)
            assert not isinstance(caught.value, OutcomeUnknown)
    assert server.seen == []
    assert len([line for line in caplog.records if line.levelno == logging.WARNING]) == 1
    assert (limiter.in_use, limiter.waiting) == (0, 0)
    shown = [
        caplog.text,
        str(caught.value),
        repr(caught.value),
        repr(vars(limiter)),
        repr(vars(limiter._keeper)),
        repr(limiter._limit),
        repr(limiter),
    ]
    assert "s3cr3t" not in "".join(shown)
    if not isinstance(redis, str):
        await redis.aclose()


@pytest.mark.parametrize("when_away", ["local", LocalLimiter(concurrency=2)])
async def test_another_limit_stands_in_while_redis_is_away(caplog, monkeypatch, account: str, when_away: Any) -> None:
    caplog.set_level(logging.INFO, "daftra_async")
    monkeypatch.setattr(keeper, "_LOOK_AGAIN", 0.001)
    with RedisServer() as server:
        server.stop()
        async with RedisLimiter(server.url, account, concurrency=2, timeout=0.1, when_away=when_away) as limiter:
            held = [await limiter.acquire() for _ in range(2)]
            waiting = await begun(limiter.acquire())
            limiter.answered(held[0], 429, 1.0)  # the one that stands in goes down to one slot
            limiter.release(held[0])
            await turns()
            assert (limiter.in_use, waiting.done()) == (1, False)
            limiter.release(held[1])
            slot = await waiting
            server.start()
            await settled(lambda: not limiter._keeper.away)
            # What began meanwhile counts among the slots in Redis.
            second = await asyncio.wait_for(limiter.acquire(), SOON)
            third = await begun(limiter.acquire())
            await settled(lambda: limiter._keeper.known and not limiter._keeper._news.is_set())
            assert (limiter.in_use, third.done()) == (2, False)
            limiter.release(slot)
            limiter.release(await asyncio.wait_for(third, SOON))
            limiter.release(second)
    told = [line.getMessage() for line in caplog.records if line.name == "daftra_async"]
    assert len(told) == 2
    assert "is away" in told[0]
    assert "kept in Redis again" in told[1]


async def test_closing_gives_everything_back(limiter, kept, redis) -> None:
    async with Redis.from_url(redis.url) as mine:
        each = limiter(redis=mine, concurrency=1)
        await each.acquire()
        waiting = await begun(each.acquire())
        await each.close()
        with pytest.raises(RequestNotSent, match="the limiter was closed"):
            await waiting
        assert await kept() == {}
        assert await mine.ping()
        with pytest.raises(RequestNotSent, match="close it after the clients"):
            await each.acquire()
        assert not any("Redis limiter" in task.get_name() for task in asyncio.all_tasks())


async def test_clients_are_told_that_it_is_closed(limiter, server, client) -> None:
    each = limiter()
    await each.close()
    with pytest.raises(RequestNotSent, match="the limiter is closed"):
        await client(limiter=each).request("GET", "/api2/x")


async def test_no_task_is_left_when_nothing_runs(limiter) -> None:
    each = limiter()
    each.release(await each.acquire())
    assert each._keeper.task is not None
    await asyncio.wait_for(each._keeper.task, SOON)


def test_it_belongs_to_one_loop(redis: RedisServer, account: str) -> None:
    limiter = RedisLimiter(redis.url, account)

    async def use() -> None:
        slot = await limiter.acquire()
        limiter.release(slot)
        assert limiter._keeper.task is not None
        await limiter._keeper.task
        await limiter._limit.close()

    asyncio.run(use())
    with pytest.raises(RequestNotSent, match="another event loop"):
        asyncio.run(use())


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("concurrency", 0),
        ("requests_per_second", 0),
        ("burst", 0),
        ("slow_down", 1),
        ("recovery", 0),
        ("lease", 0),
        ("lease", True),
        ("lease", float("nan")),
        ("timeout", "1"),
        ("when_away", "never"),
        ("prefix", "{"),
        ("prefix", ""),
        ("account", "https://user:s3cr3t@acme.daftra.com"),
        ("redis", "http://:s3cr3t@localhost"),
        ("redis", "redis://:s3c/r3t@localhost"),
    ],
)
def test_refused(argument: str, value: Any) -> None:
    with pytest.raises(ArgumentError, match="expected") as caught:
        RedisLimiter(**{"redis": AWAY, "account": "acme", argument: value})
    assert caught.value.argument == argument
    assert "s3c" not in str(caught.value)
    assert caught.value.__context__ is None


def test_keys_are_named_after_the_account() -> None:
    for account, key in (
        ("acme", "daftra:{acme.daftra.com}:limit"),
        ("https://erp.example.com:8443/a", "daftra:{erp.example.com:8443/a}:limit"),
    ):
        assert RedisLimiter(AWAY, account)._limit._keys[0] == key
    assert DaftraClient("acme", api_key="key", limiter=RedisLimiter(AWAY, "acme"))
