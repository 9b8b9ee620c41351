"""The command as the shell runs it, against a small server on loopback."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import signal
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from aiohttp import web
from typer.testing import CliRunner

from daftra_async.cli.app import app
from tests.waiting import until_outside

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

KEY = "only-the-server-knows"
INVOICES = 2500
HIDDEN = frozenset({"census.json", ".daftra-export.json", ".daftra-export.lock"})


def v1_page(wrapper: str, total: int, page: int, limit: int) -> dict[str, Any]:
    pages = -(-total // limit) or 1
    ids = range((page - 1) * limit + 1, min(page * limit, total) + 1)
    return {
        "code": 200,
        "result": "successful",
        "data": [{wrapper: {"id": str(number), "notes": "ملاحظة", "unheard_of": {"n": number}}} for number in ids],
        "pagination": {
            "prev": None,
            "next": f"/api2/other?page={page + 1}" if page < pages else None,
            "page": page,
            "page_count": str(pages),
            "total_results": total,
        },
    }


@attrs.define
class Server:
    url: str = ""
    stuck: asyncio.Event = attrs.field(factory=asyncio.Event)
    """Set when somebody waits for the page that never comes."""
    hang: bool = False
    asked: list[str] = attrs.field(factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.path_qs)
        if request.headers.get("apikey") != KEY:
            return web.json_response({"result": "failed", "code": 401, "message": "Unauthorized"}, status=401)
        page, limit = int(request.query.get("page", 1)), int(request.query.get("limit", 20))
        match request.path.split("/"):
            case [_, "api2", "invoices"]:
                if self.hang and page == 2:
                    self.stuck.set()
                    await asyncio.Event().wait()
                return web.json_response(v1_page("Invoice", INVOICES, page, limit))
            case [_, "api2", "clients"]:
                return web.json_response(v1_page("Client", 20, page, limit))
            case [_, "api2", "products"]:
                return web.json_response({"result": "failed", "code": 403, "message": "غير مصرح"}, status=403)
        return web.json_response({"message": "Record not found"}, status=400)


@asynccontextmanager
async def serving(*, hang: bool = False) -> AsyncIterator[Server]:
    server = Server(hang=hang)
    answering = web.Application()
    answering.router.add_route("*", "/{tail:.*}", server.answer)
    runner = web.AppRunner(answering, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()


def settings(server: Server, key: str = KEY) -> dict[str, str]:
    return {"DAFTRA_ACCOUNT": "acme", "DAFTRA_BASE_URL": server.url, "DAFTRA_API_KEY": key, "PYTHONUTF8": "1"}


async def start(server: Server, *arguments: str, **streams: Any) -> asyncio.subprocess.Process:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("DAFTRA_", "COLUMNS"))}
    streams = {"stdout": asyncio.subprocess.PIPE, "stderr": asyncio.subprocess.PIPE} | streams
    command = [sys.executable, "-m", "daftra_async", *arguments]
    return await asyncio.create_subprocess_exec(*command, env=env | settings(server), **streams)


async def run(server: Server, *arguments: str, key: str = KEY) -> tuple[int | None, str, str]:
    """Run a command in this process, in a thread with a loop of its own."""
    result = await asyncio.to_thread(CliRunner().invoke, app, arguments, env=settings(server, key))
    return result.exit_code, result.stdout, result.stderr


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name not in HIDDEN)


async def test_export_over_http(tmp_path: Path) -> None:
    async with serving() as server:
        process = await start(server, "export", "invoices", "clients", "--out", str(tmp_path))
        out, err = (each.decode() for each in await asyncio.wait_for(process.communicate(), 60))
    assert process.returncode == 0, err
    assert names(tmp_path) == ["clients.jsonl", "invoices.jsonl"]
    rows = [json.loads(line) for line in (tmp_path / "invoices.jsonl").read_text("utf-8").splitlines()]
    assert [int(row["id"]) for row in rows] == list(range(1, INVOICES + 1))
    assert rows[0]["notes"] == "ملاحظة"
    assert rows[0]["unheard_of"] == {"n": 1}
    assert sum("invoices" in path for path in server.asked) == 3
    assert all("recursive=1" in path for path in server.asked if "invoices" in path)
    assert "invoices: 2,500 records, 3 pages" in err
    assert "2 files" in out
    assert f"2 unknown fields kept: Client.unheard_of, Invoice.unheard_of; see {tmp_path / 'census.json'}" in out
    assert json.loads((tmp_path / "census.json").read_bytes())["unknown field"]["Invoice"] == {"unheard_of": INVOICES}


async def test_one_refused_resource_is_reported(tmp_path: Path) -> None:
    async with serving() as server:
        code, out, err = await run(server, "export", "products", "clients", "--out", str(tmp_path))
    assert code == 1
    assert names(tmp_path) == ["clients.jsonl"]
    assert "غير مصرح" in err
    assert "failed: products.list: 403" in out
    assert KEY not in out + err


async def test_wrong_key_stops_at_once(tmp_path: Path) -> None:
    async with serving() as server:
        code, out, err = await run(server, "export", "--all", "--concurrency", "2", "--out", str(tmp_path), key="wrong-key-0815")
    assert code == 2
    assert len(server.asked) == 2
    assert out == ""
    assert err.splitlines()[-1].startswith("daftra: advance_payments.list: 401")
    assert "wrong-key-0815" not in err
    assert "Traceback" not in err


@pytest.mark.parametrize(("number", "code", "word"), [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")])
async def test_signals_leave_what_the_next_run_needs(tmp_path: Path, number: signal.Signals, code: int, word: str) -> None:
    async with serving(hang=True) as server:
        process = await start(server, "export", "invoices", "clients", "--out", str(tmp_path))
        await asyncio.wait_for(server.stuck.wait(), 60)
        await until_outside(lambda: names(tmp_path) == [".invoices.jsonl.part", "clients.jsonl"])
        process.send_signal(number)
        _, err = await asyncio.wait_for(process.communicate(), 60)
        assert process.returncode == code
        assert names(tmp_path) == [".invoices.jsonl.part", "clients.jsonl"]
        assert err.decode().endswith(f"daftra: {word}\ndaftra: run it again to resume\n")
        assert "Traceback" not in err.decode()
        server.hang = False
        before = len(server.asked)
        again, out, _ = await run(server, "export", "invoices", "clients", "--out", str(tmp_path))
    assert again == 0
    assert "ok; resumed" in out
    assert names(tmp_path) == ["clients.jsonl", "invoices.jsonl"]
    assert (tmp_path / "invoices.jsonl").read_bytes().count(b"\n") == INVOICES
    assert [path.partition("?")[0] for path in server.asked[before:]] == ["/api2/invoices"] * 3  # the first page once more


@pytest.mark.skipif(not hasattr(pty, "openpty"), reason="no pseudo terminals here")
async def test_bars_on_a_terminal(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    loop = asyncio.get_running_loop()
    shown, ended = bytearray(), asyncio.Event()

    def read() -> None:
        try:
            came = os.read(ours, 65536)
        except OSError:
            came = b""
        shown.extend(came)
        if not came:
            loop.remove_reader(ours)
            ended.set()

    async with serving() as server:
        process = await start(server, "export", "invoices", "clients", "--out", str(tmp_path), stdout=theirs, stderr=theirs)
        os.close(theirs)
        loop.add_reader(ours, read)
        await asyncio.wait_for(process.wait(), 60)
        await asyncio.wait_for(ended.wait(), 60)
        os.close(ours)
    text = shown.decode()
    assert process.returncode == 0, text
    assert "/2 resources" in text
    assert "2 files" in text
