"""`--as-sent`: JSON Lines as the server sent them, with everything that an export promises."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import ArgumentError
from daftra_async.export import export, read
from daftra_async.export.as_sent import sent_line
from tests.conftest import http
from tests.export.server import Lists, row, rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from daftra_async import DaftraClient
    from tests.conftest import RawServer


async def test_lines_are_what_was_sent(server: RawServer, client: Callable[..., DaftraClient], tmp_path: Path) -> None:
    sent = '{"id": "7", "starting_balance": 10.50, "odd": "\\u0634",\n "note": "\\n"}'
    paging = '{"page": 1, "page_count": 1, "total_results": 1, "next": null}'
    server.script = [http(raw=f'{{"code": 200, "data": [{{"Client": {sent}}}], "pagination": {paging}}}'.encode())]
    report = await export(client(), resources=["clients"], to=tmp_path, as_sent=True)
    assert report.ok
    path = tmp_path / "clients.jsonl"
    assert path.read_text() == sent.replace("\n", " ") + "\n"
    (found,) = read(path)
    assert (found.id, str(found.starting_balance), found.extra) == (7, "10.50", {"odd": "ش", "note": "\n"})


async def test_changes_are_merged_and_doubles_kept_once(
    server: RawServer, client: Callable[..., DaftraClient], tmp_path: Path
) -> None:
    lists = Lists({"brand": [*rows(3), row(2, name="again")]})
    server.default = lists
    report = await export(client(), resources=["brands"], to=tmp_path, as_sent=True, incomplete="keep")
    assert report.ok
    lines = [json.loads(line) for line in (tmp_path / "brands.jsonl").read_bytes().splitlines()]
    assert [(line["id"], line["name"]) for line in lines] == [(1, "row 1"), (2, "again"), (3, "row 3")]
    lists.rows["brand"] = [row(4), row(1, "2026-02-01 00:00:00", name="changed")]
    report = await export(client(), resources=["brands"], to=tmp_path, as_sent=True, since="2026-01-31")
    assert report.ok
    lines = [json.loads(line) for line in (tmp_path / "brands.jsonl").read_bytes().splitlines()]
    assert [(line["id"], line["name"]) for line in lines] == [(1, "changed"), (2, "again"), (3, "row 3")]


async def test_a_run_that_was_cut_off_is_continued(
    server: RawServer, client: Callable[..., DaftraClient], tmp_path: Path
) -> None:
    lists = Lists({"brand": rows(6)})
    server.default = lists
    lists.hold_at(3, "brand")

    async def cut_off() -> Any:
        return await export(client(), resources=["brands"], to=tmp_path, as_sent=True, page_size=2)

    running = asyncio.ensure_future(cut_off())
    await lists.all_held.wait()
    running.cancel()
    await asyncio.wait([running])
    lists.hold_at(0)
    report = await cut_off()
    assert (report.resources[0].resumed, lists.pages("brand")) == ("part", [1, 2, 3, 2, 3])
    assert [record.id for record in read(tmp_path / "brands.jsonl")] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("options", [{"to": "sqlite:///x.db"}, {"to": "x", "format": "csv"}, {"to": object()}])
async def test_only_json_lines_hold_what_was_sent(client: Callable[..., DaftraClient], options: dict[str, Any]) -> None:
    with pytest.raises(ArgumentError, match="as_sent"):
        await export(client(), as_sent=True, **options)


def test_a_sent_record_reads_only_its_key_and_times() -> None:
    found = sent_line(b'{"id":"x","modified":"2026-01-01 00:00:00","created":"0000-00-00 00:00:00","date":"soon"}')
    assert (found.id, str(found.modified), found.created, found.date) == ("x", "2026-01-01 00:00:00", None, None)


async def test_odd_ids_are_met_again(server: RawServer, client: Callable[..., DaftraClient], tmp_path: Path) -> None:
    lists = Lists({"brand": [row(1), {**row(2), "id": 12.5}, {**row(3), "id": "03"}]})
    server.default = lists
    report = await export(client(), resources=["brands"], to=tmp_path, as_sent=True)
    assert report.ok
    again = [{**each, "name": "again"} for each in lists.rows["brand"]]
    lists.rows["brand"] = [again[0], again[1], {**again[2], "id": 3}]
    report = await export(client(), resources=["brands"], to=tmp_path, as_sent=True, since="2026-01-01")
    assert report.ok
    lines = [json.loads(line) for line in (tmp_path / "brands.jsonl").read_bytes().splitlines()]
    assert sorted((line["id"], line["name"]) for line in lines) == [(1, "again"), (3, "again"), (12.5, "again")]


async def test_half_a_character_in_an_id(server: RawServer, client: Callable[..., DaftraClient], tmp_path: Path) -> None:
    server.default = Lists({"brand": [row(1), {**row(2), "id": "\ud800"}]})
    report = await export(client(), resources=["brands"], to=tmp_path, as_sent=True)
    assert report.ok
    assert [record.id for record in read(tmp_path / "brands.jsonl")] == [1, "\ud800"]


def test_times_that_no_float_holds_are_none() -> None:
    found = sent_line(b'{"id": 1, "modified": 1e400, "created": "\\ud800", "date": -1e999}')
    assert (found.id, found.modified, found.created, found.date) == (1, None, None, None)
