"""Lists that come short: a failure of the list, unless it was said that they may."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from daftra_async.errors import ArgumentError
from daftra_async.export import export
from daftra_async.export.sql.store import SqlStore
from tests.export.server import row, rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from daftra_async import DaftraClient
    from daftra_async.export import ExportReport
    from tests.conftest import RawServer
    from tests.export.places import Place
    from tests.export.server import Lists


@pytest.fixture
def night(client: Callable[..., DaftraClient], place: Place) -> Callable[..., Any]:
    daftra = client()

    async def run(*resources: str, **options: Any) -> ExportReport:
        return await export(daftra, resources=resources or ("brands",), page_size=10, **{**place.options, **options})

    return run


Night = Any


def told(report: ExportReport) -> list[tuple[str, bool, str | None]]:
    return [(each.resource, each.ok, each.error_type) for each in report.resources]


async def test_a_short_list_takes_nothing_away(lists: Lists, place: Place, night: Night) -> None:
    lists.rows = {"brand": rows(30), "storage": rows(3)}
    assert (await night("brands", "storages")).ok
    before = await place.read("brands")
    for each in lists.rows["brand"]:
        each["name"] = "changed"
    lists.shown = {"brand": 8}
    lists.announced = {"brand": 30}
    lists.rows["storage"].append(row(4))
    report = await night("brands", "storages")
    assert told(report) == [("brands", False, "IncompleteListError"), ("storages", True, None)]
    assert "8 of 30 announced" in (report.failed[0].error or "")
    assert "incomplete='keep:brands'" in (report.failed[0].error or "")
    assert await place.read("brands") == before
    assert await place.ids("storages") == [1, 2, 3, 4]
    lists.shown = {}
    again = await night("brands", "storages")
    assert [(each.resumed, each.records) for each in again.resources] == [(None, 30), (None, 4)]
    assert {each.name for each in await place.read("brands")} == {"changed"}


async def test_a_first_list_that_is_short_is_not_published(lists: Lists, place: Place, night: Night) -> None:
    lists.rows, lists.shown, lists.announced = {"brand": rows(30)}, {"brand": 20}, {"brand": 30}
    assert told(await night(since="last")) == [("brands", False, "IncompleteListError")]
    assert await place.ids("brands") == []
    lists.shown = {}
    report = await night(since="last")
    assert report.resources[0].incremental == "full: nothing is known of an earlier run"
    assert await place.ids("brands") == [*range(1, 31)]


async def test_a_cut_incremental_run_moves_no_watermark(lists: Lists, place: Place, night: Night) -> None:
    lists.rows = {"brand": rows(5)}
    assert (await night(since="last")).ok
    before = await place.read("brands")
    lists.rows["brand"] += [row(number, f"2026-04-{number:02} 00:00:00") for number in range(6, 31)]
    lists.shown, lists.announced = {"brand": 12}, {"brand": 26}
    assert told(await night(since="last")) == [("brands", False, "IncompleteListError")]
    assert await place.read("brands") == before
    lists.shown, lists.announced = {}, {}
    assert (await night(since="last")).ok
    assert await place.ids("brands") == [*range(1, 31)]


async def test_duplicates_do_not_hide_what_is_missing(lists: Lists, place: Place, night: Night) -> None:
    lists.rows = {"brand": [*rows(15), *rows(15)]}
    assert told(await night()) == [("brands", False, "IncompleteListError")]
    assert await place.ids("brands") == []


async def test_what_comes_twice_is_kept_once(lists: Lists, place: Place, night: Night) -> None:
    # One record was inserted on the first page while the list was read, so the tenth comes again on the second.
    lists.rows = {"brand": rows(20)}
    lists.announced = {"brand": 20}

    def insert(name: str, page: int) -> None:
        if page == 2:
            lists.rows["brand"].insert(0, row(0))
            lists.announced["brand"] = 21

    lists.before = insert
    report = await night()
    assert report.failed == ()
    assert await place.ids("brands") == [*range(1, 21)]
    assert report.resources[0].held == 20


async def test_a_list_that_only_grew_and_came_whole_is_all_right(lists: Lists, place: Place, night: Night) -> None:
    lists.rows = {"brand": rows(25)}

    def create(name: str, page: int) -> None:
        if page == 2:
            lists.rows["brand"].append(row(26))

    lists.before = create
    report = await night(since="last")
    assert (report.ok, report.resources[0].changed, report.records) == (True, False, 26)
    assert ((await night(since="last")).resources[0].incremental or "").startswith("modified >= ")


async def test_what_was_left_of_a_short_list_is_removed(lists: Lists, place: Place, night: Night) -> None:
    lists.rows, lists.shown, lists.announced = {"brand": rows(30)}, {"brand": 20}, {"brand": 30}
    assert not (await night()).ok
    if place.kind not in {"sqlite", "postgres"}:
        return  # of a folder, the tests of runs look
    store = SqlStore(place.to)
    await store.open()
    async with store.engine.begin() as connection:
        for table in ("_daftra_pages", "_daftra_exports"):
            assert await connection.scalar(sa.text(f"SELECT count(*) FROM {table}")) == 0
    await store.close()


async def test_a_short_list_is_merged_into_files_that_kept_nothing_beside_them(lists: Lists, place: Place, night: Night) -> None:
    lists.rows = {"brand": [*rows(11), row(12, name="= 1", description='a\n"b"', unknown={"deep": [1.5, None]})]}
    assert (await night()).ok
    before = {each.id: each for each in await place.read("brands")}
    lists.rows["brand"][0]["name"] = "changed"
    lists.shown, lists.announced = {"brand": 5}, {"brand": 12}
    report = await night(incomplete="keep")
    assert (report.ok, report.resources[0].held) == (True, 12), report.resources[0].error
    after = {each.id: each for each in await place.read("brands")}
    assert after.pop(1).name == "changed"
    del before[1]
    assert after == before


async def test_a_deletion_during_the_walk_is_no_error(lists: Lists, place: Place, night: Night) -> None:
    lists.rows = {"brand": rows(25)}

    def delete(name: str, page: int) -> None:
        if page == 2 and len(lists.rows["brand"]) == 25:
            del lists.rows["brand"][24]

    lists.before = delete
    report = await night(since="last")
    assert report.failed == ()
    assert await place.ids("brands") == [*range(1, 25)]
    # Another row may have slipped past, so the next night does not rely on what this one met last.
    again = await night(since="last")
    assert (again.ok, again.resources[0].incremental) == (True, "full: the earlier run may have missed records")


async def test_a_short_list_may_be_kept(lists: Lists, place: Place, night: Night) -> None:
    lists.rows = {"brand": rows(12), "storage": rows(2)}
    assert (await night("brands", "storages", since="last")).ok
    lists.rows["brand"].append(row(13, "2026-04-01 00:00:00"))
    lists.rows["brand"][1]["name"] = "changed"
    lists.shown, lists.announced = {"brand": 9}, {"brand": 13}
    report = await night("brands", "storages", incomplete="keep")
    assert report.ok
    assert [each.incomplete for each in report.resources] == ["9 of 13 announced", None]
    assert (report.incomplete[0].resource, report.incomplete[0].held) == ("brands", 12)
    assert report.to_dict()["incomplete"] == 1
    found = await place.read("brands")
    assert [each.id for each in found] == [*range(1, 13)]
    assert found[1].name == "changed"
    # The watermark is where it was: what was not shown comes as soon as it is.
    lists.shown, lists.announced = {}, {}
    after = await night("brands", "storages", since="last")
    assert (after.resources[0].incremental or "").startswith("modified >= 2026-01-01")
    assert await place.ids("brands") == [*range(1, 14)]


@pytest.mark.parametrize("incomplete", ["keep", "keep:brands", ["keep:storages", "keep:brands"]])
async def test_lists_that_may_be_short_are_named(
    lists: Lists, client: Callable[..., DaftraClient], tmp_path: Path, incomplete: Any
) -> None:
    lists.rows, lists.shown, lists.announced = {"brand": rows(9), "storage": rows(2)}, {"brand": 5}, {"brand": 9}
    report = await export(client(), resources=["brands", "storages"], out=tmp_path, incomplete=incomplete)
    assert report.ok
    assert [each.incomplete for each in report.resources] == ["5 of 9 announced", None]


async def test_another_list_is_not_kept(lists: Lists, place: Place, night: Night) -> None:
    lists.rows, lists.shown, lists.announced = {"brand": rows(9), "storage": rows(2)}, {"brand": 5}, {"brand": 9}
    report = await night("brands", "storages", incomplete="keep:storages")
    assert told(report) == [("brands", False, "IncompleteListError"), ("storages", True, None)]
    assert await place.ids("brands") == []


async def test_a_first_list_that_is_short_is_kept_as_it_is_and_fetched_whole_again(
    lists: Lists, place: Place, night: Night
) -> None:
    lists.rows, lists.announced = {"brand": rows(9)}, {"brand": 12}
    for _ in range(2):
        report = await night(since="last", incomplete="keep")
        assert (report.ok, report.resources[0].incomplete, report.resources[0].held) == (True, "9 of 12 announced", 9)
        assert (report.resources[0].incremental or "").startswith("full")
    assert await place.ids("brands") == [*range(1, 10)]


async def test_of_several_accounts_only_the_short_one_fails(
    server: RawServer, lists: Lists, client: Callable[..., DaftraClient], place: Place
) -> None:
    lists.rows = {"brand": rows(9)}
    accounts = {"acme": client(), "other": client(branch=2)}
    assert (await export(accounts, resources=["brands"], **place.options)).ok

    def shrink(name: str, page: int) -> None:
        lists.announced = {"brand": 12} if len(lists.seen) % 2 else {}

    lists.before = shrink
    lists.seen.clear()
    report = await export(accounts, resources=["brands"], concurrency=1, **place.options)
    assert [(each.account, each.ok) for each in report.resources] == [("acme", True), ("other", False)]
    assert await place.read("brands", "other") == await place.read("brands", "acme") != []


@pytest.mark.parametrize("value", ["kept", "keep:nothing", "keep:", ["keep", "drop"], 5])
async def test_other_values_are_refused(client: Callable[..., DaftraClient], lists: Lists, tmp_path: Path, value: Any) -> None:
    with pytest.raises(ArgumentError, match="incomplete"):
        await export(client(), resources=["brands"], out=tmp_path, incomplete=value)
    assert lists.seen == []


async def test_a_resumed_list_is_counted_as_a_whole(lists: Lists, place: Place, night: Night) -> None:
    lists.rows = {"brand": [*rows(20), *rows(10)]}  # the last page repeats the first one, and ten records never come
    lists.hold_at(3, "brand")
    task = asyncio.create_task(night())
    held = asyncio.create_task(lists.some_held.wait())
    await asyncio.wait([task, held], return_when=asyncio.FIRST_COMPLETED)
    task.cancel()
    await asyncio.wait([task])
    lists.hold_at(0)
    report = await night()
    assert report.resources[0].resumed == "part"
    assert told(report) == [("brands", False, "IncompleteListError")]
    assert "20 of 30" in (report.failed[0].error or "")
    lists.rows = {"brand": rows(30)}
    assert (await night()).resources[0].resumed is None
    assert await place.ids("brands") == [*range(1, 31)]
