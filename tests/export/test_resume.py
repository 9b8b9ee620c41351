"""Runs of the real command that are killed, and what the next one makes of them."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from daftra_async import DaftraClient
from daftra_async.catalogue import operations
from daftra_async.errors import ArgumentError
from daftra_async.export import export, plan
from daftra_async.sandbox import Sandbox
from tests.waiting import until_outside

if TYPE_CHECKING:
    from pathlib import Path

    from aiohttp import web

    from daftra_async.export import ResourceReport

LISTS = ("brands", "clients", "products", "suppliers", "workflow_records:workflow_id=36")
OPTIONS = ("--page-size", "200", "--concurrency", "3")


@attrs.define
class Gate:
    """Lets so many requests pass, then holds the others until it is opened."""

    passes: int = 1_000_000
    pages: int = 0
    """Pages of lists that were answered since `hold_after`."""
    reached: asyncio.Event = attrs.field(factory=asyncio.Event)
    opened: asyncio.Event = attrs.field(factory=asyncio.Event)

    def hold_after(self, requests: int) -> None:
        self.passes, self.pages, self.reached, self.opened = requests, 0, asyncio.Event(), asyncio.Event()

    def open(self) -> None:
        self.passes = 1_000_000
        self.opened.set()

    async def __call__(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.passes -= 1
        if self.passes < 0:
            self.reached.set()
            await self.opened.wait()
        response: web.StreamResponse = await handler(request)
        self.pages += not request.path.startswith(("/api2/site_info", "/api2/listing/"))  # those are about dates
        return response


def middleware(gate: Gate) -> Any:
    from aiohttp import web

    @web.middleware
    async def hold(request: web.Request, handler: Any) -> web.StreamResponse:
        return await gate(request, handler)

    return hold


async def start(sandbox: Sandbox, *arguments: str) -> asyncio.subprocess.Process:
    settings = {name: value for name, value in os.environ.items() if not name.startswith(("DAFTRA_", "COLUMNS"))}
    settings |= {"DAFTRA_BASE_URL": sandbox.url, "DAFTRA_API_KEY": sandbox.api_key, "PYTHONUTF8": "1"}
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "daftra_async", "export", *arguments, env=settings, stdout=pipe, stderr=pipe
    )


async def run(sandbox: Sandbox, out: Path, *lists: str, **options: Any) -> dict[str, ResourceReport]:
    """Export as `start` does, in this process."""
    async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as client:
        report = await export(client, resources=lists, out=out, **{"page_size": 200, "concurrency": 3, **options})
    assert report.ok, report
    return {entry.resource: entry for entry in report.resources}


def stored(out: Path) -> int:
    """Return how many pages the state of a run that goes on says to be stored."""
    path = out / ".daftra-export.json"
    if not path.exists():
        return 0
    entries = json.loads(path.read_bytes())["resources"].values()
    done = sum(entry["done"]["pages"] for entry in entries if entry["done"])
    return done + sum(
        entry["running"]["checkpoint"]["page"] for entry in entries if entry["running"] and entry["running"]["checkpoint"]
    )


def finished(out: Path) -> set[str]:
    """Return the files that the state says to be complete; one that was put in its place last may not be noted yet."""
    entries = json.loads((out / ".daftra-export.json").read_bytes())["resources"].values()
    return {entry["done"]["file"] for entry in entries if entry["done"]}


async def killed(sandbox: Sandbox, gate: Gate, out: Path, requests: int) -> None:
    gate.hold_after(requests)
    process = await start(sandbox, *LISTS, *OPTIONS, "--out", str(out))
    await asyncio.wait_for(gate.reached.wait(), 60)
    await until_outside(lambda: stored(out) == gate.pages)
    process.send_signal(signal.SIGKILL)
    await asyncio.wait_for(process.communicate(), 60)
    gate.open()


def rows(folder: Path) -> dict[str, list[bytes]]:
    """Return the sorted lines of all files."""
    return {path.name: sorted(path.read_bytes().splitlines()) for path in sorted(folder.glob("[!.]*.jsonl"))}


def listed(sandbox: Sandbox) -> list[tuple[str | None, str]]:
    return [(each.operation, dict(each.query).get("page", "1")) for each in sandbox.requests if each.method == "GET"]


async def test_a_killed_run_is_continued_without_loss_or_duplicates(tmp_path: Path) -> None:
    gate = Gate()
    async with Sandbox("demo", middlewares=[middleware(gate)]) as sandbox:
        await run(sandbox, tmp_path / "calm", *LISTS)
        whole = listed(sandbox)
        expected = rows(tmp_path / "calm")
        resumed = set()
        for requests in (3, 20):
            out = tmp_path / str(requests)
            await killed(sandbox, gate, out, requests)
            assert rows(out).keys() < expected.keys()
            # As if it had been killed between writing a page and noting it.
            parts = list(out.glob(".*.part"))
            assert parts
            for part in parts:
                with part.open("ab") as file:
                    file.write(b'{"id": 1}\n{"id"')
            sandbox.requests.clear()
            done = finished(out)
            assert done <= rows(out).keys()
            summary = await run(sandbox, out, *LISTS)
            assert rows(out) == expected
            again = listed(sandbox)
            # A list of which the first page alone was stored costs as much as a new one.
            assert len(again) <= len(whole) - len(done)
            assert not {name for name, _ in again} & {f"{name.removesuffix('.jsonl')}.list" for name in done}
            assert {name for name, entry in summary.items() if entry.resumed == "done"} == {
                target.name for target in plan(operations(), LISTS) if target.file_name in done
            }
            resumed |= {entry.resumed for entry in summary.values()}
            assert not list(out.glob(".*.part"))
        assert resumed == {None, "part", "done"}

        # That run is complete, so the next one starts over.
        sandbox.requests.clear()
        summary = await run(sandbox, out, *LISTS)
        assert sorted(listed(sandbox)) == sorted(whole)
        assert {entry.resumed for entry in summary.values()} == {None}


async def test_a_list_that_moved_meanwhile_is_fetched_anew(tmp_path: Path) -> None:
    gate = Gate()
    async with Sandbox("demo", middlewares=[middleware(gate)]) as sandbox:
        await killed(sandbox, gate, tmp_path / "out", 8)
        state = json.loads((tmp_path / "out" / ".daftra-export.json").read_bytes())["resources"]
        assert {name for name, entry in state.items() if entry["running"]} >= {"clients", "products"}
        async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as client:
            created = await client.clients.create({"Client": {"business_name": "Between Ltd", "email": "between@example.com"}})
        summary = await run(sandbox, tmp_path / "out", *LISTS)
        await run(sandbox, tmp_path / "calm", *LISTS)
    assert rows(tmp_path / "out")["clients.jsonl"] == rows(tmp_path / "calm")["clients.jsonl"]
    assert any(json.loads(line)["id"] == created.id for line in rows(tmp_path / "out")["clients.jsonl"])
    assert summary["clients"].resumed is None
    assert summary["products"].resumed == "part"
    assert rows(tmp_path / "out") == rows(tmp_path / "calm")


@pytest.mark.parametrize("change", [{"resume": False}, {"page_size": 30}])
async def test_other_arguments_begin_anew(tmp_path: Path, change: dict[str, Any]) -> None:
    gate = Gate()
    gate.hold_after(2)
    async with Sandbox("empty", middlewares=[middleware(gate)]) as sandbox:
        cut = asyncio.create_task(run(sandbox, tmp_path, *LISTS))
        await gate.reached.wait()
        cut.cancel()
        await asyncio.gather(cut, return_exceptions=True)
        gate.open()
        state = json.loads((tmp_path / ".daftra-export.json").read_bytes())
        await run(sandbox, tmp_path, *LISTS, **change)
    assert json.loads((tmp_path / ".daftra-export.json").read_bytes())["run"] != state["run"]


async def test_two_exports_into_one_folder_are_refused(tmp_path: Path) -> None:
    gate = Gate()
    async with Sandbox("empty", middlewares=[middleware(gate)]) as sandbox:
        gate.hold_after(1)
        first = await start(sandbox, "clients", "brands", *OPTIONS, "--out", str(tmp_path))
        await asyncio.wait_for(gate.reached.wait(), 60)
        with pytest.raises(ArgumentError, match=f"process {first.pid} is exporting into {tmp_path}"):
            await run(sandbox, tmp_path, "clients")
        gate.open()
        await asyncio.wait_for(first.communicate(), 60)
        assert first.returncode == 0
    assert not (tmp_path / ".daftra-export.lock").exists()
