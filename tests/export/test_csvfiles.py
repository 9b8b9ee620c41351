from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daftra_async import models, structure
from daftra_async.errors import ArgumentError
from daftra_async.export import csvfiles, export
from daftra_async.export.csv_writer import convert
from daftra_async.export.csvfiles import packed
from daftra_async.export.reading import read
from daftra_async.export.tabular.files import unpacked
from daftra_async.wire.columns.layout import table_of
from tests.export.fakes import FakeClient
from tests.export.papers import job_of, paper_job, papers, plain, same_plain, spool
from tests.export.tables import HARD, PAYLOADS
from tests.wire.sample import Paper

if TYPE_CHECKING:
    from pathlib import Path


def reload(folder: Path, *, safe: bool = False) -> list[Any]:
    table = table_of(Paper)
    return [structure(Paper, row) for row in unpacked(table, packed(folder / "papers.csv", table, safe=safe))]


async def test_the_demo_account_is_the_same_again(tmp_path: Path, demo_client: Any, demo_plain: dict[str, list[Any]]) -> None:
    report = await export(demo_client, resources=[*demo_plain], to=tmp_path, format="csv")
    assert report.ok, report
    for written in report.resources:
        records = list(read(tmp_path / (written.file or "")))
        assert len(records) == written.records
        assert same_plain(records, demo_plain[written.resource]), written.resource


def test_what_is_hard_is_the_same_again_and_in_order(tmp_path: Path) -> None:
    records = papers(HARD)
    written = convert(spool(tmp_path, records), paper_job(), tmp_path)
    assert (written.name, written.records) == ("papers.csv", len(HARD))
    assert written.bytes == sum(path.stat().st_size for path in tmp_path.glob("*.csv"))
    assert [plain(record) for record in reload(tmp_path)] == [plain(record) for record in records]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(st.lists(PAYLOADS, max_size=4))
def test_arbitrary_records_are_the_same_again(tmp_path: Path, payloads: list[Any]) -> None:
    records = papers(payloads)
    convert(spool(tmp_path, records), paper_job(), tmp_path)
    assert [plain(record) for record in reload(tmp_path)] == [plain(record) for record in records]


def test_other_readers_see_the_same_fields(tmp_path: Path) -> None:
    convert(spool(tmp_path, papers(HARD)), paper_job(account="acme"), tmp_path)
    with (tmp_path / "papers.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, strict=True))
    assert [row["no"] for row in found[:4]] == ["", "=SUM(A1)", ' "quoted", \r\n line\r', "فاتورة ضريبية"]
    assert found[0]["_account"] == "acme"
    assert [row["total"] for row in found[:2]] == ["0.1", "0"]
    assert found[1]["line"] == "2"
    assert json.loads(found[6]["_extra"])["draft"] == "maybe"
    with (tmp_path / "papers.line.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, strict=True))
    assert [(line["_parent"], line["_position"], line["id"], line["quantity"]) for line in lines[:2]] == [
        ("2", "0", "5", "1.5"),
        ("2", "1", "", ""),
    ]


def test_null_and_empty_text_are_told_apart(tmp_path: Path) -> None:
    convert(spool(tmp_path, papers([{"id": 1, "no": ""}, {"id": 2, "no": None}])), paper_job(), tmp_path)
    first, second = (tmp_path / "papers.csv").read_bytes().split(b"\r\n")[1:3]
    assert first.startswith(b'"",1,1,,"",,')
    assert second.startswith(b'"",2,2,,,,')
    assert [record.no for record in reload(tmp_path)] == ["", None]


def test_a_failed_conversion_leaves_the_old_files(tmp_path: Path) -> None:
    convert(spool(tmp_path, papers(HARD[:2])), paper_job(), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.csv")}
    broken = spool(tmp_path, papers(HARD))
    broken.write_bytes(broken.read_bytes()[:500])
    with pytest.raises(ValueError):
        convert(broken, paper_job(), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.csv")} == before
    assert not list(tmp_path.glob(".*"))


def test_lines_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    records = papers([{"id": n, "Line": [{"id": n}]} for n in range(3)])
    convert(spool(tmp_path, records), paper_job(), tmp_path)
    path = tmp_path / "papers.line.csv"
    header, *lines = path.read_text().splitlines(keepends=True)
    for wrong in ([*lines[::-1]], lines[:2], [*lines, lines[-1]]):
        path.write_text("".join([header, *wrong]), newline="")
        with pytest.raises(ArgumentError, match="lines line of record"):
            reload(tmp_path)


@pytest.mark.parametrize(
    "text", ["a,b\r\n1,2\r\n", '_account,_id\r\n"x\r\n', '_account,_id\r\n"x"y,1\r\n', "_account\r\n1,2\r\n", ""]
)
def test_other_files_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "brands.csv").write_text(text, newline="")
    with pytest.raises(ArgumentError):
        list(read(tmp_path / "brands.csv"))


def test_a_file_says_what_it_holds_or_is_told(tmp_path: Path) -> None:
    name = "workflow_records:workflow_id=36"
    job = job_of(name)
    assert job.model
    convert(spool(tmp_path, [structure(job.model, {"id": 5})], job.model), job, tmp_path)
    path = tmp_path / "workflow_records.workflow_id=36.csv"
    assert [record.id for record in read(path)] == [5]
    path.rename(tmp_path / "other.csv")
    with pytest.raises(ArgumentError, match="the resource cannot be told from"):
        read(tmp_path / "other.csv")
    with pytest.raises(ArgumentError, match=r"suffix \.jsonl"):
        read(tmp_path / "other.xlsx")
    for relation in tmp_path.glob("workflow_records.*.*.csv"):
        relation.rename(tmp_path / relation.name.replace("workflow_records.workflow_id=36", "other"))
    assert [type(record) for record in read(tmp_path / "other.csv", resource=name)] == [job.model]


FORMULAS = ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx", "'=quoted", "''@twice", "\uff1d1"]
PLAIN = ["-5", "+966500000000", "-1.50", "'quoted", "a=b", "", " =x", "1-2", "فاتورة"]


def test_formulas_are_defused_and_read_back(tmp_path: Path) -> None:
    records = papers([{"id": n, "no": text, "total": "-5.50"} for n, text in enumerate([*FORMULAS, *PLAIN])])
    convert(spool(tmp_path, records), paper_job(), tmp_path, safe=True)
    with (tmp_path / "papers.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert [line["no"] for line in found] == [*(f"'{text}" for text in FORMULAS), *PLAIN]
    assert {line["total"] for line in found} == {"-5.5"}
    again = reload(tmp_path, safe=True)
    assert [record.no for record in again] == [*FORMULAS, *PLAIN]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(st.lists(PAYLOADS, max_size=4))
def test_what_is_safe_is_the_same_again(tmp_path: Path, payloads: list[Any]) -> None:
    records = papers(payloads)
    convert(spool(tmp_path, records), paper_job(), tmp_path, safe=True, bom=True)
    again = reload(tmp_path, safe=True)
    assert [plain(record) for record in again] == [plain(record) for record in records]


async def test_safe_files_with_a_byte_order_mark(tmp_path: Path) -> None:
    client = FakeClient({"brands": [[structure(models.Brand, {"id": 1, "name": "=1+1"})]]})
    options: dict[str, Any] = {"resources": ["brands"], "to": tmp_path}
    await export(client, **options, format="csv", csv_safe=True, csv_bom=True)  # a client of the tests
    content = (tmp_path / "brands.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf_account,")
    assert b"'=1+1" in content
    assert [brand.name for brand in read(tmp_path / "brands.csv", csv_safe=True)] == ["=1+1"]
    for option in ("csv_safe", "csv_bom"):
        with pytest.raises(ArgumentError, match=f"{option}: .*csv"):
            await export(client, **options, **{option: True})  # as above
    with pytest.raises(ArgumentError, match="csv_safe"):
        read(tmp_path / "brands.jsonl", csv_safe=True)


def test_each_line_of_a_long_note_is_looked_at_once(tmp_path: Path) -> None:
    looked: list[int] = []

    class Line(str):
        __slots__ = ("number",)

        def count(self, *arguments: Any) -> int:
            looked.append(len(looked))
            return super().count(*arguments)

    lines = [Line('1,"note\n'), *(Line('a ""line""\n') for _ in range(500)), Line('end"\n'), Line("2,\n")]
    records = list(csvfiles._records(tmp_path, iter(lines)))
    assert [record[0] for record in records] == ["1", "2"]
    assert (records[0][1] or "").count('a "line"\n') == 500
    assert len(looked) == len(lines)
