from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import openpyxl

from daftra_async.export import xlsx
from tests.export.papers import paper_job, papers, spool
from tests.export.tables import HARD

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_sheet_for_each_table(tmp_path: Path) -> None:
    rows = [
        {"id": 1, "no": "=1+1", "total": "0.10", "day": "2026-01-31", "created": "2026-01-31 08:00:00", "Line": [{"id": 7}]},
        {"id": 1234567890123456, "no": "فاتورة", "total": "12345678901234.56", "draft": True, "day": "0001-01-01"},
    ]
    written = xlsx.convert(spool(tmp_path, papers(rows)), paper_job(), tmp_path)
    assert (written.name, written.records) == ("papers.xlsx", 2)
    book = openpyxl.load_workbook(tmp_path / "papers.xlsx")
    main, lines = book.worksheets
    assert [bool(sheet.sheet_view.rightToLeft) for sheet in (main, lines)] == [True, False]
    header, *found = main.iter_rows(values_only=True)
    first, second = (dict(zip(header, row, strict=True)) for row in found)
    assert (first["id"], first["no"], first["total"]) == (1, "=1+1", 0.1)
    assert (first["day"], first["created"]) == (dt.datetime(2026, 1, 31), dt.datetime(2026, 1, 31, 8))
    assert (second["id"], second["total"], second["draft"], second["day"]) == (
        "1234567890123456", "12345678901234.56", True, "0001-01-01",
    )  # fmt: skip
    assert [row[1] for row in lines.iter_rows(min_row=2, values_only=True)] == ["1"]


def test_long_tables_go_on_in_another_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_ROWS", 3)
    xlsx.convert(spool(tmp_path, papers([{"id": n} for n in range(5)])), paper_job(), tmp_path)
    book = openpyxl.load_workbook(tmp_path / "papers.xlsx")
    assert [(sheet.max_row, sheet.cell(1, 2).value) for sheet in book.worksheets if "line" not in sheet.title.lower()][:3] == [
        (3, "_id"), (3, "_id"), (2, "_id"),
    ]  # fmt: skip


def test_whatever_is_in_a_record_can_be_shown(tmp_path: Path) -> None:
    assert xlsx.convert(spool(tmp_path, papers(HARD)), paper_job(), tmp_path).records == len(HARD)
    openpyxl.load_workbook(tmp_path / "papers.xlsx")
