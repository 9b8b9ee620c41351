import asyncio

import pytest

from daftra_async.errors import ArgumentError, DaftraTimeout, RequestNotSent
from daftra_async.http.local_limiter import Bucket, LocalLimiter
from daftra_async.settings import Settings
from tests.conftest import http
from tests.waiting import LoopClock, never, turns, until


async def hold(limiter, count, log=None, name=None, kind=None):
    slot = await limiter.acquire(kind)
    try:
        if log is not None:
            log.append(name)
        await turns(count or 1)
    finally:
        limiter.release(slot)
    return slot


def test_bucket():
    bucket = Bucket(10.0, 3, 0.0)
    for _ in range(3):
        assert bucket.wait(0.0) == 0
        bucket.take()
    assert bucket.wait(0.0) == pytest.approx(0.1)
    assert bucket.wait(0.05) == pytest.approx(0.05)
    assert bucket.wait(0.1) == 0
    bucket.take()
    assert bucket.wait(100.0) == 0
    for _ in range(3):
        bucket.take()
    assert bucket.wait(100.0) > 0
    bucket.take(-1)
    assert bucket.wait(100.0) == 0
    assert bucket.wait(50.0) == 0  # a clock that goes back gives nothing and takes nothing


async def test_slots_are_bounded_and_served_in_order():
    limiter, log = LocalLimiter(concurrency=2), []
    tasks = [asyncio.ensure_future(hold(limiter, 3, log, number)) for number in range(8)]
    await asyncio.sleep(0)
    assert (limiter.in_use, limiter.waiting) == (2, 6)
    assert "2 of 2" in repr(limiter)
    await asyncio.gather(*tasks)
    assert log == list(range(8))
    assert (limiter.in_use, limiter.waiting) == (0, 0)


async def test_kinds_take_turns():
    limiter, log = LocalLimiter(concurrency=1), []
    slot = await limiter.acquire()
    many = [asyncio.ensure_future(hold(limiter, 0, log, number, "many")) for number in range(1000)]
    await asyncio.sleep(0)
    few = [asyncio.ensure_future(hold(limiter, 0, log, name, name[0])) for name in ("a1", "b1", "a2")]
    await asyncio.sleep(0)
    assert limiter.waiting == 1003
    limiter.release(slot)
    await asyncio.gather(*few)
    assert log[:5] == [0, "a1", "b1", 1, "a2"]
    await asyncio.gather(*many)
    assert [each for each in log if isinstance(each, int)] == list(range(1000))
    assert (limiter.in_use, limiter.waiting, len(limiter._waiters)) == (0, 0, 0)


async def test_cancelled_kinds_lose_no_turn():
    limiter, log = LocalLimiter(concurrency=1), []
    slot = await limiter.acquire()
    tasks = [asyncio.ensure_future(hold(limiter, 0, log, name, name[0])) for name in ("a1", "b1", "c1", "a2", "c2")]
    await asyncio.sleep(0)
    tasks[1].cancel()
    limiter.release(slot)  # the turn of a1, which is cancelled before it runs
    tasks[0].cancel()
    await asyncio.wait(tasks)
    assert log == ["c1", "a2", "c2"]
    assert (limiter.in_use, limiter.waiting, len(limiter._waiters)) == (0, 0, 0)


async def test_one_call_does_not_wait_for_a_thousand_others(server, client):
    server.default = http(body={"code": 200, "result": "successful", "data": {"Client": {"id": "1"}, "Site": {"id": "1"}}})
    daftra = client(settings={"concurrency": 2})
    many = [asyncio.ensure_future(daftra.clients.get(1)) for _ in range(1000)]
    await asyncio.sleep(0)
    await daftra.site_info.get()
    assert len(server.seen) < 20
    for task in many:
        task.cancel()
    await asyncio.wait(many)


async def test_rate_with_burst():
    clock = LoopClock(stopped=True)
    limiter = LocalLimiter(concurrency=100, requests_per_second=100, burst=5)
    calls = [asyncio.ensure_future(hold(limiter, 0)) for _ in range(25)]
    for done in range(5, 26):
        await turns(10)
        assert sum(call.done() for call in calls) == done
        clock.forward(0.01)
    assert limiter._timer is None


async def test_cancelled_waiters_give_everything_back():
    """Also in the moment in which their turn has come and they have not run yet."""
    limiter = LocalLimiter(concurrency=1, requests_per_second=1000, burst=3)
    first = await limiter.acquire()
    assert first.period == 0
    waiting = [asyncio.ensure_future(limiter.acquire()) for _ in range(5)]
    await asyncio.sleep(0)
    waiting[3].cancel()
    limiter.release(first)
    assert limiter.in_use == 1
    waiting[0].cancel()
    await asyncio.wait([waiting[0], waiting[3]])
    await turns()
    assert (limiter.in_use, waiting[1].done()) == (1, True)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    limiter.release(waiting[1].result())
    assert (limiter.in_use, limiter.waiting) == (0, 0)
    assert (limiter._timer, len(limiter._waiters)) == (None, 0)


async def test_abandoned_waiters_are_forgotten():
    limiter = LocalLimiter(concurrency=1)
    await limiter.acquire()
    for _ in range(50):
        waiter = asyncio.ensure_future(limiter.acquire())
        await asyncio.sleep(0)
        waiter.cancel()
        await asyncio.wait([waiter])
    assert len(limiter._waiters) == 0


async def test_slow_down_and_recovery():
    limiter = LocalLimiter(concurrency=8, requests_per_second=100, burst=8, recovery=2)
    slots = [await limiter.acquire() for _ in range(4)]
    for slot in slots:  # one burst counts once
        limiter.answered(slot, 429)
    assert (limiter.concurrency, limiter.rate) == (4, 50)
    for slot in slots:
        limiter.release(slot)
    for _ in range(4):
        slot = await limiter.acquire()
        limiter.answered(slot, 429)
        limiter.release(slot)
    assert (limiter.concurrency, limiter.rate) == (1, 50 / 16)
    slot = await limiter.acquire()
    limiter.release(slot)
    for count in range(1, 3):
        limiter.answered(slot, 200)
        assert limiter.concurrency == count
    for _ in range(40):
        limiter.answered(slot, 500)
    assert (limiter.concurrency, limiter.rate) == (8, 100)


async def test_slow_down_can_be_switched_off():
    limiter = LocalLimiter(concurrency=8, slow_down=False)
    slot = await limiter.acquire()
    limiter.answered(slot, 429)
    assert limiter.concurrency == 8
    limiter.release(slot)


async def test_a_429_slows_the_client_down(server, client):
    server.script = [http(429, {}, {"Retry-After": "0"})]
    server.default = http(body={"a": 1})
    daftra = client(settings={"recovery": 2})
    assert await daftra.request("GET", "/api2/x") == {"a": 1}
    assert daftra._pipeline.limiter.concurrency == 4
    for _ in range(7):
        await daftra.request("GET", "/api2/x")
    assert daftra._pipeline.limiter.concurrency == 8


async def test_clients_share_a_limiter(server, client):
    running, most = 0, 0

    async def answer(_seen, writer):
        nonlocal running, most
        running += 1
        most = max(most, running)
        await turns(50)
        running -= 1
        writer.write(http(body={"a": 1}))

    server.default = answer
    limiter = LocalLimiter(concurrency=3)
    clients = [client(limiter=limiter), client(limiter=limiter, settings={"concurrency": 100})]
    await asyncio.gather(*(daftra.request("GET", "/api2/x") for daftra in clients for _ in range(8)))
    assert most == 3
    assert limiter.in_use == 0


def test_a_limiter_serves_one_loop_at_a_time():
    limiter = LocalLimiter(concurrency=1, requests_per_second=1000)

    async def leave():
        await limiter.acquire()

    async def use():
        await hold(limiter, 0)
        return limiter.in_use

    asyncio.run(leave())
    assert asyncio.run(use()) == 0  # what the first loop left behind is gone with it

    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(leave())
        with pytest.raises(RequestNotSent, match="event loop"):
            asyncio.run(use())
    finally:
        loop.close()


async def test_waiting_for_a_slot_has_a_limit_and_a_text_of_its_own(server, client, pauses):
    server.default = never
    daftra = client(settings={"concurrency": 1, "pool_timeout": 0.05})
    blocker = asyncio.ensure_future(daftra.request("GET", "/api2/x"))
    await until(lambda: server.seen)
    with pytest.raises(DaftraTimeout, match=r"no free slot in time \(pool_timeout\)") as caught:
        await daftra.request("POST", "/api2/x", json={})
    assert caught.value.attempts == 1
    with pytest.raises(DaftraTimeout, match=r"no free slot in time \(timeout=\)"):
        await daftra.request("GET", "/api2/x", timeout=0.01)
    with pytest.raises(DaftraTimeout, match=r"no free slot in time \(deadline\)"):
        await daftra.with_settings(deadline=0.01).request("GET", "/api2/x")
    assert pauses.taken == []
    assert len(server.seen) == 1
    blocker.cancel()
    await asyncio.gather(blocker, return_exceptions=True)


@pytest.mark.parametrize(
    ("settings", "options", "text"),
    [
        ({"timeout": 0.05}, {}, "(timeout)"),
        ({"read_timeout": 0.05}, {}, "(read_timeout)"),
        ({"deadline": 0.05}, {}, "(deadline)"),
        ({}, {"timeout": 0.05}, "(timeout=)"),
    ],
)
async def test_each_time_limit_names_itself(server, client, settings, options, text):
    server.default = never
    with pytest.raises(DaftraTimeout) as caught:
        await client(settings={"max_attempts": 1, **settings}).request("GET", "/api2/x", **options)
    assert text in str(caught.value)


async def test_connect_timeout_names_itself(client, server):
    import aiohttp

    server.default = never
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as session:
        daftra = client(settings={"max_attempts": 1, "connect_timeout": 0.05}, session=session)
        blocker = asyncio.ensure_future(daftra.with_settings(connect_timeout=5).request("GET", "/api2/x"))
        await until(lambda: server.seen)
        with pytest.raises(RequestNotSent, match=r"\(connect_timeout\)"):
            await daftra.request("POST", "/api2/x", json={})
        blocker.cancel()
        await asyncio.gather(blocker, return_exceptions=True)


@pytest.mark.parametrize(
    "values",
    [
        {"concurrency": 0},
        {"requests_per_second": 0},
        {"requests_per_second": float("nan")},
        {"requests_per_second": True},
        {"burst": 0},
        {"slow_down": 1},
        {"recovery": 0},
    ],
)
def test_refused(values):
    for make in (LocalLimiter, Settings):
        with pytest.raises(ArgumentError, match="expected") as caught:
            make(**values)
        assert caught.value.argument == next(iter(values))


async def test_a_view_shares_everything_but_settings(server, client):
    server.default = http(body={"code": 200, "result": "successful", "data": {"Site": {"id": "1"}}})
    daftra = client(branch=3)
    resource = daftra.site_info
    view = daftra.with_settings(timeout=5, user_agent="mine", format_suffix=".json")
    assert (view._pipeline.settings.timeout, daftra._pipeline.settings.timeout) == (5, 60)
    assert view.site_info is not resource
    await view.site_info.get()
    await daftra.site_info.get()
    assert [seen.target for seen in server.seen] == ["/api2/site_info.json", "/api2/site_info"]
    assert [seen.headers["user-agent"].partition("/")[0] for seen in server.seen] == ["mine", "daftra-async"]
    assert view._pipeline.limiter is daftra._pipeline.limiter
    assert view._pipeline.life is daftra._pipeline.life
    again = view.with_settings(max_attempts=1)
    assert (again._pipeline.settings.timeout, again._pipeline.settings.max_attempts) == (5, 1)
    for name in ("concurrency", "requests_per_second", "burst", "slow_down", "recovery", "token_path"):
        with pytest.raises(ArgumentError, match=name):
            daftra.with_settings(**{name: 1})
    with pytest.raises(ArgumentError, match="timeout"):
        daftra.with_settings(timeout=-1)
    with pytest.raises(TypeError):
        daftra.with_settings(time_out=1)
    await daftra.close()
    with pytest.raises(RequestNotSent, match="closed"):
        await view.site_info.get()


@pytest.mark.parametrize("settings", [{}, {"deadline": 30}])
async def test_each_attempt_has_its_timeout_under_a_deadline_too(server, client, settings):
    server.default = LoopClock().after(11)
    with pytest.raises(DaftraTimeout, match=r"\(timeout\) after 2 attempts"):
        await client(settings={"timeout": 10, "max_attempts": 2, **settings}).clients.get(1)


async def test_a_turn_that_nobody_took_is_given_to_the_next():
    """At this rate the bucket does not fill while the test runs."""
    limiter = LocalLimiter(concurrency=1, requests_per_second=0.001, burst=2)
    first = await limiter.acquire()
    second, third = (asyncio.ensure_future(limiter.acquire()) for _ in range(2))
    await asyncio.sleep(0)
    limiter.release(first)
    second.cancel()
    assert (await third).period == 0
    assert second.cancelled()
    limiter.release(third.result())
    assert (limiter.in_use, limiter.waiting) == (0, 0)
