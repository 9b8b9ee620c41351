"""Only what has changed, against a sandbox, and the rules behind it."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from daftra_async import DaftraClient, models, structure
from daftra_async.catalogue import operations
from daftra_async.export import export, incremental, plan, read
from daftra_async.export.incremental import Order
from daftra_async.export.manifest import Done
from daftra_async.export.options import OVERLAPS, read_since
from daftra_async.http.filters import F
from daftra_async.sandbox import Sandbox
from tests.export.fakes import FakeClient

if TYPE_CHECKING:
    from pathlib import Path

    from daftra_async.export import ExportReport, ResourceReport

NOW = dt.datetime(2026, 5, 1, 12)


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def by_name(report: ExportReport) -> dict[str, ResourceReport]:
    return {each.resource: each for each in report.resources}


async def test_changes_are_merged_in_place_and_new_records_appended(tmp_path: Path) -> None:
    lists = ["brands", "clients", "suppliers"]
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as client:
        first = await export(client, resources=lists, out=tmp_path, since="last", page_size=100)
        assert {each.incremental for each in first.resources} == {"full: nothing is known of an earlier run"}
        before = {name: lines(tmp_path / f"{name}.jsonl") for name in lists}

        old = before["clients"][3]["id"]
        await client.clients.update(
            old, {"Client": {"business_name": "Renamed Ltd", "email": "renamed@example.com"}}, replace=True
        )
        new = (await client.clients.create({"Client": {"business_name": "New Ltd", "email": "new@example.com"}})).id
        brand = (await client.brands.create({"name": "New brand"})).id
        sandbox.requests.clear()
        second = await export(client, resources=lists, out=tmp_path, since="last", page_size=100)
        everything = await export(client, resources=lists, out=tmp_path / "calm", page_size=100)
        sent = [each for each in sandbox.requests if each.method == "GET"]

    assert second.ok, second
    reports = by_name(second)
    after = {name: lines(tmp_path / f"{name}.jsonl") for name in lists}
    calm = {name: lines(tmp_path / "calm" / f"{name}.jsonl") for name in lists}
    for name in lists:
        assert sorted(after[name], key=lambda row: row["id"]) == sorted(calm[name], key=lambda row: row["id"])
        assert reports[name].held == len(after[name]) == by_name(everything)[name].records
    assert [row["id"] for row in after["clients"]] == [*(row["id"] for row in before["clients"]), new]
    assert after["clients"][3]["business_name"] == "Renamed Ltd"
    assert after["brands"][-1]["id"] == brand

    # v2 filters; lists of v1 are looked at once, and their twins asked.
    count = {name: sum(each.operation == f"{name}.list" for each in sent) for name in lists}
    pages = {name: by_name(everything)[name].pages for name in lists}
    assert count["brands"] - pages["brands"] == 1
    assert count["clients"] - pages["clients"] == count["suppliers"] - pages["suppliers"] == 1
    assert reports["clients"].announced is None
    assert (reports["clients"].incremental or "").endswith("ids from v2 client")
    assert (reports["suppliers"].incremental or "").endswith("ids from v2 supplier")
    assert (reports["brands"].incremental or "").startswith("modified >= ")
    filters = next(dict(each.query) for each in sent if each.operation == "brands.list")
    assert "filter[modified][gte]" in filters
    assert filters["sort[modified]"] == "desc"


async def test_rows_are_checked_where_the_server_ignores_the_question(tmp_path: Path) -> None:
    def row(number: int, modified: str) -> Any:
        return structure(models.Client, {"id": number, "modified": modified})

    # Sorted by id, as a list that ignores the sort; what was changed last stands on the last page.
    pages: list[Any] = [
        [row(9, "2026-04-20 00:00:00"), row(8, "2026-03-01 00:00:00")],
        [row(7, "2026-02-01 00:00:00"), row(6, "2026-01-01 00:00:00")],
        [row(5, "2026-04-25 00:00:00"), row(4, "0000-00-00 00:00:00")],
    ]
    report = await export(FakeClient({"clients": pages}), resources=["clients"], out=tmp_path, since="2026-04-01")
    assert [line["id"] for line in lines(tmp_path / "clients.jsonl")] == [9, 5, 4]
    (found,) = report.resources
    assert (found.records, found.received, found.announced, found.ok) == (3, 6, 6, True)


async def test_a_proven_order_ends_the_walk_early(tmp_path: Path) -> None:
    def row(number: int, day: int) -> Any:
        return structure(models.Client, {"id": number, "modified": f"2026-04-{day:02} 00:00:00"})

    unread = AssertionError("this page is not needed")
    pages: list[Any] = [[row(1, 20), row(3, 19)], [row(2, 18), row(5, 1)], [row(4, 1), row(6, 1)], unread]
    client = FakeClient({"clients": pages})
    report = await export(client, resources=["clients"], out=tmp_path, since="2026-04-10")
    assert [line["id"] for line in lines(tmp_path / "clients.jsonl")] == [1, 3, 2]
    assert client.asked["clients"]["extra_query"] == {"sort": "modified", "direction": "desc"}
    assert report.ok


async def test_rows_of_another_account_are_never_merged(tmp_path: Path) -> None:
    def one(number: int) -> FakeClient:
        row = structure(models.Client, {"id": number, "modified": "2026-04-20 00:00:00"})
        return FakeClient({"clients": [[row]]})

    await export(one(1), resources=["clients"], out=tmp_path)
    other = one(2)
    other.url = "https://other.example.com/"
    report = await export(other, resources=["clients"], out=tmp_path, since="2026-04-01")
    assert [line["id"] for line in lines(tmp_path / "clients.jsonl")] == [2]
    assert "another account" in (report.resources[0].incremental or "")


async def test_a_missing_file_is_nothing_to_merge_into(tmp_path: Path) -> None:
    row = structure(models.Client, {"id": 1, "modified": "2026-04-20 00:00:00"})
    client = FakeClient({"clients": [[row]]})
    await export(client, resources=["clients"], out=tmp_path)
    (tmp_path / "clients.jsonl").unlink()
    report = await export(client, resources=["clients"], out=tmp_path, since="last")
    assert report.resources[0].incremental == "full: nothing is known of an earlier run"


@pytest.mark.parametrize("file_format", ["csv", "parquet"])
async def test_files_that_cannot_be_merged_keep_their_records(tmp_path: Path, file_format: Any) -> None:
    def row(number: int, name: str, day: int) -> Any:
        return structure(models.Client, {"id": number, "business_name": name, "modified": f"2026-04-{day:02} 00:00:00"})

    client = FakeClient({"clients": [[row(1, "old", 1), row(2, "old", 2)]]})
    options: dict[str, Any] = {"resources": ["clients"], "to": tmp_path, "format": file_format}
    plain = await export(client, **options)
    assert plain.ok
    assert not (tmp_path / ".clients.arrow").exists()
    kept = await export(client, **options, since="last")
    assert kept.resources[0].incremental == "full: the records of the earlier run were not kept"
    client.lists["clients"] = [[row(3, "new", 9), row(1, "changed", 8)]]
    merged = await export(client, **options, since="last")
    assert [(each.records, each.held, each.ok) for each in merged.resources] == [(2, 3, True)]
    assert (tmp_path / ".clients.arrow").exists()
    found = [(record.id, record.business_name) for record in read(tmp_path / f"clients.{file_format}")]
    assert found == [(2, "old"), (3, "new"), (1, "changed")]


@attrs.frozen
class Row:
    id: int
    modified: dt.datetime
    created: dt.datetime
    date: dt.date | None = None


def rows(*pairs: tuple[int, int]) -> list[Row]:
    return [Row(number, NOW - dt.timedelta(hours=hours), NOW - dt.timedelta(hours=hours)) for number, hours in pairs]


@pytest.mark.parametrize(
    ("pairs", "proven"),
    [
        ([(3, 1), (1, 2), (2, 3)], True),
        ([(3, 1), (1, 2), (2, 0)], False),  # not sorted
        ([(3, 1), (2, 2), (1, 3)], False),  # sorted by id, maybe
        ([(1, 1), (2, 2), (3, 3)], False),
    ],
)
def test_an_order_is_proven_only_when_ids_disagree(pairs: list[tuple[int, int]], proven: bool) -> None:
    order = Order("modified")
    for row in rows(*pairs):
        order.see([row])
    assert order.proven is proven


def test_ids_agree_with_the_time_of_creation_and_are_no_rival_of_it() -> None:
    order = Order("created")
    order.see(rows((3, 1), (2, 2), (1, 3)))
    assert order.proven


@pytest.mark.parametrize(
    ("name", "by", "expected"),
    [
        ("brands", "modified", None),
        ("invoices", "modified", None),
        ("clients", "created", None),
        ("invoices:sort=no", "modified", "full: another order was asked for"),
        ("journals", "modified", None),
        ("journals:branch=2", "modified", "full: the list can neither filter nor sort"),
        ("branches", "modified", "full: the list can neither filter nor sort"),
        ("staff", "modified", "full: the records have no field modified"),
        ("attendance_logs", "modified", "full: the records have no field modified"),
    ],
)
def test_each_list_is_asked_what_it_can_answer(name: str, by: Any, expected: str | None) -> None:
    (target,) = plan(operations(), [name])
    asked = read_since("2026-01-31", by)
    assert asked is not None
    found = incremental.window(target, asked, None, mergeable=True)
    if expected is None:
        assert not isinstance(found, str)
        assert found.start == dt.datetime(2026, 1, 31) - OVERLAPS[by]
    else:
        assert found == expected


def test_times_of_the_future_do_not_hide_what_follows() -> None:
    future = Row(1, dt.datetime(2999, 1, 1), NOW)
    assert incremental.latest([future, *rows((2, 5))], "modified", None) == (NOW - dt.timedelta(hours=5)).isoformat()
    assert incremental.latest([future], "modified", "2026-01-01T00:00:00") == "2026-01-01T00:00:00"


def test_last_starts_before_the_newest_by_what_the_run_took_and_the_overlap() -> None:
    (target,) = plan(operations(), ["brands"])
    asked = read_since("last")
    assert asked is not None
    numbers = {"records": 1, "held": 1, "bytes": 1, "pages": 1, "announced": 1, "received": 1}
    done = Done(
        run="r", file="f", changed=False, newest="2026-04-10T12:00:00", seconds=5400.0, incremental=None, base=True, **numbers
    )
    found = incremental.window(target, asked, done, mergeable=True)
    assert not isinstance(found, str)
    assert found.start == dt.datetime(2026, 4, 10, 10, 20)
    assert found.arguments == {"filters": F("modified").gte(found.start), "sort": "-modified"}
    assert incremental.window(target, asked, done, mergeable=False) == "full: the records of the earlier run were not kept"
    unseen = attrs.evolve(done, newest=None)
    assert incremental.window(target, asked, unseen, mergeable=True) == "full: the earlier run met no modified"
    missed = attrs.evolve(done, newest=None, whole=False)
    assert incremental.window(target, asked, missed, mergeable=True) == "full: the earlier run may have missed records"
    dated = read_since("2026-04-01", overlap=dt.timedelta(0))
    assert dated is not None
    begun = incremental.window(target, dated, done, mergeable=True)
    assert not isinstance(begun, str)
    assert begun.start == dt.datetime(2026, 4, 1)
