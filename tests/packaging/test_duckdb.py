"""The extra `duckdb`: the Parquet files of an export are tables to it, with exact money and dates."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import duckdb

from daftra_async import ClientInput, DaftraClient, InvoiceInput, InvoiceItemInput
from daftra_async.export import export
from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2026, 2, 28)
PRICES = {"A-1": ["0.10", "0.20"], "A-2": ["1234567.8901"], "A-3": ["7", "0.01", "0.001"]}


async def test_queries_over_an_export(tmp_path: Path) -> None:
    async with Sandbox("empty") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
        client = await daftra.clients.create(ClientInput(business_name="شركة النور", email="nour@example.com"))
        for number, prices in PRICES.items():
            items = [InvoiceItemInput(item="x", unit_price=Decimal(price), quantity=1) for price in prices]
            await daftra.invoices.create(InvoiceInput(client_id=int(client.id), date=DAY, po_number=number, invoice_item=items))
        report = await export(daftra, resources=["clients", "invoices"], to=tmp_path, format="parquet")
        records = await daftra.invoices.list(recursive=1).collect()
    assert report.failed == ()
    with duckdb.connect() as database:
        views(database, tmp_path)
        assert database.execute("SELECT business_name FROM clients").fetchall() == [("شركة النور",)]
        total, first = database.execute("SELECT sum(summary_total), min(date) FROM invoices").fetchone() or ()
        # Lines are in a file of their own, tied to their record by `_parent`.
        lines = database.execute(
            "SELECT i.po_number, sum(l.unit_price), count(*) FROM invoices i "
            'JOIN "invoices.invoice_item" l ON l._parent = i._id GROUP BY i.po_number'
        ).fetchall()
    assert isinstance(total, Decimal)
    assert total == sum(record.summary_total or 0 for record in records) != 0
    assert first == DAY
    assert {number: (total, count) for number, total, count in lines} == {
        number: (sum(map(Decimal, prices)), len(prices)) for number, prices in PRICES.items()
    }


def views(database: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Make a view of each file; names of files cannot be parameters of a view."""
    for file in folder.glob("*.parquet"):
        quoted = str(file).replace("'", "''")
        database.execute(f"CREATE VIEW \"{file.stem}\" AS SELECT * FROM '{quoted}'")
