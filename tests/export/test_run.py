from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import models, structure
from daftra_async.errors import ArgumentError, AuthenticationError, PermissionDeniedError, RequestNotSent, ServerError
from daftra_async.export import export
from tests.export.fakes import FakeClient

if TYPE_CHECKING:
    from pathlib import Path

    from daftra_async.export import ExportReport, ProgressEvent

INVOICE = {
    "id": "7",
    "client_id": "15",
    "summary_total": "10.1000",
    "notes": "شكراً لتعاملكم معنا",
    "surprise": {"deep": [1, None]},
    "InvoiceItem": [{"id": "1", "item": "قلم", "unit_price": "2.50", "quantity": "4", "odd": "x"}],
}


def clients(*ids: int) -> list[Any]:
    return [structure(models.Client, {"id": str(number)}) for number in ids]


async def run(client: FakeClient, out: Path, *resources: str, **options: Any) -> ExportReport:
    return await export(client, resources=resources or None, out=out, **options)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name not in {"census.json", ".daftra-export.json"})


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


async def test_lines_are_the_records_with_everything_the_server_sent(tmp_path: Path) -> None:
    invoice = structure(models.Invoice, INVOICE)
    await run(FakeClient({"invoices": [[invoice]]}), tmp_path, "invoices")
    text = (tmp_path / "invoices.jsonl").read_text("utf-8")
    assert text.endswith("}\n")
    assert "شكراً" in text
    (row,) = lines(tmp_path / "invoices.jsonl")
    assert row["surprise"] == {"deep": [1, None]}
    assert row["InvoiceItem"][0]["odd"] == "x"
    assert structure(models.Invoice, row) == invoice


async def test_report_counts_what_was_written(tmp_path: Path) -> None:
    client = FakeClient({"clients": [clients(1, 2), clients(3)], "brands": [[]]})
    report = await run(client, tmp_path / "new" / "folder", "clients", "brands")
    brands, found = report.resources
    assert (found.resource, found.records, found.pages, found.announced, found.file) == ("clients", 3, 2, 3, "clients.jsonl")
    assert found.bytes == (tmp_path / "new" / "folder" / "clients.jsonl").stat().st_size
    assert (brands.records, brands.pages, brands.file) == (0, 1, "brands.jsonl")
    assert report.ok
    assert (report.records, report.pages, report.bytes) == (3, 3, found.bytes)
    data = json.loads(json.dumps(report.to_dict()))
    assert data["records"] == 3
    assert data["resources"][1]["resource"] == "clients"
    assert data["resources"][1]["drift"] is False


async def test_one_failure_does_not_stop_the_others_and_leaves_no_file(tmp_path: Path) -> None:
    refused = PermissionDeniedError(status=403, message="not allowed", operation="clients.list")
    broken = ServerError(status=500, message="sorry", operation="brands.list")
    client = FakeClient({"clients": [refused], "brands": [clients(1), broken], "products": [clients(1)]})
    report = await run(client, tmp_path, "clients", "brands", "products")
    assert names(tmp_path) == ["products.jsonl"]
    assert [r.resource for r in report.failed] == ["brands", "clients"]
    assert report.failed[1].error_type == "PermissionDeniedError"
    assert "403 not allowed" in (report.failed[1].error or "")
    assert report.records == 1
    assert not report.ok


async def test_failure_keeps_the_file_of_an_earlier_run(tmp_path: Path) -> None:
    (tmp_path / "clients.jsonl").write_text("old\n")
    await run(FakeClient({"clients": [clients(1), ServerError(status=500)]}), tmp_path, "clients")
    assert names(tmp_path) == ["clients.jsonl"]
    assert (tmp_path / "clients.jsonl").read_text() == "old\n"


async def test_skipped_lists_are_reported_with_a_reason(tmp_path: Path) -> None:
    report = await run(FakeClient(), tmp_path)
    assert {r.resource for r in report.skipped} == {"entities", "follow_up_actions", "workflow_records"}
    assert all("name it as" in (r.skipped or "") for r in report.skipped)
    assert report.ok
    assert not (tmp_path / "entities.jsonl").exists()


async def test_lists_that_need_an_argument_are_fetched_when_it_is_named(tmp_path: Path) -> None:
    client = FakeClient({"workflow_records": [clients(1)]})
    await run(client, tmp_path, "workflow_records:workflow_id=36")
    assert client.asked["workflow_records"] == {"workflow_id": 36, "per_page": 200, "sort": "id"}
    assert len(lines(tmp_path / "workflow_records.workflow_id=36.jsonl")) == 1


async def test_drift_is_seen(tmp_path: Path) -> None:
    client = FakeClient({"clients": [clients(1, 2)], "brands": [clients(1)], "branches": [clients(1)]}, clients=1, branches=None)
    report = await run(client, tmp_path, "clients", "brands", "branches")
    assert [r.resource for r in report.drifted] == ["clients"]
    assert report.resources[0].announced is None
    assert not report.ok
    assert report.to_dict()["drifted"] == 1


async def test_a_total_that_moves_is_drift_even_if_the_sum_fits(tmp_path: Path) -> None:
    client = FakeClient({"clients": [clients(1), clients(1, 2)]}, clients=2)

    def grow(event: ProgressEvent) -> None:
        if event.state == "page":
            client.announced["clients"] = 3

    report = await run(client, tmp_path, "clients", progress=grow)
    assert report.resources[0].records == report.resources[0].announced == 3
    assert report.resources[0].changed
    assert report.drifted


async def test_concurrency_is_bounded(tmp_path: Path) -> None:
    client = FakeClient({"clients": [clients(1), clients(2)]})
    await run(client, tmp_path, concurrency=3)
    assert client.peak == 3


async def test_progress_tells_every_step(tmp_path: Path) -> None:
    events: list[ProgressEvent] = []
    client = FakeClient({"clients": [clients(1, 2), clients(3)]})
    await run(client, tmp_path, "clients", progress=events.append)
    assert [(e.state, e.records, e.pages, e.total) for e in events] == [
        ("started", 0, 0, None),
        ("page", 2, 1, 3),
        ("page", 3, 2, 3),
        ("finished", 3, 2, 3),
    ]


@pytest.mark.parametrize("error", [AuthenticationError(status=401, message="no"), RequestNotSent("no connection")])
async def test_nothing_more_is_tried_when_nothing_can_work(tmp_path: Path, error: Exception) -> None:
    client = FakeClient({"advance_payments": [error], "asset_locations": [error]})
    report = await run(client, tmp_path, concurrency=1)
    assert list(client.asked) == ["advance_payments"]
    assert len(report.failed) > 40
    assert (report.failed[1].error or "").startswith("not tried: ")
    assert {r.error_type for r in report.failed} == {type(error).__name__}


async def test_a_refusal_after_success_is_one_failure(tmp_path: Path) -> None:
    client = FakeClient({"brands": [AuthenticationError(status=401)]})
    report = await run(client, tmp_path, concurrency=1)
    assert [r.resource for r in report.failed] == ["brands"]


async def test_full_disk_is_the_failure_of_a_resource(tmp_path: Path) -> None:
    (tmp_path / "clients.jsonl").mkdir()
    report = await run(FakeClient({"brands": [clients(1)]}), tmp_path, "clients", "brands")
    assert report.failed[0].error_type == "IsADirectoryError"
    assert names(tmp_path) == ["brands.jsonl", "clients.jsonl"]


async def test_cancelling_leaves_what_the_next_run_needs(tmp_path: Path) -> None:
    client = FakeClient({"clients": [clients(1), clients(2)], "brands": [clients(1)]})
    client.gate = asyncio.Event()
    awaited, seen = {("clients", "page"), ("brands", "finished")}, asyncio.Event()

    def on_step(event: ProgressEvent) -> None:
        awaited.discard((event.resource, event.state))
        if not awaited:
            seen.set()

    task = asyncio.create_task(run(client, tmp_path, "clients", "brands", progress=on_step))
    await seen.wait()
    assert (tmp_path / ".clients.jsonl.part").exists()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert names(tmp_path) == [".clients.jsonl.part", "brands.jsonl"]
    client.gate.set()
    report = await run(client, tmp_path, "clients", "brands")
    assert [r.resumed for r in report.resources] == ["done", "part"]
    assert names(tmp_path) == ["brands.jsonl", "clients.jsonl"]
    assert len(lines(tmp_path / "clients.jsonl")) == 2


async def test_an_unforeseen_error_is_the_failure_of_one_list(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    client = FakeClient({"brands": [clients(1), RecursionError("maximum recursion depth exceeded")], "clients": [clients(2)]})
    report = await run(client, tmp_path, "brands", "clients")
    assert [(r.resource, r.error_type) for r in report.failed] == [("brands", "RecursionError")]
    assert report.failed[0].error == "RecursionError: maximum recursion depth exceeded"
    assert names(tmp_path) == ["clients.jsonl"]
    assert "brands: the export failed" in caplog.text


async def test_what_a_listener_raises_is_raised_as_it_is(tmp_path: Path) -> None:
    def listener(event: ProgressEvent) -> None:
        if event.state == "started":
            raise LookupError(event.resource)

    with pytest.raises(LookupError):
        await run(FakeClient({"clients": [clients(1)]}), tmp_path, "clients", "brands", progress=listener)


async def test_an_outage_is_an_interruption(tmp_path: Path) -> None:
    lost = RequestNotSent("no connection")
    client = FakeClient({"brands": [clients(1)], "clients": [clients(1), lost], "products": [lost]}, clients=2)
    report = await run(client, tmp_path, "brands", "clients", "products", concurrency=1)
    assert len(report.failed) == 2
    client.lists |= {"clients": [clients(1), clients(2)], "products": [clients(3)]}
    again = await run(client, tmp_path, "brands", "clients", "products")
    assert [r.resumed for r in again.resources] == ["done", "part", None]
    assert again.ok
    assert [r.resumed for r in (await run(client, tmp_path, "brands", "clients", "products")).resources] == [None] * 3


@pytest.mark.parametrize("error", [RequestNotSent("no connection"), ServerError(status=500)])
async def test_one_list_that_fails_does_not_keep_the_others_from_being_fetched_anew(tmp_path: Path, error: Exception) -> None:
    client = FakeClient({"brands": [clients(1)], "clients": [clients(1), error]})
    for _ in range(2):
        report = await run(client, tmp_path, "brands", "clients", concurrency=1)
        assert [(r.resumed, r.ok) for r in report.resources] == [(None, True), (None, False)]
    assert names(tmp_path) == ["brands.jsonl"]


async def test_a_place_is_needed_and_only_one(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="nothing was given"):
        await export(FakeClient(), resources=["clients"])
    with pytest.raises(ArgumentError, match="out was given too"):
        await export(FakeClient(), resources=["clients"], out=tmp_path, to=tmp_path)


async def test_pages_ahead_give_the_same_file(tmp_path: Path) -> None:
    client = FakeClient({"clients": [clients(number) for number in range(1, 20)]})
    report = await run(client, tmp_path, "clients", pages_ahead=4)
    assert report.ok
    assert client.peak == 4
    assert [row["id"] for row in lines(tmp_path / "clients.jsonl")] == list(range(1, 20))


async def test_bad_arguments_are_refused_before_anything_is_sent(tmp_path: Path) -> None:
    client = FakeClient()
    with pytest.raises(ArgumentError, match="concurrency"):
        await run(client, tmp_path, concurrency=0)
    with pytest.raises(ArgumentError, match="did you mean clients"):
        await run(client, tmp_path / "out", "client")
    assert client.asked == {}
    assert not (tmp_path / "out").exists()
