# ruff: noqa: RUF001  # Arabic text

from __future__ import annotations

import asyncio
import json
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from daftra_async import DaftraClient, Settings
from daftra_async.sandbox import Sandbox
from daftra_async.sandbox.faults import Faults, Rule
from tests.waiting import turns, until

pytest.importorskip("fastapi")
uvicorn = pytest.importorskip("uvicorn")

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from daftra_async import Limiter


class Service:
    def __init__(self, sandbox: Sandbox, session: aiohttp.ClientSession, url: str, opened: list[DaftraClient]) -> None:
        self.sandbox, self.session, self.url, self.opened = sandbox, session, url, opened

    async def get(self, path: str) -> tuple[int, Any]:
        async with self.session.get(self.url + path) as response:
            return response.status, await response.json()

    async def post(self, path: str, body: Any) -> tuple[int, Any]:
        async with self.session.post(self.url + path, json=body) as response:
            return response.status, await response.json()


@asynccontextmanager
async def serving(sandbox: Sandbox, **settings: Any) -> AsyncIterator[Service]:
    """The service behind a real socket, with a client of the sandbox."""
    from fastapi_service import application

    opened: list[DaftraClient] = []

    @asynccontextmanager
    async def opening(limiter: Limiter) -> AsyncIterator[DaftraClient]:
        chosen = Settings(backoff_base=0.01, **settings)
        async with DaftraClient(
            "acme", api_key=sandbox.api_key, base_url=sandbox.url, settings=chosen, limiter=limiter
        ) as daftra:
            opened.append(daftra)
            yield daftra

    config = uvicorn.Config(application(opening), port=0, log_config=None, ws="none", lifespan="on", timeout_graceful_shutdown=3)
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    try:
        await until(lambda: server.started or running.done())
        assert not running.done()
        port = server.servers[0].sockets[0].getsockname()[1]
        async with aiohttp.ClientSession() as session:
            yield Service(sandbox, session, f"http://127.0.0.1:{port}", opened)
    finally:
        server.should_exit = True
        await running


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    async with Sandbox("demo") as sandbox, serving(sandbox) as found:
        yield found


async def test_a_hundred_requests_at_once_share_one_client(service: Service) -> None:
    paths = [("/health", "/invoices/30", "/invoices?client_id=15", "/invoices/31")[number % 4] for number in range(100)]

    async def status(path: str) -> int:
        async with service.session.get(service.url + path) as response:
            assert await response.read()
            return response.status

    async with asyncio.timeout(60):
        assert await asyncio.gather(*map(status, paths)) == [200] * 100
    assert len(service.opened) == 1
    received = service.sandbox.received()
    assert received["site_info.get"] == 25 + 1, "one for each look at the health, and one for the date format of the account"
    assert received["invoices.get"] == 50


async def test_the_client_is_closed_with_the_service() -> None:
    from daftra_async import RequestNotSent

    async with Sandbox("demo") as sandbox:
        async with serving(sandbox) as service:
            assert await service.get("/health") == (200, {"ok": True, "account": "Al-Noor Trading Co. شركة النور"})
        (daftra,) = service.opened
        with pytest.raises(RequestNotSent):
            await daftra.site_info.get()


async def test_all_invoices_come_as_lines(service: Service) -> None:
    store = service.sandbox.account.store
    for identity in store.ids("invoice")[500:]:
        store.delete("invoice", identity)
    async with service.session.get(service.url + "/invoices") as response:
        assert response.headers["Content-Type"].startswith("application/x-ndjson")
        lines = (await response.read()).splitlines()
    rows = [json.loads(line) for line in lines]
    assert len({row["id"] for row in rows}) == len(rows) == service.sandbox.count("invoices.list")
    assert len(rows) > 200, "more than one page"


async def test_lines_of_a_client_are_his(service: Service) -> None:
    async with service.session.get(service.url + "/invoices?client_id=15") as response:
        rows = [json.loads(line) for line in (await response.read()).splitlines()]
    assert rows
    assert {int(row["client_id"]) for row in rows} == {15}


async def test_a_reader_that_leaves_ends_the_walk(service: Service) -> None:
    response = await service.session.get(service.url + "/invoices")
    assert await response.content.readline()
    response.close()
    limiter = service.opened[0]._pipeline.limiter._work
    await until(lambda: not (limiter.in_use or limiter.waiting))
    asked = len(service.sandbox.requests)
    await turns(500)
    assert len(service.sandbox.requests) == asked < service.sandbox.count("invoices.list") / 200


async def test_a_reader_that_leaves_while_a_page_is_awaited_cancels_its_request() -> None:
    """The second page never comes: without cancellation the service would wait for it and could not end."""
    waiting, gone = asyncio.Event(), asyncio.Event()

    from aiohttp import web

    @web.middleware
    async def hold(request: web.Request, handler: Any) -> Any:
        if request.query.get("page") == "2":
            waiting.set()
            await until(lambda: request.transport is None or request.transport.is_closing())
            gone.set()
        return await handler(request)

    async with Sandbox("demo", middlewares=[hold]) as sandbox, serving(sandbox) as service:
        response = await service.session.get(service.url + "/invoices")
        assert await response.content.readline()
        async with asyncio.timeout(60):
            await waiting.wait()
            response.close()
            await gone.wait()


async def test_the_health_is_told_while_all_slots_are_taken() -> None:
    taken, told = 0, asyncio.Event()

    from aiohttp import web

    @web.middleware
    async def hold(request: web.Request, handler: Any) -> Any:
        nonlocal taken
        if "/invoices/" in request.path:
            taken += 1
            await told.wait()
        return await handler(request)

    async with Sandbox("demo", middlewares=[hold]) as sandbox, serving(sandbox) as service:
        work = [asyncio.create_task(service.get(f"/invoices/{number}")) for number in range(30, 60)]
        await until(lambda: taken == 8)
        async with asyncio.timeout(60):
            assert (await service.get("/health"))[0] == 200
        assert taken == 8
        told.set()
        assert {status for status, _ in await asyncio.gather(*work)} == {200}


async def test_a_note_is_added_and_the_rest_is_kept(service: Service) -> None:
    before = service.sandbox.record("client", 628)
    status, body = await service.post("/clients/628/notes", {"text": "اتصل غدا"})
    assert (status, body["id"]) == (200, 628)
    after = service.sandbox.record("client", 628)
    assert before is not None
    assert after is not None
    assert after["notes"] == body["notes"] == f"{before['notes'].rstrip()}\nاتصل غدا"
    assert {**after, "notes": None, "modified": None} == {**before, "notes": None, "modified": None}


async def test_failures_have_their_status(service: Service) -> None:
    assert await service.get("/invoices/99999999") == (404, {"detail": "there is no such record"})
    assert (await service.get("/invoices/0"))[0] == 422
    assert (await service.post("/clients/628/notes", {"text": ""}))[0] == 422
    assert (await service.post("/clients/99999999/notes", {"text": "x"}))[0] == 404


@pytest.mark.parametrize(
    ("rule", "call", "status", "said"),
    [
        (Rule("429", operation="site_info.get"), "/health", 503, "too much"),
        (Rule("500", operation="invoices.list"), "/invoices", 502, "failure"),
        (Rule("expired-token", operation="invoices.get"), "/invoices/30", 502, "failure"),
    ],
)
async def test_failures_of_the_account(rule: Rule, call: str, status: int, said: str) -> None:
    async with Sandbox("demo", faults=Faults([rule])) as sandbox, serving(sandbox, max_attempts=1) as service:
        got, body = await service.get(call)
        assert (got, said in body["detail"]) == (status, True)


async def test_a_lost_answer_is_not_called_a_failure() -> None:
    rule = Rule("drop-after-read", operation="clients.update")
    async with Sandbox("demo", faults=Faults([rule])) as sandbox, serving(sandbox, max_attempts=1) as service:
        status, body = await service.post("/clients/628/notes", {"text": "x"})
        assert status == 502
        assert "may have been written or not" in body["detail"]


async def test_a_failure_in_the_middle_is_no_short_list() -> None:
    rule = Rule("500", operation="invoices.list")
    async with AsyncExitStack() as stack:
        sandbox = await stack.enter_async_context(Sandbox("demo", faults=Faults([rule], enabled=False)))
        service = await stack.enter_async_context(serving(sandbox, max_attempts=1))
        with pytest.raises(aiohttp.ClientPayloadError):
            async with service.session.get(service.url + "/invoices") as response:
                assert response.status == 200
                assert await response.content.readline()
                sandbox.faults.enabled = True
                while await response.content.readline():
                    pass


async def test_retry_after_is_passed_on() -> None:
    from fastapi_service import explain

    from daftra_async import RateLimitedError

    error = RateLimitedError(429, 429, "slow down")
    error.retry_after = 6.2
    answer = await explain(None, error)  # it is not looked at
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "7")
