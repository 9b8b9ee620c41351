from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daftra_async import __version__, structure
from daftra_async.errors import ArgumentError
from daftra_async.export import export, parquet
from daftra_async.export.parquet import convert, packed
from daftra_async.export.reading import read
from daftra_async.export.tabular.files import unpacked
from daftra_async.wire.columns.layout import table_of
from tests.export.papers import paper_job, papers, plain, same_plain, spool
from tests.export.tables import HARD, PAYLOADS
from tests.wire.sample import Paper

if TYPE_CHECKING:
    from pathlib import Path


def reload(folder: Path) -> list[Any]:
    return [structure(Paper, row) for row in unpacked(table_of(Paper), packed(folder / "papers.parquet", table_of(Paper)))]


async def test_the_demo_account_is_the_same_again(tmp_path: Path, demo_client: Any, demo_plain: dict[str, list[Any]]) -> None:
    report = await export(demo_client, resources=[*demo_plain], to=tmp_path, format="parquet")
    assert report.ok, report
    for written in report.resources:
        records = list(read(tmp_path / (written.file or "")))
        assert len(records) == written.records
        assert same_plain(records, demo_plain[written.resource]), written.resource


def test_what_is_hard_is_the_same_again_and_in_order(tmp_path: Path) -> None:
    records = papers(HARD)
    written = convert(spool(tmp_path, records), paper_job(), tmp_path)
    assert (written.name, written.records) == ("papers.parquet", len(HARD))
    assert [plain(record) for record in reload(tmp_path)] == [plain(record) for record in records]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(st.lists(PAYLOADS, max_size=4))
def test_arbitrary_records_are_the_same_again(tmp_path: Path, payloads: list[Any]) -> None:
    records = papers(payloads)
    convert(spool(tmp_path, records), paper_job(), tmp_path)
    assert [plain(record) for record in reload(tmp_path)] == [plain(record) for record in records]


def test_types_values_and_what_the_file_says_of_itself(tmp_path: Path) -> None:
    payload = {
        "id": 1,
        "total": "10.50",
        "draft": "1",
        "day": "2026-01-31",
        "created": "2026-01-31 08:00:00",
        "Line": [{"id": 2}],
    }
    convert(spool(tmp_path, papers([payload])), paper_job(account="acme"), tmp_path)
    found = pq.read_table(tmp_path / "papers.parquet")
    types = {field.name: field.type for field in found.schema}
    assert types["id"] == types["status"] == types["line"] == pa.int64()
    assert types["total"] == pa.decimal128(38, 10)
    assert (types["draft"], types["day"], types["created"]) == (pa.bool_(), pa.date32(), pa.timestamp("us"))
    assert types["no"] == types["_extra"] == types["anything"] == pa.string()
    row = {name: value for name, value in found.to_pylist()[0].items() if value is not None}
    assert row == {
        "_account": "acme",
        "_id": "1",
        "id": 1,
        "total": Decimal("10.50"),
        "draft": True,
        "day": dt.date(2026, 1, 31),
        "created": dt.datetime(2026, 1, 31, 8),
        "line": 1,
    }
    about = {key.decode(): value.decode() for key, value in (found.schema.metadata or {}).items()}
    assert about == {
        "daftra.operation": "papers.list",
        "daftra.resource": "papers",
        "daftra.account": "acme",
        "daftra.model": "Paper",
        "daftra.version": __version__,
    }
    assert pq.read_table(tmp_path / "papers.line.parquet").to_pylist()[0]["_parent"] == "1"


def test_rows_are_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_ROWS", 10)
    records = papers([{"id": n, "Line": [{"id": n}, {"id": -n}]} for n in range(25)])
    convert(spool(tmp_path, records), paper_job(), tmp_path)
    assert pq.ParquetFile(tmp_path / "papers.parquet").num_row_groups == 3
    assert pq.ParquetFile(tmp_path / "papers.line.parquet").num_row_groups == 5
    assert reload(tmp_path) == records


def test_an_empty_list_has_its_columns(tmp_path: Path) -> None:
    convert(spool(tmp_path, []), paper_job(), tmp_path)
    assert pq.read_table(tmp_path / "papers.parquet").num_rows == 0
    assert reload(tmp_path) == []


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "brands.parquet").write_bytes(b"no parquet")
    with pytest.raises(ArgumentError, match="is not a Parquet file"):
        list(read(tmp_path / "brands.parquet"))
    pq.write_table(pa.table({"a": [1]}), tmp_path / "brands.parquet")
    with pytest.raises(ArgumentError, match="no column _account"):
        list(read(tmp_path / "brands.parquet"))
