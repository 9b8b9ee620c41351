"""Three dashboards of a company from an export: who owes what since when, what was sold, and where the money came in.

    daftra export invoices invoice_payments client_payments products treasuries --to data --format parquet
    python examples/dashboards.py data

Amounts are exact decimals, and those of two currencies are never added up. With `--sandbox` a local account is exported into the
folder first.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
from pathlib import Path

import duckdb
from account import open_account

from daftra_async.export import export

RESOURCES = ["invoices", "invoice_payments", "client_payments", "products", "treasuries"]

RECEIVABLES = """
WITH open AS (
    SELECT *, $today - (coalesce(issue_date, date) + coalesce(due_after, 0)::INT) AS late FROM invoices
    WHERE payment_status IN (0, 1)  -- unpaid, partly paid
)
SELECT client_id, any_value(client_business_name) AS client, currency_code AS currency,
    coalesce(sum(summary_unpaid) FILTER (late <= 0), 0) AS not_due,
    coalesce(sum(summary_unpaid) FILTER (late BETWEEN 1 AND 30), 0) AS to_30_days,
    coalesce(sum(summary_unpaid) FILTER (late BETWEEN 31 AND 60), 0) AS to_60_days,
    coalesce(sum(summary_unpaid) FILTER (late BETWEEN 61 AND 90), 0) AS to_90_days,
    coalesce(sum(summary_unpaid) FILTER (late > 90), 0) AS older,
    sum(summary_unpaid) AS total
FROM open GROUP BY client_id, currency ORDER BY currency, total DESC
"""

SALES = """
SELECT date_trunc('month', i.date)::DATE AS month, l.product_id, coalesce(p.name, l.item) AS product,
    i.currency_code AS currency, sum(l.quantity) AS quantity, sum(l.subtotal) AS net
FROM "invoices.invoice_item" l
JOIN invoices i ON l._parent = i._id
LEFT JOIN products p ON p.id = l.product_id
WHERE NOT i.draft
GROUP BY ALL ORDER BY month, currency, net DESC
"""

CASH = """
WITH received AS (
    SELECT treasury_id, currency_code, amount FROM invoice_payments WHERE status = 1  -- completed
    UNION ALL
    SELECT treasury_id, currency_code, amount FROM client_payments WHERE status = 1
)
SELECT treasury_id, t.name AS treasury, r.currency_code AS currency, count(*) AS payments, sum(r.amount) AS amount
FROM received r LEFT JOIN treasuries t ON t.id = r.treasury_id
GROUP BY ALL ORDER BY treasury_id, currency
"""


def opened(folder: Path) -> duckdb.DuckDBPyConnection:
    """Make every file of an export a table of that name."""
    database = duckdb.connect()
    for file in folder.glob("*.parquet"):
        database.read_parquet(str(file)).create_view(file.stem)
    return database


async def main() -> None:
    parser = argparse.ArgumentParser(description="Show three dashboards of an export.")
    parser.add_argument("folder", type=Path, help="where the Parquet files are")
    parser.add_argument("--sandbox", action="store_true", help="export a local account into the folder first")
    given = parser.parse_args()
    if given.sandbox:
        async with open_account(sandbox=True) as daftra:
            await export(daftra, resources=RESOURCES, to=given.folder, format="parquet")
    with opened(given.folder) as database:
        database.sql(RECEIVABLES, params={"today": dt.date.today()}).show(max_rows=20)  # noqa: DTZ011  # due dates have no zone
        database.sql(SALES).show(max_rows=20)
        database.sql(CASH).show(max_rows=20)


if __name__ == "__main__":
    asyncio.run(main())
