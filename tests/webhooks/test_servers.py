"""The handlers over real sockets: aiohttp's server, and FastAPI behind uvicorn."""

import asyncio
import contextlib
import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import aiohttp
import httpx
import pytest
import uvicorn
from aiohttp import web
from fastapi import Depends, FastAPI, HTTPException

from daftra_async import ArgumentError, Tax
from daftra_async.webhooks import UnknownEvent, WebhookEvent, WebhookReceiver
from daftra_async.webhooks.aiohttp import routes
from daftra_async.webhooks.fastapi import webhook
from tests.waiting import until

ROOT = Path(__file__).parent.parent.parent
TOKEN = "token-of-the-servers-test"
TAX = {"id": 7, "tax_id": 7, "name": "VAT", "value": 15, "included": 0, "site_id": 47}


class Callback:
    def __init__(self):
        self.events = []
        self.fail = False

    async def __call__(self, event):
        self.events.append(event)
        if self.fail:
            raise RuntimeError


@pytest.fixture
def callback():
    return Callback()


@contextlib.asynccontextmanager
async def serving(app):
    # By default aiohttp goes on reading a refused body for ten seconds.
    runner = web.AppRunner(app, access_log=logging.getLogger("aiohttp.access"), lingering_time=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    try:
        async with aiohttp.ClientSession(f"http://{host}:{port}") as session:
            yield session
    finally:
        await runner.cleanup()


async def post(session, path, body, **more):
    data = body if isinstance(body, bytes) else json.dumps(body)
    async with session.post(path, data=data, **more) as response:
        return response.status, await response.text()


async def test_aiohttp(callback, caplog):
    receiver = WebhookReceiver(token=TOKEN, tenants=["47"])
    app = web.Application()
    app.router.add_post("/hooks/{token}", receiver.aiohttp_handler(callback))
    app.add_routes(routes(receiver, callback))
    app.add_routes(routes(receiver, callback, "/plain"))
    access = logging.getLogger("aiohttp.access")
    access.addFilter(receiver.log_filter)
    try:
        with caplog.at_level(logging.INFO):
            async with serving(app) as session:
                assert await post(session, f"/hooks/{TOKEN}", TAX) == (200, "OK")
                assert await post(session, f"/daftra/{TOKEN}", TAX) == (200, "Handled before")
                assert await post(session, f"/plain?token={TOKEN}", b"", headers={"X-Site-Id": "47"}) == (200, "OK")
                assert await post(session, "/hooks/guess", TAX) == (404, "Not Found")
                assert await post(session, "/plain", TAX) == (404, "Not Found")
                assert (await post(session, f"/hooks/{TOKEN}", {**TAX, "site_id": 48}))[0] == 403
                callback.fail = True
                assert await post(session, f"/hooks/{TOKEN}", {**TAX, "id": 8}) == (500, "Internal Server Error")
                callback.fail = False
                assert (await post(session, f"/hooks/{TOKEN}", {**TAX, "id": 8}))[0] == 200
    finally:
        access.filters.clear()
    assert [event.id for event in callback.events] == [7, None, 8, 8]
    assert isinstance(callback.events[0].record, Tax)
    assert isinstance(callback.events[1], UnknownEvent)
    assert "POST /hooks/***" in caplog.text
    assert TOKEN not in caplog.text


async def test_aiohttp_refuses_large_bodies_unread(callback):
    receiver = WebhookReceiver(token=TOKEN, max_size=1000)
    app = web.Application()
    app.add_routes(routes(receiver, callback))
    produced = []

    async def endless():
        while len(produced) < 100_000:
            produced.append(1)
            yield b"x" * 10_000

    async with serving(app) as session:
        assert (await post(session, f"/daftra/{TOKEN}", b"x" * 1000))[0] == 200
        for path, status in ((f"/daftra/{TOKEN}", 413), ("/daftra/guess", 404)):
            with contextlib.suppress(aiohttp.ClientError, ConnectionError):
                async with session.post(path, data=endless()) as response:
                    assert response.status == status
            assert len(produced) < 100_000
            produced.clear()
    assert len(callback.events) == 1


async def test_aiohttp_routes_need_a_path(callback):
    with pytest.raises(ArgumentError):
        routes(WebhookReceiver(token=TOKEN), callback, "daftra")


def fastapi_app(receiver, seen, errors):
    app = FastAPI()
    event_of = webhook(receiver)

    @app.post("/daftra/{token}")
    @app.post("/plain")
    async def note(event: Annotated[WebhookEvent, Depends(event_of)]):
        seen.append(event)
        if errors:
            raise errors.pop()
        return {"entity": event.entity}

    return app


async def test_fastapi():
    seen, errors = [], []
    app = fastapi_app(WebhookReceiver(token=TOKEN, max_size=1000, tenants=[47]), seen, errors)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
        answer = await http.post(f"/daftra/{TOKEN}", json=TAX)
        assert (answer.status_code, answer.json()) == (200, {"entity": "tax"})
        answer = await http.post(f"/plain?token={TOKEN}", json=TAX)
        assert (answer.status_code, answer.json()) == (200, {"detail": "Handled before"})
        assert (await http.post("/daftra/guess", json=TAX)).status_code == 404
        assert (await http.post(f"/daftra/{TOKEN}", json={**TAX, "site_id": 1})).status_code == 403
        assert (await http.post(f"/daftra/{TOKEN}", content=b"x" * 1001)).status_code == 413
        answer = await http.post(f"/daftra/{TOKEN}", content=b"<html>", headers={"X-Site-Id": "47"})
        assert (answer.status_code, answer.json()) == (200, {"entity": None})
        for error, status in ((RuntimeError("broken"), 500), (HTTPException(503), 503)):
            errors.append(error)
            assert (await http.post(f"/daftra/{TOKEN}", json={**TAX, "id": status})).status_code == status
            assert (await http.post(f"/daftra/{TOKEN}", json={**TAX, "id": status})).json() == {"entity": "tax"}
    assert [event.id for event in seen] == [7, None, 500, 500, 503, 503]
    assert isinstance(seen[0].record, Tax)
    assert isinstance(seen[1], UnknownEvent)


async def test_fastapi_behind_uvicorn():
    seen = []
    app = fastapi_app(WebhookReceiver(token=TOKEN, max_size=100_000), seen, [])
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", lifespan="off", ws="none"))
    running = asyncio.create_task(server.serve())
    try:
        await until(lambda: server.started)
        port = server.servers[0].sockets[0].getsockname()[1]
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
            answers = await asyncio.gather(*(post(session, f"/daftra/{TOKEN}", {**TAX, "id": at}) for at in range(1, 51)))
            assert {status for status, _ in answers} == {200}
            assert (await post(session, f"/daftra/{TOKEN}", b"x" * 100_001))[0] == 413
            assert (await post(session, "/daftra/guess", TAX))[0] == 404
    finally:
        server.should_exit = True
        await running
    assert sorted(event.id for event in seen) == list(range(1, 51))


def run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)


def test_fastapi_is_loaded_only_where_it_is_used():
    code = "import sys; import daftra_async.webhooks; assert not {'fastapi', 'aiohttp.web'} & set(sys.modules), 'loaded'"
    assert run(code).returncode == 0
    missing = run("import sys; sys.modules['fastapi'] = None; import daftra_async.webhooks.fastapi")
    assert missing.returncode == 1
    assert "ImportError: daftra_async.webhooks.fastapi needs FastAPI: pip install 'fastapi>=0.115'" in missing.stderr


async def test_the_example(tmp_path):
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-X", "dev", "-W", "error", str(ROOT / "examples" / "webhook_receiver.py"), "--demo"),
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    assert b"Warning" not in err
    lines = out.decode().splitlines()
    assert [line.split()[1] for line in lines if "->" in line] == ["200", "200", "200", "200", "200", "404"]
    assert lines[0].startswith("invoice 1 (created): ")
    assert "client 99999999 is gone" in lines
    assert "Mallory" not in out.decode()
