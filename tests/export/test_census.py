"""`census.json`: undocumented fields and values that an export found."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from daftra_async import models, structure
from daftra_async.cli.tables import drift
from daftra_async.errors import RequestNotSent
from daftra_async.export import export
from daftra_async.wire import census as store
from tests.export.fakes import FakeClient
from tests.export.server import Lists, rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from daftra_async import DaftraClient
    from daftra_async.export import ExportReport, ProgressEvent
    from tests.conftest import RawServer


class Fetching(FakeClient):
    """Structures its rows when they are asked for, as the client does."""

    def __init__(self, *rows: dict[str, Any]) -> None:
        super().__init__()
        self.rows = rows

    def __getattr__(self, resource: str) -> Any:
        self.lists[resource] = [[structure(models.Client, row) for row in self.rows]]
        return super().__getattr__(resource)


async def run(out: Path, *rows: dict[str, Any]) -> ExportReport:
    return await export(Fetching(*rows), resources=["clients"], out=out)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".daftra-export.json")


async def test_the_file_has_the_counts_of_this_export_only(tmp_path: Path) -> None:
    structure(models.Client, {"before": 1, "loyalty_tier": "x"})
    report = await run(tmp_path, {"id": "1", "loyalty_tier": "gold"}, {"id": 2, "loyalty_tier": None})
    written = json.loads((tmp_path / "census.json").read_bytes())
    assert report.census_file == "census.json"
    assert written["unknown field"] == {"Client": {"loyalty_tier": 2}}
    assert written == report.census.to_dict()
    assert [(u.model, u.field, u.count) for u in report.census.unknown_fields] == [("Client", "loyalty_tier", 2)]
    assert report.to_dict()["unknown_fields"] == 1
    assert names(tmp_path) == ["census.json", "clients.jsonl"]
    assert store.census()["unknown field"]["Client"]["loyalty_tier"] >= 3


async def test_the_command_line_says_where_it_is(tmp_path: Path) -> None:
    row = {"id": 1, "loyalty_tier": "gold"}
    folder = await run(tmp_path / "out", row)
    database = await export(Fetching(row), resources=["clients"], to=f"duckdb:///{tmp_path}/acme.duckdb")
    for report, file in ((folder, tmp_path / "out/census.json"), (database, tmp_path / "acme.duckdb.export/census.json")):
        assert str(drift(report)).endswith(f"see {file}")
        assert names(file.parent).count(file.name) == 1


async def test_a_later_export_replaces_it(tmp_path: Path) -> None:
    await run(tmp_path, {"id": 1, "loyalty_tier": "gold"})
    report = await run(tmp_path, {"id": 1})
    assert report.census.unknown_fields == ()
    assert json.loads((tmp_path / "census.json").read_bytes()) == report.census.to_dict()


async def test_an_export_of_nothing_leaves_it_alone(tmp_path: Path) -> None:
    (tmp_path / "census.json").write_text("{}")
    client = FakeClient({"clients": [RequestNotSent("no connection")]})
    report = await export(client, resources=["clients"], out=tmp_path)
    assert report.census_file is None
    assert (tmp_path / "census.json").read_text() == "{}"


async def test_it_covers_the_whole_export_also_when_that_was_cut_off(
    server: RawServer, client: Callable[..., DaftraClient], tmp_path: Path
) -> None:
    lists = Lists({"brand": rows(8, loyalty="gold"), "storage": rows(3, loyalty=1)})
    server.default = lists
    daftra = client()
    options: dict[str, Any] = {"resources": ["brands", "storages"], "page_size": 2}
    whole = await export(daftra, out=tmp_path / "calm", **options)

    lists.hold_at(3, "brand")
    finished = asyncio.Event()

    def listen(event: ProgressEvent) -> None:
        if (event.resource, event.state) == ("storages", "finished"):
            finished.set()

    task = asyncio.create_task(export(daftra, out=tmp_path / "cut", progress=listen, **options))
    await asyncio.gather(finished.wait(), lists.some_held.wait())
    task.cancel()
    await asyncio.wait([task])
    lists.hold_at(0)
    report = await export(daftra, out=tmp_path / "cut", **options)
    assert [each.resumed for each in report.resources] == ["part", "done"]
    assert report.census.to_dict() == whole.census.to_dict()
    assert report.census.to_dict()["unknown field"] == {"Brand": {"loyalty": 8}, "Storage": {"loyalty": 3}}
    written = [(tmp_path / name / "census.json").read_bytes() for name in ("calm", "cut")]
    assert written[0] == written[1]


async def test_a_census_that_cannot_be_written_spoils_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "census.json").mkdir()
    report = await run(tmp_path, {"id": 1})
    assert report.ok
    assert report.census_file is None
    assert "census.json could not be written" in caplog.text
    assert names(tmp_path) == ["census.json", "clients.jsonl"]
