from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from daftra_async import models, structure
from daftra_async.errors import ArgumentError
from daftra_async.export import StoreError, export, read_sql, store_for
from tests.export.fakes import FakeClient
from tests.export.papers import same_plain

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_demo_account_is_the_same_again(tmp_path: Path, demo_client: Any, demo_plain: dict[str, list[Any]]) -> None:
    url = f"duckdb:///{tmp_path}/acme.duckdb"
    report = await export(demo_client, resources=[*demo_plain], to=url)
    assert report.ok, report
    for written in report.resources:
        records = [record async for record in read_sql(url, written.resource)]
        assert len(records) == written.records
        assert same_plain(records, demo_plain[written.resource]), written.resource


def invoice(number: int, total: str, lines: int) -> Any:
    data = {
        "id": number,
        "summary_total": total,
        "modified": "2026-04-01 00:00:00",
        "InvoiceItem": [{"id": n} for n in range(lines)],
    }
    return structure(models.Invoice, data)


async def test_changes_replace_records_and_their_lines(tmp_path: Path) -> None:
    url = f"duckdb:///{tmp_path}/acme.duckdb"
    client: Any = FakeClient({"invoices": [[invoice(1, "0.10", 3), invoice(2, "5", 1)]]})
    assert (await export({"a": client, "b": client}, resources=["invoices"], to=url)).ok
    client.lists["invoices"] = [[invoice(1, "0.20", 1)]]
    report = await export({"a": client}, resources=["invoices"], to=url, since="last")
    assert [each.held for each in report.resources] == [2], report
    with duckdb.connect(str(tmp_path / "acme.duckdb")) as database:
        query = "SELECT _account, sum(summary_total) FROM invoices GROUP BY 1 ORDER BY 1"
        assert database.execute(query).fetchall() == [("a", Decimal("5.2")), ("b", Decimal("5.1"))]
        query = "SELECT _account, count(*) FROM invoices_invoice_item GROUP BY 1 ORDER BY 1"
        assert database.execute(query).fetchall() == [("a", 2), ("b", 4)]
        database.execute("DROP TABLE invoices")
    again = await export({"a": client}, resources=["invoices"], to=url, since="last")
    assert again.resources[0].incremental == "full: nothing is known of an earlier run"


async def test_a_place_that_is_no_database_is_refused(tmp_path: Path) -> None:
    for url in ("duckdb:///", "duckdb:///:memory:", "duckdb://host/acme"):
        with pytest.raises(ArgumentError, match=r"duckdb:///acme\.duckdb"):
            store_for(url)
    (tmp_path / "other").write_text("no database")
    with pytest.raises(StoreError, match="other"):
        _ = [record async for record in read_sql(f"duckdb:///{tmp_path}/other", "clients")]
