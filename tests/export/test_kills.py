"""Exports that are killed again and again still end, whatever they write into."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async.export import export
from tests.export.places import KINDS, Place
from tests.export.server import rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async import DaftraClient
    from tests.conftest import RawServer
    from tests.export.server import Lists

CHILD = """
import asyncio, json, sys
from daftra_async import DaftraClient
from daftra_async.export import export

async def main():
    async with DaftraClient(base_url=sys.argv[1], api_key="key-123456") as daftra:
        await asyncio.gather(*(export(daftra, **options) for options in json.loads(sys.argv[2])))

asyncio.run(main())
"""
ENTITIES = {
    "jsonl": ("brands", "brand"),
    "csv": ("storages", "storage"),
    "parquet": ("departments", "department"),
    "duckdb": ("cost_centers", "cost_center"),
    "sqlite": ("designations", "designation"),
    "postgres": ("employment_types", "employment_type"),
}
"""A list of its own for each kind of place, so that all of them are killed at once."""


@pytest.fixture
def places(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, Place]:
    made = {kind: Place(kind, str(tmp_path / kind)) for kind in KINDS}
    made["duckdb"] = Place("duckdb", f"duckdb:///{tmp_path}/export.duckdb")
    made["sqlite"] = Place("sqlite", f"sqlite:///{tmp_path}/export.db")
    if os.environ.get("DAFTRA_TEST_POSTGRES"):
        made["postgres"] = Place("postgres", request.getfixturevalue("postgres"))
    else:
        del made["postgres"]
    return made


async def killed(server: RawServer, lists: Lists, jobs: list[dict[str, Any]]) -> None:
    """Run the exports in a process of its own, and kill it when each of them waits for a page."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", CHILD, server.url, json.dumps(jobs)]
    process = await asyncio.create_subprocess_exec(*command, cwd=root, env={**os.environ, "PYTHONPATH": str(root)})
    ended, held = asyncio.ensure_future(process.wait()), asyncio.ensure_future(lists.all_held.wait())
    await asyncio.wait([ended, held], return_when=asyncio.FIRST_COMPLETED)
    assert held.done(), "it ended before it was killed"
    process.send_signal(signal.SIGKILL)
    assert await ended == -signal.SIGKILL


async def test_two_kills_cost_a_page_each(
    server: RawServer, lists: Lists, client: Callable[..., DaftraClient], places: dict[str, Place]
) -> None:
    names = {kind: ENTITIES[kind] for kind in places}
    entities = [entity for _, entity in names.values()]
    lists.rows = {entity: rows(60) for entity in entities}
    jobs = [{"resources": [names[kind][0]], "page_size": 2, "since": "last", **place.options} for kind, place in places.items()]
    for page in (10, 19):
        lists.seen.clear()
        lists.hold_at(page, *entities)
        await killed(server, lists, jobs)
        assert {entity: len(lists.pages(entity)) for entity in entities} == dict.fromkeys(entities, 10 + (page > 10))
    lists.hold_at(0)
    lists.seen.clear()
    daftra = client()
    for job in jobs:
        report = await export(daftra, **job)
        assert (report.ok, report.resources[0].resumed, report.records) == (True, "part", 60)
    assert {entity: len(lists.pages(entity)) for entity in entities} == dict.fromkeys(entities, 30 - 18 + 1)
    for kind, place in places.items():
        assert await place.ids(names[kind][0]) == [*range(1, 61)]


@pytest.mark.parametrize("resource", ["entities:entity=invoice", "follow_up_actions:type=invoice", "bookings", "brands"])
async def test_a_list_that_moved_is_fetched_anew_whatever_its_records_are(
    lists: Lists, client: Callable[..., DaftraClient], tmp_path: Path, resource: str
) -> None:
    for name in ("invoice", "follow_up_actions", "booking", "brand"):
        lists.rows[name] = [{"id": number, "title": f"row {number}"} for number in range(1, 9)]
        lists.hold_at(3, *lists.rows)
    daftra = client()
    task = asyncio.create_task(export(daftra, resources=[resource], out=tmp_path, page_size=2))
    held = asyncio.create_task(lists.some_held.wait())
    await asyncio.wait([task, held], return_when=asyncio.FIRST_COMPLETED)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    # As many as before, of the same shape; the third record stands on the first page now.
    lists.hold_at(0)
    for found in lists.rows.values():
        found[:] = [*found[1:], {"id": 9, "title": "row 9"}]
    lists.seen.clear()
    report = await export(daftra, resources=[resource], out=tmp_path, page_size=2)
    assert (report.ok, report.resources[0].resumed) == (True, None), report
    lines = (tmp_path / (report.resources[0].file or "")).read_bytes().splitlines()
    assert [json.loads(line)["title"] for line in lines] == [f"row {number}" for number in range(2, 10)]
