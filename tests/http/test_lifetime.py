"""Closing while calls run, and calls that are cancelled at every step."""

import asyncio
import gc

import aiohttp
import pytest
from aiohttp import web

from daftra_async import DaftraClient
from daftra_async.errors import ConnectionLost, OutcomeUnknown, RequestNotSent
from daftra_async.http.auth import PasswordGrant
from daftra_async.sandbox import Sandbox
from daftra_async.settings import Settings
from tests.conftest import http
from tests.waiting import never, turns, until

USER = {"client_secret": "sandbox-secret", "username": "owner@example.com", "password": "sandbox-password"}


def nothing_left(daftra):
    limiter, life = daftra._pipeline.limiter, daftra._pipeline.life
    assert (limiter.in_use, limiter.waiting, life.calls) == (0, 0, 0)


async def test_closing_ends_the_calls_that_run(server, client):
    server.default = never
    daftra = client(settings={"concurrency": 3})
    calls = [
        asyncio.ensure_future(call)
        for call in (
            daftra.request("GET", "/api2/read"),
            daftra.request("POST", "/api2/write", json={}),
            daftra.request("DELETE", "/api2/write"),
            daftra.request("POST", "/api2/queued", json={}),
            daftra.request("GET", "/api2/queued"),
        )
    ]
    await until(lambda: len(server.seen) == 3)
    await turns()
    await daftra.close()
    nothing_left(daftra)
    errors = await asyncio.gather(*calls, return_exceptions=True)
    assert [type(error) for error in errors] == [ConnectionLost, OutcomeUnknown, OutcomeUnknown, RequestNotSent, RequestNotSent]
    assert all("the client was closed" in str(error) for error in errors)
    assert [call.cancelled() for call in calls] == [False] * 5
    assert daftra._pipeline.life.session.closed


async def test_closing_during_a_pause(server, client):
    """What an earlier attempt has done to the call is not forgotten."""
    daftra = client()
    pausing = []

    async def sleep(seconds):
        pausing.append(seconds)
        await asyncio.Event().wait()

    daftra._pipeline.runtime = type(daftra._pipeline.runtime)(sleep=sleep)
    server.script = [None, None, http(429, {})]
    calls = [asyncio.ensure_future(daftra.request(method, "/api2/x")) for method in ("GET", "PUT")]
    await until(lambda: len(server.seen) == 2)
    calls.append(asyncio.ensure_future(daftra.request("GET", "/api2/y")))
    await until(lambda: len(pausing) == 3)
    await daftra.close()
    errors = await asyncio.gather(*calls, return_exceptions=True)
    assert [type(error) for error in errors] == [ConnectionLost, OutcomeUnknown, RequestNotSent]


async def test_closing_while_a_token_is_fetched(server, client):
    server.default = never
    daftra = client(auth=PasswordGrant(**USER))
    calls = [asyncio.ensure_future(daftra.request("POST", "/api2/x", json={})) for _ in range(3)]
    await until(lambda: len(server.seen) == 1)
    await daftra.close()
    errors = await asyncio.gather(*calls, return_exceptions=True)
    assert [type(error) for error in errors] == [RequestNotSent] * 3
    assert len(asyncio.all_tasks()) == 1 + len([task for task in asyncio.all_tasks() if "handle" in repr(task)])


async def test_the_callers_own_cancellation_goes_first(server, client):
    server.default = never
    daftra = client()
    call = asyncio.ensure_future(daftra.request("GET", "/api2/x"))
    await until(lambda: server.seen)
    call.cancel()
    await daftra.close()
    with pytest.raises(asyncio.CancelledError):
        await call
    nothing_left(daftra)


async def test_a_caller_can_go_on_after_its_call_was_ended(server, client):
    """Its task is not left in the state of being cancelled."""
    server.default = never
    daftra = client()

    async def work():
        with pytest.raises(ConnectionLost):
            await daftra.request("GET", "/api2/x")
        task = asyncio.current_task()
        assert task is not None
        assert task.cancelling() == 0
        async with asyncio.timeout(60):
            await turns()
        return "went on"

    task = asyncio.ensure_future(work())
    await until(lambda: server.seen)
    await asyncio.gather(daftra.close(), daftra.close())
    assert await task == "went on"


async def test_a_call_that_closes_its_own_client(server, client):
    server.default = http(429, {})
    daftra = client()

    async def close(_seconds):
        await daftra.close()

    daftra._pipeline.runtime = type(daftra._pipeline.runtime)(sleep=close)
    with pytest.raises(RequestNotSent, match="closed"):
        await daftra.request("GET", "/api2/x")
    nothing_left(daftra)


async def test_closing_ends_a_walk_with_its_pages_ahead(server, client):
    first = {"page": 1, "page_count": 9, "next": "?page=2", "total_results": 9}
    server.script = [http(body={"code": 200, "result": "successful", "data": [{"Tax": {"id": "1"}}], "pagination": first})]
    server.default = never
    daftra = client()
    walk = asyncio.ensure_future(daftra.taxes.list().collect(concurrency=4))
    await until(lambda: len(server.seen) == 5)
    await daftra.close()
    with pytest.raises(ConnectionLost, match="the client was closed"):
        await walk
    nothing_left(daftra)


async def test_an_injected_session_outlives_its_client(server, client):
    server.default = never
    async with aiohttp.ClientSession() as session:
        daftra = client(session=session)
        call = asyncio.ensure_future(daftra.request("GET", "/api2/x"))
        await until(lambda: server.seen)
        await daftra.close()
        with pytest.raises(ConnectionLost):
            await call
        assert not session.closed
        assert not session.connector._acquired


async def test_use_without_entering(server):
    server.default = http(body={"a": 1})
    daftra = DaftraClient(base_url=server.url, api_key="key-123456")
    assert await daftra.request("GET", "/api2/x") == {"a": 1}
    await daftra.close()


STEPS = range(61)


def is_ours(task):
    file = task.get_coro().cr_code.co_filename
    return "client" in file if "aiohttp" in file else "daftra_async" in file and "sandbox" not in file


@web.middleware
async def slow(request, handler):
    await turns(15)
    return await handler(request)


async def release_later(limiter, slot):
    await turns(20)
    limiter.release(slot)


@pytest.mark.parametrize("kind", ["read", "create", "walk", "token", "queued", "slow-token"])
async def test_cancelled_at_every_step(kind):  # one case for each kind
    """Whatever a call awaits, cancelling it there leaves no slot, no task and no connection."""
    auth = {"auth": PasswordGrant(**USER)} if "token" in kind else {"api_key": "sandbox-key"}
    settings = Settings(concurrency=1 if kind == "queued" else 8, requests_per_second=100_000, burst=100)
    reached = set()
    middlewares = [slow] if kind == "slow-token" else []
    async with Sandbox("empty", middlewares=middlewares) as sandbox:
        for steps in STEPS:
            async with DaftraClient(base_url=sandbox.url, settings=settings, **auth) as daftra:
                before = asyncio.all_tasks()
                execution = daftra._pipeline
                if kind == "walk":
                    call = asyncio.ensure_future(daftra.taxes.list().collect(concurrency=4))
                elif kind == "create":
                    call = asyncio.ensure_future(daftra.taxes.create({"name": f"tax {steps}", "value": 5, "included": 0}))
                elif kind == "queued":
                    slot = await execution.limiter.acquire()
                    assert slot.period == 0
                    releasing = asyncio.ensure_future(release_later(execution.limiter, slot))
                    call = asyncio.ensure_future(daftra.site_info.get())
                else:
                    call = asyncio.ensure_future(daftra.site_info.get())
                for _ in range(steps):
                    await asyncio.sleep(0)
                call.cancel()
                try:
                    await call
                    reached.add("done")
                except asyncio.CancelledError:
                    reached.add("cancelled")
                if kind == "queued":
                    await releasing
                refresh = getattr(execution.sender.auth, "_task", None)
                if refresh is not None:  # it goes on: others may need the token
                    await asyncio.wait([refresh])
                nothing_left(daftra)
                session = execution.life.session
                assert session is None or not session.connector._acquired, steps
                assert not [task for task in asyncio.all_tasks() - before if is_ours(task)]
                # And the client goes on working.
                if steps % 10 == 0:
                    await daftra.site_info.get()
    gc.collect()
    assert "cancelled" in reached
