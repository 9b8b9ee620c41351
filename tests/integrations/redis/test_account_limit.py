"""The script in Redis: its replies to the reports of several processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from redis.asyncio import Redis
from redis.cluster import key_slot

from daftra_async.integrations.redis.account_limit import AccountLimit, Away, Report
from daftra_async.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from daftra_async.integrations.redis.account_limit import Grant
    from tests.redis_server import RedisServer

FAR = 600.0
"""A lease that does not end while a test runs."""


class Process:
    """Tells what one process of the account does."""

    def __init__(self, limit: AccountLimit, name: str) -> None:
        self._limit = limit
        self._name = name

    async def tell(self, running: int = 0, waiting: int = 0, **learned: Any) -> Grant:
        return await self._limit.exchange(self._name, Report(running, waiting, **learned))


@pytest_asyncio.fixture
async def processes(redis: RedisServer, account: str) -> AsyncIterator[Callable[..., list[Process]]]:
    limits: list[AccountLimit] = []

    def make(count: int = 1, lease: float = FAR, **settings: Any) -> list[Process]:
        limits.append(AccountLimit(redis.url, f"t:{{{account}}}", Settings(**settings), lease, 10.0))
        return [Process(limits[-1], f"process {number}") for number in range(count)]

    yield make
    for limit in limits:
        await limit.close()


async def test_slots_are_those_of_all(processes) -> None:
    first, second = processes(2, concurrency=3)
    assert (await first.tell(0, 2)).given == 2
    granted = await second.tell(0, 5)
    assert (granted.given, granted.width, granted.speed) == (1, 3, 1.0)
    assert 0 < granted.back <= 0.1
    assert (await first.tell(1, 0)).back == 0
    assert (await second.tell(1, 4)).given == 1


async def test_a_report_takes_the_place_of_the_one_before(processes) -> None:
    """A reply that was lost leaves no slot behind."""
    first, second = processes(2, concurrency=2)
    for _ in range(3):
        assert (await first.tell(0, 2)).given == 2
    await first.tell(0, 0)
    assert (await second.tell(0, 2)).given == 2


async def test_where_slots_are_short_the_process_with_the_fewest_is_next(processes) -> None:
    first, second, third = processes(3, concurrency=4)
    assert (await first.tell(0, 9)).given == 4
    assert (await second.tell(0, 9)).given == 0
    assert (await third.tell(0, 1)).given == 0
    # One is free: it is for the second, who came before the third.
    assert (await first.tell(3, 9)).given == 0
    assert (await third.tell(0, 1)).given == 0
    assert (await second.tell(0, 9)).given == 1
    # The next one is for the third, who has none; then all have one, and what the first got is longest ago.
    assert (await first.tell(2, 9)).given == 0
    assert (await third.tell(0, 1)).given == 1
    assert (await second.tell(1, 9)).given == 0
    assert (await first.tell(1, 9)).given == 1


async def test_one_slot_goes_round(processes) -> None:
    first, second = processes(2, concurrency=1)
    assert (await first.tell(0, 9)).given == 1
    assert (await second.tell(0, 9)).given == 0
    served = []
    while len(served) < 6:
        for process in (first, second):
            if (await process.tell(0, 9)).given:
                served.append(process)
                break
    assert served in ([first, second] * 3, [second, first] * 3)


async def test_requests_are_due_at_the_rate_of_all(processes) -> None:
    """At this rate nothing more is due while the test runs."""
    first, second = processes(2, requests_per_second=0.01, burst=3)
    assert (await first.tell(0, 2)).given == 2
    granted = await second.tell(0, 2)
    assert granted.given == 1
    assert 99 < granted.back <= 100
    granted = await first.tell(0, 1)
    assert granted.given == 0
    assert 99 < granted.back <= 100
    assert 199 < (await second.tell(0, 1)).back <= 200  # the first is before it, whose last request is longer ago
    assert (await first.tell(0, 1, unused=1)).given == 1


async def test_a_429_slows_all_down_once(processes) -> None:
    first, second = processes(2, concurrency=8, requests_per_second=100, burst=8, recovery=2)
    assert (await first.tell(0, 4)).period == 0
    slowed = await first.tell(4, 0, refused=0)
    assert (slowed.width, slowed.speed, slowed.period) == (4, 0.5, 1)
    same_burst = await second.tell(0, 0, refused=0)
    assert (same_burst.width, same_burst.speed, same_burst.period) == (4, 0.5, 1)
    for period in range(1, 10):
        slowed = await second.tell(0, 0, refused=period)
    assert (slowed.width, slowed.speed, slowed.period) == (1, 0.01, 10)
    better = await first.tell(0, 0, well=5)
    assert (better.width, better.speed) == (3, 0.21)
    better = await first.tell(0, 0, well=1)
    assert (better.width, better.speed) == (4, 0.31)
    better = await first.tell(0, 0, well=100)
    assert (better.width, better.speed) == (8, 1)


async def test_slowing_down_can_be_switched_off(processes) -> None:
    (process,) = processes(1, slow_down=False)
    answer = await process.tell(1, 1, refused=0, rest=30.0)
    assert (answer.given, answer.width, answer.period) == (1, 8, 0)


async def test_all_wait_as_long_as_the_server_asks(processes) -> None:
    first, second = processes(2, requests_per_second=100)
    await first.tell(1, 0, refused=0, rest=30.0)
    answer = await second.tell(0, 1)
    assert answer.given == 0
    assert 29 < answer.back <= 30.1
    await first.tell(1, 0, refused=1, rest=1e6)
    assert 59 < (await second.tell(0, 1)).back <= 60.1
    await first.tell(1, 0, refused=2, rest=5.0)  # a shorter one ends no longer one
    assert 58 < (await second.tell(0, 1)).back <= 60.1


async def test_those_who_are_done_are_forgotten(processes, redis, account) -> None:
    first, second = processes(2)
    await first.tell(1, 0)
    await second.tell(0, 0)
    async with Redis.from_url(redis.url) as client:
        assert await client.hkeys(f"t:{{{account}}}:processes") == [b"process 0"]
        for name in ("limit", "processes"):
            assert 0 < await client.ttl(f"t:{{{account}}}:{name}") <= 3600
    slots = {key_slot(f"t:{{{account}}}:{name}".encode()) for name in ("limit", "processes")}
    assert len(slots) == 1


async def test_the_slots_of_a_dead_process_are_free_after_its_lease(seconds, processes) -> None:
    first, second = processes(2, lease=0.2, concurrency=1)
    assert (await first.tell(0, 1)).given == 1
    tries = 1
    while not (await second.tell(0, 1)).given:
        tries += 1
    assert tries > 1


async def test_a_script_that_redis_forgot_is_sent_again(processes, redis) -> None:
    (process,) = processes(1)
    await process.tell(1, 0)
    async with Redis.from_url(redis.url) as client:
        await client.script_flush()
        assert (await process.tell(1, 1)).given == 1


async def test_a_refusal_of_redis_shows_no_password(redis, account) -> None:
    wrong = redis.url.replace(redis.password, "wrong-password")
    limit = AccountLimit(wrong, account, Settings(), FAR, 0.2)
    with pytest.raises(Away, match="invalid username-password") as caught:
        await limit.exchange("process", Report())
    assert "wrong-password" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    await limit.close()
