"""What a notebook shows of records: what the repr shows, as a table."""

from __future__ import annotations

from typing import Any

from daftra_async import structure
from daftra_async.models import Invoice
from daftra_async.redaction.shown import MASK
from daftra_async.wire.notebook import records_html
from daftra_async.writes.bulk.outcome import BulkEntry
from daftra_async.writes.bulk.reads import Fetched
from daftra_async.writes.bulk.result import BulkResult

SENT: dict[str, Any] = {
    "id": 7,
    "no": "<script>alert(1)</script>",
    "client_email": "owner@example.com",
    "client_business_name": "Secret Trading",
    "summary_total": "1234.50",
    "payment_status": 2,
    "date": "2026-01-31",
    "notes": None,
    "new_key": "k3y",
    "InvoiceItem": [{"item": "<b>Service</b>", "unit_price": "10"}],
}


def invoice(**changes: Any) -> Invoice:
    return structure(Invoice, SENT | changes)


def test_a_record_is_a_table_of_its_fields() -> None:
    html = invoice()._repr_html_()
    assert "<td style='text-align:right'>1,234.50</td>" in html
    assert "<td dir='auto' style='text-align:start'>2026-01-31</td>" in html
    assert ">paid</td>" in html
    assert "notes" not in html
    assert html.index("<th style='text-align:left'>id</th>") < html.index("<th style='text-align:left'>no</th>")


def test_nothing_is_shown_that_the_repr_hides() -> None:
    for html in (invoice()._repr_html_(), records_html([invoice(), invoice(id=8)], "two") or ""):
        assert "owner@example.com" not in html
        assert "Secret Trading" not in html
        assert "k3y" not in html
        assert "<script>" not in html
        assert "<b>" not in html
        assert f"<td>{MASK}</td>" in html


def test_many_records_are_rows_of_a_few_fields() -> None:
    html = records_html([invoice(id=number) for number in range(1, 151)], "page 1 <of> 2") or ""
    assert html.count("<tr>") == 1 + 100
    assert html.count("<th>") <= 12
    assert "<caption>page 1 &lt;of&gt; 2; the first 100 are shown</caption>" in html


def test_a_field_that_one_record_lacks_is_an_empty_cell() -> None:
    html = records_html([invoice(), structure(Invoice, {"id": 8})], "two") or ""
    assert "<td></td>" in html


def test_results_of_many_reads() -> None:
    found = Fetched([invoice()])
    found.errors = {9: ValueError("no")}
    assert "<caption>1 record, 1 failed</caption>" in (found._repr_html_() or "")
    assert Fetched([{"id": 1}])._repr_html_() is None


def test_results_of_bulk_writes_show_what_did_not_succeed() -> None:
    done: BulkEntry[Any] = BulkEntry(index=0, bucket="successful", id=7, result=invoice())
    lost: BulkEntry[Any] = BulkEntry(index=1, bucket="failed", input=invoice(), error=ValueError("k3y"), reference="<r>")
    html = BulkResult([done, lost])._repr_html_()
    assert "<caption>2 records: 1 successful, 1 failed</caption>" in html
    assert ">1</td>" in html
    assert ">&lt;r&gt;</td>" in html
    assert ">ValueError</td>" in html
    assert not any(hidden in html for hidden in ("k3y", "Secret Trading", ">7</td>"))
    assert ">7</td>" in BulkResult([done])._repr_html_()
    assert "<caption>0 records: none</caption>" in BulkResult([])._repr_html_()


def test_results_of_many_rows_are_cut() -> None:
    html = BulkResult([BulkEntry[Any](index=index) for index in range(150)])._repr_html_()
    assert "150 records: 150 skipped; the first 100 are shown" in html
    assert html.count("<tr>") == 101
