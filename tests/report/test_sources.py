"""The account itself, files and DuckDB give the same figures, those of the ledger."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import ArgumentError, DaftraClient, IncompleteListError, PermissionDeniedError
from daftra_async.catalogue import operations
from daftra_async.export import export
from daftra_async.report import build
from daftra_async.report.sources.held import WANTED
from daftra_async.sandbox import Sandbox
from daftra_async.wire.columns.decoder import decoder_of
from tests import ledger

if TYPE_CHECKING:
    from pathlib import Path

    from daftra_async.report import Report

pytest.importorskip("duckdb")
_DIFFERENT = ("source", "read_at")


def figures(report: Report) -> dict[str, Any]:
    return {name: value for name, value in report.to_dict().items() if name not in _DIFFERENT}


async def test_all_sources_give_the_figures_of_the_ledger(tmp_path: Path) -> None:
    database = f"duckdb:///{tmp_path / 'acme.duckdb'}"
    async with Sandbox("empty") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
        await ledger.fill(daftra, 36)
        owed, sold, received = ledger.receivables(sandbox), ledger.sales(sandbox), ledger.cash(sandbox)
        report = await build(daftra, today=ledger.TODAY)
        for place, form in ((tmp_path / "files", "parquet"), (tmp_path / "lines", "jsonl"), (database, "jsonl")):
            assert (await export(daftra, resources=list(WANTED), to=place, format=form)).ok

    found = report.figures
    assert {(each.client_id, each.currency): list(each.amounts[:5]) for each in found.receivables.clients} == owed
    assert {(each.month, each.product_id, each.currency): each.amount for each in found.sales.products} == sold
    assert {(each.treasury_id, each.currency): each.amount for each in found.cash.treasuries} == received
    assert len({each.currency for each in found.receivables.currencies}) == 3
    assert sum(each.total for each in found.receivables.clients) == sum(map(sum, owed.values())) > 0

    fallbacks = decoder_of(_list("invoices")).fallbacks
    for place in (tmp_path / "files", str(tmp_path / "lines"), database):
        again = await build(place, today=ledger.TODAY)
        assert figures(again) == figures(report)
        assert again.figures.read_at is not None
        assert again.figures.source == "export"
        assert again.figures.account == report.figures.account
    assert decoder_of(_list("invoices")).fallbacks == fallbacks, "lines are read as pages are"


def _list(resource: str) -> Any:
    return next(op for op in operations() if op.id == f"{resource}.list")


def page(key: str, *rows: dict[str, Any], total: int | None = None) -> dict[str, Any]:
    paging = {"page": 1, "page_count": 1, "next": None, "prev": None, "total_results": len(rows) if total is None else total}
    return {"code": 200, "result": "successful", "data": [{key: row} for row in rows], "pagination": paging}


INVOICE = {"id": 1, "payment_status": 0, "summary_unpaid": "5", "currency_code": "SAR", "date": "2026-01-01", "draft": False}


def answer(answers: Any, **refused: int) -> None:
    """Answer the lists of an account; those that are named are refused with a status."""
    for resource, wanted in WANTED.items():
        url = re.compile(rf"https://acme\.daftra\.com/api2/{resource}(\.json)?\?.*")
        if resource in refused:
            answers.get(url, status=refused[resource], payload={"result": "failed", "code": refused[resource]}, repeat=True)
        else:
            rows = [INVOICE] if resource == "invoices" else []
            answers.get(url, payload=page(wanted.model, *rows), repeat=True)


async def test_a_list_that_must_not_be_read_is_missing_and_named(answers: Any) -> None:
    answer(answers, treasuries=403, client_payments=404)
    async with DaftraClient("acme", api_key="key-123456") as daftra:
        report = await build(daftra, today=ledger.TODAY)
    assert report.figures.quality.missing == ("client_payments", "treasuries")
    assert [row[1] for table in report.tables() if table.name == "quality" for row in table.rows] == [
        "client_payments",
        "treasuries",
    ]


async def test_without_invoices_there_is_no_report(answers: Any) -> None:
    answer(answers, invoices=403)
    async with DaftraClient("acme", api_key="key-123456") as daftra:
        with pytest.raises(PermissionDeniedError):
            await build(daftra)


async def test_a_list_that_comes_short_fails_unless_it_is_kept_and_named(answers: Any) -> None:
    url = re.compile(r"https://acme\.daftra\.com/api2/invoices(\.json)?\?.*")
    answers.get(url, payload=page("Invoice", INVOICE, total=3), repeat=True)
    answer(answers)
    async with DaftraClient("acme", api_key="key-123456") as daftra:
        with pytest.raises(IncompleteListError, match=r"^invoices.list: .* 1 of 3 .*incomplete='keep'") as caught:
            await build(daftra)
        report = await build(daftra, today=ledger.TODAY, incomplete="keep")
    assert (caught.value.received, caught.value.announced) == (1, 3)
    (short,) = report.figures.quality.short
    assert (short.resource, short.received, short.announced, short.changed) == ("invoices", 1, 3, False)
    assert report.figures.receivables.currencies[0].total == Decimal(5)
    table = next(table for table in report.tables() if table.name == "quality")
    assert table.rows[0] == ("The list came short: 1 of 3 records", "invoices", "")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("nowhere", "nowhere is not a folder"),
        (".", "holds no invoices; expected an export; run: daftra export invoices"),
        ("s3://bucket/x", "this URL cannot be read"),
        ("postgresql://user:secret@host/db", "this URL cannot be read"),
    ],
)
async def test_other_places_are_refused(source: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArgumentError, match=told) as caught:
        await build(source)
    assert "secret" not in str(caught.value)


async def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "invoices.jsonl").write_text("not json\n")
    with pytest.raises(ArgumentError, match=r"invoices.jsonl is not a file of an export"):
        await build(tmp_path)


async def test_one_of_several_accounts_in_a_database_is_named(tmp_path: Path, answers: Any) -> None:
    answer(answers)
    database = f"duckdb:///{tmp_path / 'many.duckdb'}"
    async with DaftraClient("acme", api_key="key-123456") as one, DaftraClient("acme", api_key="key-654321") as other:
        assert (await export({"one": one, "other": other}, resources=["invoices"], to=database)).ok
    with pytest.raises(ArgumentError, match="several accounts; expected one of one, other"):
        await build(database)
    with pytest.raises(ArgumentError, match="'third' has no invoices there; expected one of one, other"):
        await build(database, account="third")
    report = await build(database, account="one", today=ledger.TODAY)
    assert report.figures.receivables.currencies[0].invoices == 1
    assert report.figures.quality.missing == ("invoice_payments", "client_payments", "treasuries")


async def test_one_of_several_accounts_in_a_folder_is_named(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / ".daftra-export.json").write_text("{}")
        (tmp_path / name / "invoices.jsonl").write_text(json.dumps(INVOICE) + "\n")
    with pytest.raises(ArgumentError, match="several accounts; expected one of one, other"):
        await build(tmp_path)
    report = await build(tmp_path, account="other", today=ledger.TODAY)
    assert report.figures.receivables.currencies[0].invoices == 1
    assert report.figures.read_at is None
