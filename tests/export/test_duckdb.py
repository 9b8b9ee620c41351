from __future__ import annotations

import asyncio
import signal
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from daftra_async import models, structure
from daftra_async.errors import ArgumentError
from daftra_async.export import StoreError, export, read_sql, store_for
from tests.export.fakes import FakeClient
from tests.export.papers import into_a_database, same_plain


async def test_the_demo_account_is_the_same_again(tmp_path: Path, demo_client: Any, demo_plain: dict[str, list[Any]]) -> None:
    url = f"duckdb:///{tmp_path}/acme.duckdb"
    report = await export(demo_client, resources=into_a_database(demo_plain), to=url)
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


CHILD = """
import asyncio, os, signal, sys
from daftra_async.export import duckdb_loading, export
from tests.export.fakes import FakeClient
from tests.export.test_duckdb import ids_from

batches_of = duckdb_loading.batches_of

def killed(spool, job, relation):
    for batch in batches_of(spool, job, relation):
        yield batch
        if relation == "invoice_item":  # the invoices before are replaced, and some lines are there
            os.kill(os.getpid(), signal.SIGKILL)

duckdb_loading.batches_of = killed
asyncio.run(export({"a": FakeClient({"invoices": ids_from(2)})}, resources=["invoices"], to=sys.argv[1]))
"""


def ids_from(first: int) -> list[list[Any]]:
    return [[invoice(number, f"{number}.10", 2) for number in range(at, at + 3)] for at in range(first, first + 9, 3)]


async def test_a_run_that_is_killed_while_it_fills_the_tables_loses_and_doubles_nothing(tmp_path: Path) -> None:
    url, root = f"duckdb:///{tmp_path}/acme.duckdb", Path(__file__).parents[2]
    assert (await export({"a": FakeClient({"invoices": ids_from(1)})}, resources=["invoices"], to=url)).ok
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", CHILD, url, env={"PYTHONPATH": str(root)}, cwd=root)
    assert await child.wait() == -signal.SIGKILL
    assert [record.id async for record in read_sql(url, "invoices", account="a")] == [*range(1, 10)], "the run before"
    client: Any = FakeClient({"invoices": ids_from(2)})
    report = await export({"a": client}, resources=["invoices"], to=url)
    assert (report.ok, report.records, report.resources[0].resumed) == (True, 9, "part")
    with duckdb.connect(str(tmp_path / "acme.duckdb")) as database:
        found = database.execute("SELECT id, summary_total FROM invoices ORDER BY 1").fetchall()
        assert found == [(number, Decimal(f"{number}.1")) for number in range(2, 11)]
        assert database.execute("SELECT count(*) FROM invoices_invoice_item").fetchone() == (18,)
        assert database.execute("SELECT count(*) FROM duckdb_tables WHERE table_name LIKE '%daftra%'").fetchone() == (0,)


async def test_a_place_that_is_no_database_is_refused(tmp_path: Path) -> None:
    for url in ("duckdb:///", "duckdb:///:memory:", "duckdb://host/acme"):
        with pytest.raises(ArgumentError, match=r"duckdb:///acme\.duckdb"):
            store_for(url)
    (tmp_path / "other").write_text("no database")
    with pytest.raises(StoreError, match="other"):
        _ = [record async for record in read_sql(f"duckdb:///{tmp_path}/other", "clients")]
