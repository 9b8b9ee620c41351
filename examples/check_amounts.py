"""Whether the documents of an account add up, and what its clients still owe, by currency.

    python examples/check_amounts.py --sandbox
    DAFTRA_ACCOUNT=acme DAFTRA_API_KEY=... python examples/check_amounts.py --from 2026-01-01

Reads only. Ends with 1 when an amount differs from what its lines and payments come to. If all that is found is explained by
another rule (`would agree with Rules(...)`), the account follows that rule: pass it to `verify` and `preview`.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import sys
from typing import TYPE_CHECKING

from account import open_account

from daftra_async.money import Totals, verify

if TYPE_CHECKING:
    from daftra_async import DaftraClient


async def check(daftra: DaftraClient, since: dt.date | None = None) -> tuple[int, int, Totals]:
    """Print each invoice that does not add up; return how many these are, of how many, and what is owed."""
    taxes = await daftra.taxes.list().collect()
    trouble, seen, sums = 0, 0, Totals()
    # Lists leave out the lines, except this one when asked for them.
    async for invoice in daftra.invoices.list(date_from=since, recursive=1, limit=1000):
        seen += 1
        if report := verify(invoice, taxes=taxes):
            print(report)
            trouble += 1
        if not invoice.draft:
            sums.add(invoice)
    return trouble, seen, sums


async def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sandbox", action="store_true", help="look at a local account, not at yours")
    parser.add_argument("--from", dest="since", type=dt.date.fromisoformat, help="only invoices from this day, 2026-01-31")
    given = parser.parse_args()
    async with open_account(sandbox=given.sandbox) as daftra:
        trouble, seen, sums = await check(daftra, given.since)
    print(sums)
    print(f"{trouble} of {seen} invoices do not add up")
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
