"""The papers of those who have not paid: the PDF of each overdue invoice, and three requests that no method was made for.

python examples/papers.py papers --sandbox
"""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from account import open_account

if TYPE_CHECKING:
    from daftra_async import DaftraClient


async def fetch(daftra: DaftraClient, folder: Path, most: int) -> int:
    """Save the PDFs of invoices that were due a month ago; return how many."""
    saved = 0
    async for row in daftra.invoices.open(older_than=30).limit(most):
        invoice = await daftra.invoices.get(row.id)  # rows of a list need not carry the link
        if invoice.invoice_pdf_url:
            (folder / f"{invoice.id}.pdf").write_bytes(await daftra.pdf(invoice.invoice_pdf_url))
            saved += 1
    return saved


async def undocumented(daftra: DaftraClient) -> None:
    """Lists, nested queries and files on paths that the package does not describe."""
    rates = await daftra.paginate("/api2/taxes.json", key="Tax").collect()
    print("taxes:", ", ".join(f"{rate['name']} {rate['value']} %" for rate in rates))
    conditions = {"filter": {"id": {"gte": 2, "in": [1, 2, 3]}}}
    found = await daftra.request("GET", "/v2/api/entity/brand/list/1", query=conditions)
    print("brands:", ", ".join(brand["name"] for brand in found["data"]))
    answer = await daftra.request("GET", "/api2/site_info", raw=True)
    print("the account itself:", answer.status, answer.content_type, len(answer.body), "bytes")


async def main() -> None:
    parser = argparse.ArgumentParser(description="Save the PDFs of overdue invoices.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=5, help="invoices at most")
    parser.add_argument("--sandbox", action="store_true", help="use a local account, not the one in the environment")
    given = parser.parse_args()
    given.folder.mkdir(exist_ok=True)
    async with open_account(sandbox=given.sandbox) as daftra:
        print(await fetch(daftra, given.folder, given.most), "invoices saved")
        await undocumented(daftra)


if __name__ == "__main__":
    asyncio.run(main())
