"""Changes of v1 lists by the ids of their v2 twins: few requests where the twin can be relied on, the whole list where not."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import logging
from typing import TYPE_CHECKING, Any, Final

import pytest

from daftra_async import DaftraClient, operations, unstructure
from daftra_async.export import export, incremental, plan
from daftra_async.export.twins import Changes, changes
from daftra_async.sandbox import Sandbox
from tests.conftest import http
from tests.export.twin_server import NIGHT, TwoSides, supplier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from daftra_async.export import ResourceReport
    from tests.conftest import RawServer
    from tests.export.places import Place
    from tests.export.twin_server import Row

Lie = dict[str, Any]
COUNT: Final = 150
TWIN: Final = "ids from v2 supplier"


@pytest.fixture
def account(server: RawServer) -> TwoSides:
    made = TwoSides({number: supplier(number) for number in range(1, COUNT + 1)})
    server.default = made
    return made


def shifted(hours: int, form: str = "%Y-%m-%d %H:%M:%S") -> Callable[[Row], Row]:
    def show(row: Row) -> Row:
        time = dt.datetime.fromisoformat(row["modified"]) + dt.timedelta(hours=hours)
        return {**row, "modified": time.strftime(form)}

    return show


def with_time(number: int, time: str) -> Callable[[Row], Row]:
    return lambda row: {**row, "modified": time} if row["id"] == number else row


def without(field: str) -> Callable[[Row], Row]:
    return lambda row: {key: value for key, value in row.items() if key != field}


def later(hours: int) -> Callable[[str], str]:
    return lambda cut: str(dt.datetime.fromisoformat(cut) + dt.timedelta(hours=hours))


async def night(daftra: DaftraClient, to: Path, **options: Any) -> ResourceReport:
    (report,) = (
        await export(daftra, resources=["suppliers"], **{"to": to, "since": "last", "page_size": 50, **options})
    ).resources
    assert report.ok, report
    return report


def stored(folder: Path) -> dict[int, Any]:
    rows = [json.loads(line) for line in (folder / "suppliers.jsonl").read_bytes().splitlines()]
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"]: row for row in rows}


def listed(rows: Iterable[Any]) -> list[Any]:
    """Return rows in the order of their ids, without the link that only single records fill."""
    return sorted(({**row, "invoice_pdf_url": None} for row in rows), key=lambda row: row["id"])


async def test_three_nights(account: TwoSides, client: Callable[..., DaftraClient], place: Place) -> None:
    daftra = client()
    options: dict[str, Any] = {"resources": ["suppliers"], "since": "last", "page_size": 50, **place.options}
    assert (await export(daftra, **options)).records == COUNT
    account.change(3, 70)
    account.rows[COUNT + 1] = supplier(COUNT + 1, NIGHT)
    (second,) = (await export(daftra, **options)).resources
    assert (second.records, second.held, second.announced, second.ok) == (4, COUNT + 1, None, True)
    found = {each.id: each.business_name for each in await place.read("suppliers")}
    assert sorted(found) == [*range(1, COUNT + 2)]
    assert {found[3], found[70]} == {f"Renamed 3 at {NIGHT}", f"Renamed 70 at {NIGHT}"}
    # Nothing new: only what is as late as the watermark comes again.
    (third,) = (await export(daftra, **options)).resources
    assert (third.records, third.held) == (3, COUNT + 1)
    assert TWIN in (third.incremental or "")
    assert {each.id: each.business_name for each in await place.read("suppliers")} == found


async def test_what_it_costs(account: TwoSides, client: Callable[..., DaftraClient], tmp_path: Path) -> None:
    daftra = client()
    await night(daftra, tmp_path)
    assert account.counts == {"list": 3, "row": COUNT}
    account.change(*range(20, 30))
    report = await night(daftra, tmp_path)
    # A first look at the list, its twin asked and counted, and the records: those changed, and the one of the watermark.
    assert account.counts == {"list": 1, "row": 20, "twin": 2, "get": 11}
    assert report.records == 11
    assert (report.incremental or "").endswith(TWIN)


HONEST: Final[dict[str, Lie]] = {
    "with T and Z": {"shown": shifted(0, "%Y-%m-%dT%H:%M:%S.000000Z")},
    "in UTC": {"shown": shifted(-3)},
    "in a zone ahead": {"shown": shifted(9, "%Y-%m-%dT%H:%M:%S+09:00")},
    "the filter in another zone": {"cut": later(14)},
    "the filter and the times in two zones": {"shown": shifted(-12), "cut": later(2)},
    "the filter of days": {"cut": lambda cut: cut[:10]},
}


@pytest.mark.parametrize("truth", HONEST.values(), ids=HONEST.keys())
async def test_clocks_of_other_zones_lose_nothing(
    truth: Lie, account: TwoSides, client: Callable[..., DaftraClient], tmp_path: Path
) -> None:
    daftra = client()
    await night(daftra, tmp_path)
    account.change(5)
    account.change(9, at=account.rows[COUNT]["modified"])  # as late as the watermark
    for name, value in truth.items():
        setattr(account, name, value)
    report = await night(daftra, tmp_path)
    await night(daftra, tmp_path / "calm", since=None)
    assert TWIN in (report.incremental or ""), report.incremental
    assert stored(tmp_path) == stored(tmp_path / "calm")


LIES: Final[dict[str, tuple[Lie, str]]] = {
    "403": ({"refusal": http(403, {"message": "Forbidden"})}, "cannot be read (PermissionDeniedError)"),
    "404": ({"refusal": http(404, {"message": "Not found"})}, "cannot be read (NotFoundError)"),
    "a missing record": ({"refusal": http(400, {"message": "Record not found"})}, "cannot be read"),
    "a plugin that is off": ({"refusal": http(200, {"error": "Entity Not exists"})}, "cannot be read"),
    "HTML": ({"refusal": http(200, raw=b"<html>", content_type="text/html")}, "cannot be read"),
    "an ignored filter": ({"cut": lambda _: None}, "names 150 records"),
    "a filter that finds nothing": ({"cut": lambda _: "9999"}, "names no record"),
    "rows that are too old": ({"cut": lambda cut: "2026-01-05" if cut else None}, "ignores the filter"),
    "no modified": ({"shown": without("modified"), "cut": lambda _: None, "kept": lambda row: int(row["id"]) > 149}, "readable"),
    "numbers as times": ({"shown": lambda row: {**row, "modified": 99999999999999}}, "names 150 records"),
    "no ids": ({"shown": without("id")}, "announced"),
    "rows of another branch hidden": ({"kept": lambda row: int(row["id"]) != 7}, "holds 149 records and the list 150"),
    "one changed row hidden": ({"kept": lambda row: int(row["id"]) != 5}, "holds 149 records and the list 150"),
    "a late copy": ({"shown": with_time(5, "2026-02-27 00:00:00")}, "tells other times"),
    "a new row shown as an old one": ({"shown": with_time(140, "2026-01-02 00:00:00")}, "does not name a change"),
    "a copy of last week": (
        {"shown": lambda row: {**row, "modified": row["created"] if row["modified"] < "2026-01-07" else "2026-01-06 06:00:00"}},
        "",
    ),
    "times of days": ({"shown": lambda row: {**row, "modified": row["modified"][:10]}}, "does not name a change"),
    "times that are off": ({"shown": shifted(0, "%Y-%m-%d %H:%M:07")}, "tells other times"),
    "another total": ({"page": lambda body: {**body, "total": body["total"] + 1}}, "IncompleteListError"),
    "no total": ({"page": lambda body: {**body, "total": None}}, ""),
    "another shape": ({"page": lambda body: {"data": {"items": body["data"]}}}, ""),
    "ids of something else": ({"shown": lambda row: {**row, "id": row["id"] + 1000}}, "cannot be fetched (NotFoundError)"),
    "a record that is gone": ({"gone": frozenset({5})}, "cannot be fetched (NotFoundError)"),
}


@pytest.mark.parametrize(("lie", "reason"), LIES.values(), ids=LIES.keys())
async def test_a_twin_that_proves_nothing_costs_a_walk_and_no_change(
    lie: Lie,
    reason: str,
    account: TwoSides,
    client: Callable[..., DaftraClient],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    daftra = client(settings={"max_attempts": 1})
    await night(daftra, tmp_path)
    account.change(5, 6)
    account.change(140, at="2026-03-01 02:00:00")
    for name, value in lie.items():
        setattr(account, name, value)
    with caplog.at_level(logging.WARNING, "daftra_async"):
        report = await night(daftra, tmp_path)
    await night(daftra, tmp_path / "calm", since=None)
    assert stored(tmp_path) == stored(tmp_path / "calm")
    assert (report.incremental or "").startswith("full: v2 supplier")
    assert reason in (report.incremental or "")
    assert any("so the list is walked" in record.message for record in caplog.records)


async def test_a_twin_that_is_late_as_a_whole_delays_changes_and_loses_none(
    account: TwoSides, client: Callable[..., DaftraClient], tmp_path: Path
) -> None:
    daftra = client()
    await night(daftra, tmp_path)
    # The twin knows of 5 and 9, and not yet of 6 nor of the second change of 5.
    account.change(5, at="2026-02-01 08:00:00")
    account.change(9, at="2026-02-01 09:00:00")
    known = {5: account.rows[5], 6: account.rows[6]}
    account.change(6, at="2026-02-01 12:00:00")
    account.change(5, at="2026-02-01 18:00:00")
    account.shown = lambda row: {**known.get(row["id"], row), "id": row["id"]}
    assert TWIN in ((await night(daftra, tmp_path)).incremental or "")
    assert stored(tmp_path)[6]["business_name"] == "Supplier 6"
    account.shown = lambda row: row
    report = await night(daftra, tmp_path)
    await night(daftra, tmp_path / "calm", since=None)
    assert TWIN in (report.incremental or "")
    assert stored(tmp_path) == stored(tmp_path / "calm")


async def test_a_record_that_changes_meanwhile_is_stored_as_it_is(
    account: TwoSides, client: Callable[..., DaftraClient], tmp_path: Path
) -> None:
    daftra = client()
    await night(daftra, tmp_path)
    account.change(5, 6)
    account.change(7, at="2026-03-01 02:00:00")
    account.after = lambda: account.change(6, at="2026-03-02 10:00:00")
    report = await night(daftra, tmp_path)
    assert TWIN in (report.incremental or "")
    assert stored(tmp_path)[6]["business_name"] == "Renamed 6 at 2026-03-02 10:00:00"
    account.change(8, at="2026-03-01 02:00:01")  # which the twin had not named; the watermark is older
    await night(daftra, tmp_path)
    assert stored(tmp_path)[8]["business_name"] == "Renamed 8 at 2026-03-01 02:00:01"


async def test_a_list_is_walked_where_that_is_cheaper(
    account: TwoSides, client: Callable[..., DaftraClient], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    daftra = client()
    await night(daftra, tmp_path)
    account.rows = {
        number: supplier(number, str(dt.datetime(2025, 1, 1) + number * dt.timedelta(days=2))) for number in account.rows
    }
    await night(daftra, tmp_path, since=None)
    account.change(*range(1, 62))
    with caplog.at_level(logging.WARNING, "daftra_async"):
        report = await night(daftra, tmp_path)
    assert report.incremental == "full: 62 records have changed, more than the whole list costs"
    assert report.records == COUNT
    account.rows = {number: account.rows[number] for number in range(1, 101)}
    short = await night(daftra, tmp_path)
    assert short.incremental == "full: the list is short (100 records)"
    assert len(stored(tmp_path)) == 100
    _ = account.counts
    assert (await night(daftra, tmp_path)).incremental == "full: the list is short (100 records)"
    assert account.counts == {"list": 2, "row": 100}
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_a_time_instead_of_the_watermark(account: TwoSides, client: Callable[..., DaftraClient], tmp_path: Path) -> None:
    daftra = client()
    await night(daftra, tmp_path)
    account.change(5)
    # Nothing is as late as that; the record of the watermark, which is asked for too, shows that the filter works.
    assert (await night(daftra, tmp_path, since="2026-04-01")).records == 0
    report = await night(daftra, tmp_path, since="2026-02-01")
    assert (report.records, report.held) == (1, COUNT)
    # Without an earlier run nothing is known, and a twin that names nothing proves nothing.
    empty = await night(daftra, tmp_path / "new", since="2026-05-01")
    assert "names no record" in (empty.incremental or "")


async def test_relations_that_the_list_does_not_show_are_not_stored(
    account: TwoSides, client: Callable[..., DaftraClient], tmp_path: Path
) -> None:
    daftra = client()
    account.relations = {"Attachment": [{"id": 1}], "Country": {"name": "KSA"}, "nothing": None, "note": "kept"}
    await night(daftra, tmp_path)
    account.change(5)
    assert TWIN in ((await night(daftra, tmp_path)).incremental or "")
    assert stored(tmp_path)[5].keys() == {*stored(tmp_path)[4], "note"}


async def test_an_interrupted_walk_is_continued_and_not_replaced(
    account: TwoSides, client: Callable[..., DaftraClient], tmp_path: Path
) -> None:
    daftra = client()
    account.refusal = http(403, {"message": "Forbidden"})
    account.held_page = 3
    work = asyncio.create_task(night(daftra, tmp_path, since="2026-01-01"))
    await account.held.wait()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    account.held_page, account.refusal = 0, None
    _ = account.counts
    report = await night(daftra, tmp_path, since="2026-01-01")
    assert (report.resumed, report.incremental) == ("part", "full: the walk that was interrupted goes on")
    assert "twin" not in account.counts


async def test_records_that_are_kept_as_sent_come_from_the_list(
    account: TwoSides, client: Callable[..., DaftraClient], tmp_path: Path
) -> None:
    daftra = client()
    await night(daftra, tmp_path, as_sent=True)
    account.change(5)
    report = await night(daftra, tmp_path, as_sent=True)
    assert (report.records, report.incremental) == (COUNT, "full: records are kept as the list sends them")
    assert "twin" not in account.counts


async def test_arguments_of_the_list_are_none_of_the_twin(
    account: TwoSides, client: Callable[..., DaftraClient], tmp_path: Path
) -> None:
    daftra = client()
    options: dict[str, Any] = {"resources": ["suppliers:branch=2"], "to": tmp_path, "since": "last", "page_size": 50}
    await export(daftra, **options)
    account.change(5)
    (report,) = (await export(daftra, **options)).resources
    assert report.incremental == "full: the list can neither filter nor sort"
    assert "twin" not in account.counts


async def test_a_demo_account_after_ten_changes(tmp_path: Path) -> None:
    lists = ["credit_notes", "estimates", "suppliers", "taxes", "time_tracking"]
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        await export(daftra, resources=lists, to=tmp_path)
        for number in range(11, 21):
            body = {"Supplier": {"business_name": f"New {number}", "email": f"{number}@example.com"}}
            await daftra.suppliers.update(number, body, replace=True)
        sandbox.requests.clear()
        report = await export(daftra, resources=lists, to=tmp_path, since="last")
        sent = [each.operation or "" for each in sandbox.requests]
        await export(daftra, resources=lists, to=tmp_path / "calm")

    assert report.ok
    assert [each.resource for each in report.resources if "ids from v2" not in (each.incremental or "")] == ["taxes"]
    # Beside the ten, the record of the watermark comes again of each list.
    assert sum(name.endswith(".get") for name in sent) == 10 + len(lists) - 1
    assert len([name for name in sent if not name.endswith(".get")]) == 3 * (len(lists) - 1) + 1
    assert report.records == 10 + len(lists) - 1 + 4
    for name in lists:
        calm, merged = (
            [json.loads(line) for line in (folder / f"{name}.jsonl").read_bytes().splitlines()]
            for folder in (tmp_path / "calm", tmp_path)
        )
        assert listed(merged) == listed(calm)


async def test_invoices_are_asked_for_without_advance_payments() -> None:
    """They share an entity; rows of the list have relations, and single invoices dates in the format of the account."""
    (target,) = plan(operations(), ["invoices"])
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        rows = (await daftra.invoices.list(limit=5, recursive=1, sort="modified", direction="DESC")).data
        window = incremental.from_start(target, "modified", rows[-1].modified)
        assert isinstance(window, incremental.Window)
        assert window.twin is not None
        found = await changes(daftra, target, window.twin, window, None)
    assert isinstance(found, Changes)
    assert listed(map(unstructure, found.records)) == listed(map(unstructure, rows))
