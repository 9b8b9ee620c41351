"""A folder of Parquet files, to which rows are only added, and the views of the page about it."""

from __future__ import annotations

import re
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from daftra_async.integrations.dlt import source
from tests.integrations.dlt.conftest import Warehouse
from tests.integrations.dlt.test_load import invoice

if TYPE_CHECKING:
    from daftra_async.export import AccountSpec
    from tests.export.server import Lists

PAGE = Path(__file__).parents[3] / "docs" / "howto" / "dlt.md"


async def test_the_views_show_the_newest_rows(lists: Lists, spec: AccountSpec, tmp_path: Path) -> None:
    lake = Warehouse("filesystem", tmp_path, f"erp_{uuid.uuid4().hex[:8]}")
    invoices = lists.rows["invoices"] = [invoice(number, 2) for number in range(1, 4)]
    made = {"resources": ["invoices"], "append": True}
    await lake.run(source(spec, **made), loader_file_format="parquet")
    changed = "2026-02-01 00:00:00"
    invoices[0], invoices[1] = invoice(1, 0, modified=changed), invoice(2, 1, modified=changed)
    await lake.run(source(spec, **made), loader_file_format="parquet")

    (views,) = re.findall(r"```sql\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    with duckdb.connect() as database:
        database.execute(views.replace("/data/lake/erp", f"{lake.place}/{lake.dataset}"))
        rows = database.execute("SELECT id, invoice_item FROM invoices ORDER BY id").fetchall()
        assert rows == [(1, 0), (2, 1), (3, 2)]
        lines = database.execute("SELECT _parent, count(*) FROM invoice_items GROUP BY 1 ORDER BY 1").fetchall()
        assert lines == [("2", 1), ("3", 2)]
