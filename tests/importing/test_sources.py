"""Files as people have them: encodings, separators, and workbooks."""

from __future__ import annotations

import datetime as dt
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from daftra_async.errors import ArgumentError
from daftra_async.importing import sources
from daftra_async.importing.mapping import Mapping
from daftra_async.importing.sources import open_table

if TYPE_CHECKING:
    from pathlib import Path

LINES = ("رقم العميل,الاسم", "1,شركة النور", "", "3,Acme")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
def test_encodings_are_told_apart(csv_file, encoding: str) -> None:
    table = open_table(csv_file(*LINES, encoding=encoding), Mapping())
    assert table.headers == ("رقم العميل", "الاسم")
    assert [(number, list(cells)) for number, cells in table.rows()] == [(2, ["1", "شركة النور"]), (4, ["3", "Acme"])]
    assert (table.opened.note is not None) == (encoding == "cp1256")


def test_another_encoding_has_to_be_said(csv_file) -> None:
    path = csv_file("name", "Käse für Müller", encoding="cp1252")
    with pytest.raises(ArgumentError, match=r"neither UTF-8 nor Arabic.*encoding="):
        open_table(path, Mapping())
    table = open_table(path, Mapping(encoding="cp1252"))
    assert [list(cells) for _, cells in table.rows()] == [["Käse für Müller"]]


@pytest.mark.parametrize("encoding", ["nonsense", "zlib"])
def test_an_unknown_encoding_is_refused(csv_file, encoding: str) -> None:
    with pytest.raises(ArgumentError, match=r"encoding: "):
        open_table(csv_file("name"), Mapping(encoding=encoding))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_separators_are_found(csv_file, delimiter: str) -> None:
    path = csv_file(delimiter.join(("a", "b", '"c, d; e"')), delimiter.join(("1", "2", "3")))
    assert open_table(path, Mapping()).headers == ("a", "b", "c, d; e")


def test_a_separator_that_the_file_names(csv_file) -> None:
    table = open_table(csv_file("sep=;", "a;b", "1;2"), Mapping())
    assert table.headers == ("a", "b")
    assert [number for number, _ in table.rows()] == [3]


def test_a_cell_with_a_line_break_is_one_row(csv_file) -> None:
    table = open_table(csv_file("a,b", '"1\n2",3', "4,5"), Mapping())
    assert [(number, cells[0]) for number, cells in table.rows()] == [(2, "1\n2"), (3, "4")]


def test_a_workbook(workbook) -> None:
    day = dt.date(2026, 1, 31)
    path = workbook(["Code", "Phone", "Since", "Price"], ["007", 966500199999, day, 0.1], [], [8, None, None, 2], below=2)
    table = open_table(path, Mapping())
    assert table.headers == ("Code", "Phone", "Since", "Price")
    assert [(number, list(cells)) for number, cells in table.rows()] == [
        (4, ["007", 966500199999.0, day, 0.1]),
        (6, [8.0, None, None, 2.0]),
    ]


def test_a_sheet_is_chosen_by_its_name(workbook) -> None:
    path = workbook(["a"], ["1"], Clients=[["b"], ["2"]])
    table = open_table(path, Mapping())
    assert table.headers == ("a",)
    assert "sheet=" in str(table.opened.note)
    assert open_table(path, Mapping(sheet="Clients")).headers == ("b",)
    with pytest.raises(ArgumentError, match=r"did you mean Clients"):
        open_table(path, Mapping(sheet="Client"))


def test_formulas_are_values_only(workbook) -> None:
    # openpyxl computes nothing, so the formula has no value.
    table = open_table(workbook(["a", "b"], ["x", "=1+1"]), Mapping())
    assert [list(cells) for _, cells in table.rows()] == [["x", None]]


def test_a_formula_that_failed_is_no_empty_cell(workbook) -> None:
    path = workbook(["a", "b"], ["x", "#N/A"], Other=[["a", "b"], ["#DIV/0!", "y"]])
    assert [list(cells) for _, cells in open_table(path, Mapping()).rows()] == [["x", "#ERROR!"]]
    assert [list(cells) for _, cells in open_table(path, Mapping(sheet="Other")).rows()] == [["#ERROR!", "y"]]


def test_days_from_1904(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append(["a"])
    book.save(tmp_path / "mac.xlsx")
    assert open_table(tmp_path / "mac.xlsx", Mapping()).opened.epoch_1904


def test_a_cell_far_away_is_refused_before_memory_is_taken(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "name"
    book.active["XFD1048576"] = "?"
    book.save(tmp_path / "wide.xlsx")
    with pytest.raises(ArgumentError, match=r"1,048,576 rows and 16,384 columns"):
        open_table(tmp_path / "wide.xlsx", Mapping())


@pytest.mark.parametrize("content", [b"PK\x03\x04 nothing", b"not a zip"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "table.xlsx").write_bytes(content)
    with pytest.raises(ArgumentError, match=r"no workbook"):
        open_table(tmp_path / "table.xlsx", Mapping())


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "table.xlsx", "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(ArgumentError, match=r"no workbook"):
        open_table(tmp_path / "table.xlsx", Mapping())


def test_limits(csv_file, monkeypatch: pytest.MonkeyPatch) -> None:
    path = csv_file("a,b,c", "1,2,3", "4,5,6")
    monkeypatch.setattr(sources, "MOST_ROWS", 1)
    with pytest.raises(ArgumentError, match=r"more than 1 rows"):
        list(open_table(path, Mapping()).rows())
    monkeypatch.setattr(sources, "MOST_COLUMNS", 2)
    with pytest.raises(ArgumentError, match=r"3 columns"):
        open_table(path, Mapping())
    monkeypatch.setattr(sources, "MOST_BYTES", 5)
    with pytest.raises(ArgumentError, match=r"larger than"):
        open_table(path, Mapping())


def test_a_file_that_cannot_be_read(tmp_path: Path, csv_file) -> None:
    with pytest.raises(ArgumentError, match=r"no such file|No such file"):
        open_table(tmp_path / "none.csv", Mapping())
    with pytest.raises(ArgumentError, match=r"empty"):
        open_table(csv_file("", " , "), Mapping())
    with pytest.raises(ArgumentError, match=r"delimiter"):
        open_table(csv_file("a"), Mapping(delimiter=";;"))
