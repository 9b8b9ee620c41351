"""Exact amounts: prices with and without tax, documents checked, previewed and summed up.

    from daftra_async.money import gross, net, preview, totals, verify

    net("100.00", 15)  # Decimal("86.9565")
    gross("86.9565", 15)  # Decimal("100.00")

    report = verify(await daftra.invoices.get(2415), taxes=taxes)
    if report:  # something differs
        print(report)

    preview(InvoiceInput(...), taxes=taxes).total
    totals(invoices)["SAR"].unpaid

Every amount is a `Decimal`, and floats are refused.
"""

from __future__ import annotations

from daftra_async.money.by_currency import Amounts, Totals, totals
from daftra_async.money.currencies import currency_decimals
from daftra_async.money.preview_result import Doubt, Preview, PreviewLine
from daftra_async.money.previewing import preview
from daftra_async.money.prices import gross, net
from daftra_async.money.report import Difference, Report, Unchecked
from daftra_async.money.rules import Rules
from daftra_async.money.verification import verify

__all__ = [
    "Amounts",
    "Difference",
    "Doubt",
    "Preview",
    "PreviewLine",
    "Report",
    "Rules",
    "Totals",
    "Unchecked",
    "currency_decimals",
    "gross",
    "net",
    "preview",
    "totals",
    "verify",
]
