"""Workers that are processes: one is killed in the middle of an account, and nothing is lost, doubled or left."""

from __future__ import annotations

import asyncio
import os
import signal
from collections import Counter
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from aiohttp import web

from daftra_async.export import export
from daftra_async.export.lock import NAME
from daftra_async.sandbox import Sandbox
from tests.dask_cluster import VARIABLE
from tests.integrations.dask.test_accounts import spec_of
from tests.waiting import until_outside

pytest.importorskip("distributed")

from distributed import LocalCluster

from daftra_async.integrations.dask import export_accounts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from daftra_async.export import ExportReport

pytestmark = [
    pytest.mark.skipif(not os.environ.get(VARIABLE), reason="make test-dask runs it"),
    # Nannies of killed processes leave sockets to the collector.
    pytest.mark.filterwarnings("default"),
]
ACCOUNTS = 16  # two in each task
NAMES = ["clients", "brands"]
PAGES: dict[str, Any] = {"resources": NAMES, "page_size": 200}


def records(folder: Path) -> dict[str, Counter[int]]:
    lines = {str(path.relative_to(folder)): path.read_bytes().splitlines() for path in folder.rglob("*.jsonl")}
    return {name: Counter(int(msgspec.json.decode(line)["id"]) for line in each) for name, each in lines.items()}


async def holder(*where: tuple[Path, str]) -> int:
    """Return the process that holds a lock beside a spool with pages in it, once there is one."""
    found: list[int] = []

    def holds() -> bool:
        for spool in (spool for folder, spools in where for spool in folder.glob(spools)):
            lock = next((parent / NAME for parent in spool.parents if (parent / NAME).exists()), None)
            if lock is not None and spool.stat().st_size and (number := lock.read_text().strip()):
                found.append(int(number))
                return True
        return False

    await until_outside(holds)
    return found[0]


class Gate:
    """Holds the answers to some requests, after so many of them, until it is opened."""

    def __init__(self, held: Callable[[web.Request], bool], *, after: int) -> None:
        self._held = held
        self._left = after
        self.reached = asyncio.Event()
        self.opened = asyncio.Event()

    @property
    def middleware(self) -> Any:
        @web.middleware
        async def hold(request: web.Request, handler: Any) -> web.StreamResponse:
            if self._held(request):
                self._left -= 1
                if self._left < 0:
                    self.reached.set()
                    await self.opened.wait()
            answer: web.StreamResponse = await handler(request)
            return answer

        return hold


def is_later_page(request: web.Request) -> bool:
    return request.query.get("page", "1") != "1"


def is_window(request: web.Request) -> bool:
    return "created_to" in request.query and request.query["limit"] != "1"


@pytest.mark.parametrize("kind", ["folder", "url"])
async def test_a_killed_worker_loses_nothing_doubles_nothing_and_leaves_nothing(tmp_path: Path, kind: str) -> None:
    out, temporary, gate = tmp_path / "out", tmp_path / "tmp", Gate(is_later_page, after=0)
    temporary.mkdir()
    told: dict[str, ExportReport] = {}
    async with (
        Sandbox("demo", middlewares=[gate.middleware]) as sandbox,
        LocalCluster(
            n_workers=2, threads_per_worker=2, dashboard_address="127.0.0.1:0", asynchronous=True, env={"TMPDIR": str(temporary)}
        ) as cluster,
    ):
        specs = [spec_of(sandbox, tmp_path, f"a{number}") for number in range(ACCOUNTS)]
        workers = {nanny.pid for nanny in cluster.workers.values()}
        work = asyncio.ensure_future(
            export_accounts(
                specs,
                out if kind == "folder" else out.as_uri(),
                scheduler=cluster.scheduler_address,
                on_account=told.__setitem__,
                **PAGES,
            )
        )
        victim = await holder((out, "*/.*.part"), (temporary, "daftra-export-*/**/.*.part"))
        assert victim in workers
        os.kill(victim, signal.SIGKILL)
        gate.opened.set()
        report = await work
        async with specs[0].resolve().client() as client:
            await export(client, to=tmp_path / "whole", **PAGES)
    assert report.ok
    assert len(told) == ACCOUNTS
    whole = records(tmp_path / "whole")
    assert set(whole["clients.jsonl"].values()) == {1}
    assert records(out) == {f"{spec.name}/{name}": ids for spec in specs for name, ids in whole.items()}
    left = [
        path.name for folder in (out, temporary) for path in folder.rglob("*") if "part" in path.suffix or "merge" in path.suffix
    ]
    assert left == []
    assert list(temporary.glob("*daftra-export-*")) == []
    assert list(out.rglob(NAME)) == []


@pytest.mark.parametrize("victim", ["the one that writes", "another one"])
async def test_a_killed_worker_of_a_huge_list_loses_nothing_and_leaves_nothing(tmp_path: Path, victim: str) -> None:
    out, gate, names = tmp_path / "out", Gate(is_window, after=6), ["brands", "invoices:payment_status=1"]
    async with (
        Sandbox(middlewares=[gate.middleware]) as sandbox,
        LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address="127.0.0.1:0", asynchronous=True) as cluster,
    ):
        spec = spec_of(sandbox, tmp_path, "acme")
        workers = {nanny.pid for nanny in cluster.workers.values()}
        work = asyncio.ensure_future(
            export_accounts([spec], out, scheduler=cluster.scheduler_address, split=500, resources=names, page_size=50)
        )
        await gate.reached.wait()
        # It waits for windows that are held, so it is at work and keeps its lock.
        writer = int((out / "acme" / NAME).read_text().strip())
        assert writer in workers
        os.kill(writer if victim == "the one that writes" else next(iter(workers - {writer})), signal.SIGKILL)
        gate.opened.set()
        report = await work
        async with spec.resolve().client() as client:
            await export(client, to=tmp_path / "whole", resources=names, page_size=50)
    assert report.ok, report.failed
    assert [each.split for each in report.resources] == [None, "3 windows"]
    for file in (tmp_path / "whole").glob("*.jsonl"):
        assert Counter((out / "acme" / file.name).read_bytes().splitlines()) == Counter(file.read_bytes().splitlines())
    assert sorted(path.name for path in (out / "acme").iterdir()) == sorted(path.name for path in (tmp_path / "whole").iterdir())
