"""All figures of a report, worked out once from what a source holds."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal

import attrs

from daftra_async.report.cash import Cash, cash_of
from daftra_async.report.invoices import Invoice, invoices_of, lines_of
from daftra_async.report.quality import Quality, quality_of
from daftra_async.report.receivables import Receivables, receivables_of
from daftra_async.report.rows import Misfits
from daftra_async.report.sales import Sales, sales_of
from daftra_async.report.sources.held import INVOICES

if TYPE_CHECKING:
    from daftra_async.report.sources.held import Held


@attrs.frozen(kw_only=True)
class Figures:
    """The figures of an account on a day."""

    account: str
    """Host of the account."""
    today: dt.date
    """The day that ages are counted to."""
    source: Literal["account", "export"]
    read_at: dt.datetime | None
    """When the records were fetched, UTC; None where an export does not say."""
    receivables: Receivables
    sales: Sales
    cash: Cash
    quality: Quality
    invoices: tuple[Invoice, ...] = attrs.field(repr=False)
    """All invoices that were looked at."""

    @property
    def currencies(self) -> tuple[str, ...]:
        """Codes of all currencies, that of the most invoices first."""
        counts: dict[str, int] = {}
        for invoice in self.invoices:
            counts[invoice.currency] = counts.get(invoice.currency, 0) + 1
        for receipt in self.cash.treasuries:
            counts.setdefault(receipt.currency, 0)
        return tuple(sorted(counts, key=lambda code: (-counts[code], code)))

    def to_dict(self) -> dict[str, Any]:
        """Return them as JSON-ready data; amounts are text."""
        return {
            "account": self.account,
            "today": self.today.isoformat(),
            "source": self.source,
            "read_at": None if self.read_at is None else self.read_at.isoformat(timespec="seconds"),
            "receivables": self.receivables.to_dict(),
            "overdue": [each.to_dict() for each in self.receivables.overdue],
            "sales": self.sales.to_dict(),
            "cash": self.cash.to_dict(),
            "quality": self.quality.to_dict(),
        }


def figures_of(held: Held, today: dt.date) -> Figures:
    """Work out the figures.

    Args:
        held: What a source holds.
        today: The day that ages are counted to.
    """
    misfits = Misfits()
    invoices = invoices_of(held.tables[INVOICES], misfits)
    receivables = receivables_of(invoices, today)
    sales = sales_of(invoices, lines_of(held.tables[INVOICES], misfits))
    cash = cash_of(held, today, misfits)
    return Figures(
        account=held.account,
        today=today,
        source=held.kind,
        read_at=held.read_at,
        receivables=receivables,
        sales=sales,
        cash=cash,
        quality=quality_of(held, misfits),
        invoices=tuple(invoices),
    )
