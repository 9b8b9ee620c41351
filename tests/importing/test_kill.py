"""An import that is killed in the middle, and started again."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

from daftra_async.sandbox.faults import Faults, Rule
from tests.waiting import until_outside

CHILD = """
import asyncio, sys
from daftra_async import DaftraClient
from daftra_async.importing import import_file

async def main():
    async with DaftraClient(base_url=sys.argv[1], api_key="sandbox-key") as daftra:
        await import_file(daftra, "clients", sys.argv[2], key=sys.argv[3] or None, chunk_size=8, patience=0)

asyncio.run(main())
"""
CREATE = "clients.create"
ROOT = Path(__file__).parents[2]


async def killed(desk, path: Path, key: str, writes: int) -> None:
    """Import in a process of its own, and kill it when so many more records are stored; the last of them is never answered."""
    stored = len(desk.sandbox.writes) + writes
    desk.sandbox.faults = Faults([Rule("none", operation=CREATE, times=writes - 1), Rule("hang", operation=CREATE)])
    command = [sys.executable, "-c", CHILD, desk.sandbox.url, str(path), key]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    await until_outside(lambda: len(desk.sandbox.writes) >= stored)
    process.send_signal(signal.SIGKILL)
    assert await process.wait() == -signal.SIGKILL
    desk.sandbox.faults = Faults()


async def test_a_run_after_kill_9_makes_no_duplicate(desk, csv_file) -> None:
    path = csv_file("Client number,Name", *(f"{number:04},Client {number}" for number in range(200)))
    for writes in (20, 40, 40):
        await killed(desk, path, "client_number", writes)
    report = await desk.load("clients", path)
    assert report.ok
    assert report.created + report.unchanged == 200
    assert report.unchanged >= 100
    stored = [record.client_number async for record in desk.client.clients.list(limit=1000)]
    assert sorted(stored) == [f"{number:04}" for number in range(200)]


async def test_without_a_key_what_was_under_way_is_not_sent_again(desk, csv_file) -> None:
    path = csv_file("Name,City", *(f"Client {number},Cairo" for number in range(64)))
    # The last answer of the second chunk never comes, so the kill meets it under way.
    await killed(desk, path, "", 16)
    report = await desk.load("clients", path, key=None)
    assert report.unknown == 8
    assert report.unchanged == 8
    assert report.created == 48
    assert "look for it" in next(row for row in desk.rows if row.outcome == "unknown").message
    again = await desk.load("clients", path, key=None)
    assert (again.unknown, again.unchanged, again.created) == (8, 56, 0)
