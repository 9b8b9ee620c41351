"""Huge lists by their windows: the same files as those of one walk, or one walk where the windows are not the whole list."""

from __future__ import annotations

import datetime as dt
import pickle
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from daftra_async import DaftraClient
from daftra_async.errors import ServerError
from daftra_async.export import export, read
from daftra_async.export import windows as module
from daftra_async.export.divided import Divide
from daftra_async.export.window_task import WindowTask, fetch_window
from daftra_async.sandbox import Sandbox
from tests.export.dated import DatedClient, invoice, years

if TYPE_CHECKING:
    from pathlib import Path

    from daftra_async.export import ExportReport, ResourceReport
    from daftra_async.export.window_task import Fetched

COUNT = 200


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FEW", 30)
    monkeypatch.setattr("daftra_async.export.window_task.MOST", 60)


@attrs.define
class Elsewhere:
    """Fetches windows as another process does: what goes there and comes back is pickled."""

    client: Any
    asked: list[WindowTask] = attrs.field(factory=list[WindowTask])

    async def __call__(self, task: WindowTask) -> Fetched | None:
        self.asked.append(task)
        found: Any = await fetch_window(self.client, pickle.loads(pickle.dumps(task)))
        return pickle.loads(pickle.dumps(found))


async def divided(client: Any, to: Path | str, fetch: Any = None, resource: str = "invoices", **options: Any) -> ExportReport:
    divide = Divide(least=100, fetch=fetch or Elsewhere(client), at_a_time=3)
    return await export(client, resources=[resource], to=to, divide=divide, page_size=options.pop("page_size", 7), **options)


def only(report: ExportReport) -> ResourceReport:
    assert report.ok, report.failed
    (found,) = report.resources
    return found


def ids(folder: Path) -> list[int]:
    return [record.id for record in read(folder / "invoices.jsonl")]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*.jsonl"))


def left(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.part")]


def is_last(arguments: dict[str, Any]) -> bool:
    """Whether a page of the last window is asked for."""
    return "created_to" not in arguments and "created_from" in arguments and arguments.get("sort") == "id"


async def test_the_files_are_those_of_one_walk_and_windows_end_in_their_order(tmp_path: Path) -> None:
    client: Any = DatedClient(years(COUNT))
    fetch = Elsewhere(client)
    found = only(await divided(client, tmp_path / "windows", fetch))
    await export(client, resources=["invoices"], to=tmp_path / "whole")
    assert (found.split, found.records, found.announced) == ("12 windows", COUNT, COUNT)
    for name in ("invoices.jsonl", "census.json"):
        assert (tmp_path / "windows" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
    assert {path.name for path in (tmp_path / "windows").iterdir()} == {path.name for path in (tmp_path / "whole").iterdir()}
    assert len({task.window for task in fetch.asked}) == len(fetch.asked) > 12


async def test_lists_of_a_server_as_lines_and_as_columns(tmp_path: Path) -> None:
    both = ["invoices:client_id=15", "workflow_records:workflow_id=36"]
    async with Sandbox() as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        divide = Divide(least=2, fetch=Elsewhere(daftra), at_a_time=2)
        for options in ({}, {"format": "csv"}, {"as_sent": True}):
            windows, whole = tmp_path / f"windows{options}", tmp_path / f"whole{options}"
            report = await export(daftra, resources=both, to=windows, divide=divide, **options)
            assert [each.records for each in report.resources] == [
                each.records for each in (await export(daftra, resources=both, to=whole, **options)).resources
            ]
            assert report.ok
            assert [each.split for each in report.resources] == ["3 windows", "8 windows"]
            for file in (*whole.glob("*.jsonl"), *whole.glob("*.csv")):
                assert sorted((windows / file.name).read_bytes().splitlines()) == sorted(file.read_bytes().splitlines())


async def test_windows_that_are_too_full_are_halved(tmp_path: Path) -> None:
    client: Any = DatedClient(
        [*years(60, a_day=1), *[invoice(1000 + at, f"2026-01-{at // 5 + 1:02} 10:00:00") for at in range(140)]]
    )
    fetch = Elsewhere(client)
    found = only(await divided(client, tmp_path, fetch))
    assert len(fetch.asked) > int((found.split or "").split()[0]) > 7
    assert sorted(ids(tmp_path)) == sorted(each.id for each in client.records)


async def test_a_server_that_ends_at_midnight_is_asked_for_one_day_more(tmp_path: Path) -> None:
    client: Any = DatedClient(years(COUNT)[1:], to_midnight=True)
    assert only(await divided(client, tmp_path)).split == "12 windows"
    assert ids(tmp_path) == [*range(2, COUNT + 1)]


@pytest.mark.parametrize(
    ("client", "reason"),
    [
        (DatedClient([*years(COUNT), invoice(900, None)]), "whole: 201 records are announced, and 200 with a time"),
        (DatedClient(years(COUNT), filters=False), "whole: it does not filter by time, or"),
        (DatedClient(years(COUNT), to_midnight=True), "whole: the windows hold 196 of 200 records"),
        (DatedClient(years(COUNT, a_day=COUNT)), "whole: it does not filter by time, or all records were made on a day or two"),
        (
            DatedClient([invoice(1, "2024-01-01"), *[invoice(at, "2025-01-01") for at in range(2, 200)]]),
            "whole: too many records",
        ),
    ],
)
async def test_lists_that_cannot_be_cut_are_walked_whole(tmp_path: Path, client: Any, reason: str) -> None:
    found = only(await divided(client, tmp_path))
    assert (found.split or "").startswith(reason)
    assert sorted(ids(tmp_path)) == sorted(each.id for each in client.records)
    assert left(tmp_path) == []


async def test_new_records_come_into_the_last_window_while_the_others_are_fetched(tmp_path: Path) -> None:
    client: Any = DatedClient(years(COUNT))
    new = iter(range(500, 503))

    def listed(arguments: dict[str, Any], page: int) -> None:
        if arguments.get("created_to") and page == 2 and (number := next(new, None)):
            client.records.append(invoice(number, dt.datetime.now().isoformat()))

    client.listed = listed
    found = only(await divided(client, tmp_path))
    assert (found.split, found.records, found.changed) == ("12 windows", COUNT + 3, False)
    assert ids(tmp_path) == [*range(1, COUNT + 1), 500, 501, 502]


async def test_a_last_window_that_moves_is_fetched_again(tmp_path: Path) -> None:
    client: Any = DatedClient(years(COUNT))
    new = iter([700, 701])

    def listed(arguments: dict[str, Any], page: int) -> None:
        if is_last(arguments) and (number := next(new, None)):
            client.records.append(invoice(number, dt.datetime.now().isoformat()))

    client.listed = listed
    found = only(await divided(client, tmp_path))
    assert found.split == "12 windows"
    assert ids(tmp_path) == [*range(1, COUNT + 1), 700, 701]


async def test_a_list_that_never_keeps_still_is_walked_whole(tmp_path: Path) -> None:
    client: Any = DatedClient(years(COUNT))

    def listed(arguments: dict[str, Any], page: int) -> None:
        # A record of a window that was fetched before is deleted.
        if is_last(arguments):
            client.records = [each for each in client.records if each.id != 1]

    client.listed = listed
    found = only(await divided(client, tmp_path))
    assert found.split == "whole: the windows hold 200 of 199 records"
    assert ids(tmp_path) == [*range(2, COUNT + 1)]


async def test_a_window_from_which_a_record_goes_is_fetched_again(tmp_path: Path) -> None:
    client: Any = DatedClient(years(COUNT))
    gone = iter([30])

    def listed(arguments: dict[str, Any], page: int) -> None:
        if arguments.get("created_to") and page == 3 and (number := next(gone, None)):
            client.records = [each for each in client.records if each.id != number]

    client.listed = listed
    found = only(await divided(client, tmp_path))
    assert found.split == "12 windows"
    assert ids(tmp_path) == [at for at in range(1, COUNT + 1) if at != 30]


async def test_huge_lists_are_left_out_where_they_are_only_found(tmp_path: Path) -> None:
    client: Any = DatedClient(years(COUNT))
    options: Any = {"resources": ["brands", "invoices"], "to": tmp_path, "page_size": 7}
    report = await export(client, divide=Divide(least=COUNT), **options)
    assert [(each.resource, each.skipped is not None) for each in report.resources] == [("brands", False), ("invoices", True)]
    assert report.ok
    assert files(tmp_path) == ["brands.jsonl"]
    # A list is not huge below that, and changes are not cut.
    report = await export(client, divide=Divide(least=COUNT + 1), since="last", **options)
    assert [each.split for each in report.resources if each.skipped is None] == [None, None]


async def test_a_window_that_fails_fails_the_list_and_the_next_run_begins_anew(tmp_path: Path) -> None:
    client: Any = DatedClient(years(COUNT))
    elsewhere = Elsewhere(client)

    async def fetch(task: WindowTask) -> Fetched | None:
        if task.window.start > dt.date(2024, 3, 1):
            raise ServerError(500, None, "down", None, "invoices.list")
        return await elsewhere(task)

    report = await divided(client, tmp_path, fetch)
    assert [each.error_type for each in report.resources] == ["ServerError"]
    assert not (tmp_path / "invoices.jsonl").exists()
    found = only(await divided(client, tmp_path))
    assert (found.split, found.records) == ("12 windows", COUNT)
    assert ids(tmp_path) == [*range(1, COUNT + 1)]
    assert left(tmp_path) == []


async def test_a_database_takes_windows(tmp_path: Path) -> None:
    client: Any = DatedClient(years(COUNT))
    to = f"sqlite:///{tmp_path}/a.db"
    found = only(await divided(client, to))
    assert (found.split, found.held) == ("12 windows", COUNT)
