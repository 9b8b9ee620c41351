from __future__ import annotations

import importlib.util
import json
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async.cli.report_tables import as_text
from daftra_async.report import Report
from tests.report.books import figures, invoice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytest.importorskip("pyarrow")
RECORD = {"id": 1, "no": "INV-1", "payment_status": 0, "summary_unpaid": "1234.5", "currency_code": "SAR", "date": "2026-01-01"}


@pytest.fixture
def report(shell: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Run `daftra report` on an export of one invoice."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "state"))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "invoices.jsonl").write_text(json.dumps(RECORD) + "\n")
    return lambda *arguments: shell("report", "--from", tmp_path / "data", *arguments)


def test_json_for_programs(report: Callable[..., Any]) -> None:
    found = json.loads(report("--today", "2026-01-11").stdout)
    assert found["receivables"]["currencies"][0]["days_1_30"] == "1234.5"
    assert found["overdue"][0] | {"client": ""} == {
        "key": "1",
        "no": "INV-1",
        "client_id": None,
        "client": "",
        "currency": "SAR",
        "due": "2026-01-01",
        "days": 10,
        "unpaid": "1234.5",
    }
    assert found["changes"] is None


def test_tables_say_what_has_changed_since_the_day_before(report: Callable[..., Any], tmp_path: Path) -> None:
    first = report("--today", "2025-12-31", "--format", "table").stdout
    assert "There is no earlier report to compare with yet." in first
    second = report("--today", "2026-01-02", "--format", "table").stdout
    assert "Changes since 31 December 2025" in second
    assert "+1,234.50" in second
    assert "Became overdue" in second
    assert [file.name for file in (tmp_path / "state" / "daftra" / "reports").iterdir()] != []


def test_snapshots_where_they_are_wanted(report: Callable[..., Any], tmp_path: Path) -> None:
    report("--snapshots", tmp_path / "mine.json")
    assert (tmp_path / "mine.json").exists()
    again = report("--snapshots", tmp_path / "data" / "invoices.jsonl")
    assert again.exit_code == 2
    assert "--snapshots: " in again.stderr
    assert "holds no snapshots of reports" in again.stderr


def test_no_place_for_snapshots_is_no_failure(
    report: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "file"))
    found = report("--format", "table")
    assert found.exit_code == 0
    assert "is not compared with yesterday" in found.stderr
    assert "Not a directory" in found.stderr
    assert "Errno" not in found.stderr
    assert "without a file of snapshots" in found.stdout


def test_a_file_of_json_and_one_of_tables(report: Callable[..., Any], tmp_path: Path) -> None:
    assert report("--out", tmp_path / "new" / "report.json").stdout.strip() == str(tmp_path / "new" / "report.json")
    assert json.loads((tmp_path / "new" / "report.json").read_text("utf-8"))["source"] == "export"
    report("--out", tmp_path / "report.txt", "--format", "table", "--language", "ar")
    assert "أعمار ديون العملاء" in (tmp_path / "report.txt").read_text("utf-8")


def test_a_page(report: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Report, "html", lambda _, language: f"<html {language}>\n")  # what it holds is tested with its room
    report("--out", tmp_path / "report.html", "--language", "ar")
    assert (tmp_path / "report.html").read_text("utf-8") == "<html ar>\n"
    assert report("--format", "html").stdout == "<html en>\n"


def test_straight_from_the_account(daftra_own: Callable[..., Any], own_account: Any, tmp_path: Path) -> None:
    found = daftra_own("report", "--snapshots", tmp_path / "mine.json")
    assert json.loads(found.stdout)["source"] == "account"
    asked = {seen.path.rpartition("/")[2].removesuffix(".json") for seen in own_account.requests}
    assert asked >= {"invoices", "invoice_payments", "client_payments", "treasuries"}
    assert {seen.method for seen in own_account.requests} == {"GET"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("--language", "fr"), "--language"), (("--today", "tomorrow"), "--today"), (("--format", "pdf"), "--format")],
)
def test_refused(report: Callable[..., Any], arguments: tuple[str, ...], told: str) -> None:
    found = report(*arguments)
    assert found.exit_code == 2
    assert told in found.stderr


@pytest.mark.parametrize("width", [80, 160])
def test_tables_fit_the_terminal(width: int) -> None:
    import io

    from rich.console import Console

    from daftra_async.cli.report_tables import show

    names = ("A long name of a client that sells machines", "شركة")
    found = Report(
        figures=figures(
            invoices=[
                invoice(at, "12345678.90", f"2026-0{at % 6 + 1}-01", client_id=at, client_business_name=names[at % 2])
                for at in range(30)
            ]
        )
    )
    out = io.StringIO()
    show(found.tables(most=8), Console(file=out, width=width))
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    assert ("Not due" in lines[[line.strip() for line in lines].index("Largest debtors") + 2]) == (width == 160)
    assert "22 more are not shown." in lines
    assert "12,345,678.90" in as_text(found.tables())


def test_a_folder_and_a_missing_library_are_told_before_the_account_is_read(
    shell: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shell("report", "--out", tmp_path)
    assert folder.exit_code == 2
    assert "it is a folder; name a file in it, such as " in folder.stderr
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == "altair" else find(name, *rest))
    without = shell("report", "--out", tmp_path / "report.html")
    assert without.exit_code == 2
    assert without.stderr == "daftra: altair is not installed; run: pip install 'daftra-async[report]'\n"
