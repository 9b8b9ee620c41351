"""Exact amounts: prices with and without tax, documents checked against their own lines.

    from daftra_async.money import gross, net, verify

    net("100.00", 15)  # Decimal("86.9565")
    gross("86.9565", 15)  # Decimal("100.00")

    report = verify(await daftra.invoices.get(2415), taxes=await daftra.taxes.list().collect())
    if report:  # something differs
        print(report)

Every result is a `Decimal`, and floats are refused.
"""

from __future__ import annotations

from daftra_async.money.currencies import currency_decimals
from daftra_async.money.prices import gross, net
from daftra_async.money.report import Difference, Report, Unchecked
from daftra_async.money.rules import Rules
from daftra_async.money.verification import verify

__all__ = [
    "Difference",
    "Report",
    "Rules",
    "Unchecked",
    "currency_decimals",
    "gross",
    "net",
    "verify",
]
