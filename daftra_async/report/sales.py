"""What was sold, by month, product and currency: the lines of invoices that are not drafts, before taxes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async.report.sums import ZERO, plain, plus, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.report.invoices import Invoice, Line


@attrs.frozen(kw_only=True)
class Sale:
    """What was sold of a product in a month, in one currency."""

    month: dt.date | None
    """Its first day; None for invoices without a date that can be read."""
    product_id: int | None
    """None for lines without a product, which are told apart by their names."""
    product: str
    """What the latest line calls it."""
    currency: str
    amount: Decimal
    """Subtotals of the lines: after the discount of the line, before taxes and before a discount of the whole invoice."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data; the amount is text."""
        month = None if self.month is None else f"{self.month:%Y-%m}"
        return {**attrs.asdict(self), "month": month, "amount": plain(self.amount)}


@attrs.frozen(kw_only=True)
class Sales:
    """What was sold."""

    products: tuple[Sale, ...]
    """By currency and month, then the largest first."""
    missing: int
    """Lines without an amount that can be read: the sums are too low by them."""

    def of_month(self, currency: str, month: dt.date) -> Decimal:
        """Return what was sold in a month, given by its first day."""
        return total(sale.amount for sale in self.products if (sale.currency, sale.month) == (currency, month))

    def by_product(self, currency: str, months: Sequence[dt.date]) -> list[tuple[str, dict[dt.date, Decimal]]]:
        """Return what was sold of each product in these months, the best sold first: its name, and amounts by month."""
        found: dict[int | str, tuple[str, dict[dt.date, Decimal]]] = {}
        for sale in self.products:
            if sale.currency == currency and sale.month is not None and sale.month in months:
                amounts = found.setdefault(sale.product_id or sale.product, (sale.product, {}))[1]
                amounts[sale.month] = plus(amounts.get(sale.month, ZERO), sale.amount)
        return sorted(found.values(), key=lambda each: (-total(each[1].values()), each[0]))

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data."""
        return {"products": [each.to_dict() for each in self.products], "without_amount": self.missing}


def months_until(today: dt.date, count: int = 12) -> tuple[dt.date, ...]:
    """Return the first days of the last months, that of today included, the earliest first."""
    numbers = range(today.year * 12 + today.month - count, today.year * 12 + today.month)
    return tuple(dt.date(number // 12, number % 12 + 1, 1) for number in numbers if number >= 12)


def sales_of(invoices: Iterable[Invoice], lines: Iterable[Line]) -> Sales:
    """Return what invoices have sold.

    Args:
        invoices: All invoices, drafts too.
        lines: Their lines.
    """
    sold = {invoice.key: invoice for invoice in invoices if not invoice.is_draft}
    sums: dict[tuple[str, dt.date | None, int | str], Decimal] = defaultdict(Decimal)
    latest: dict[int | str, tuple[dt.date, str]] = {}
    missing = 0
    for line in lines:
        invoice = sold.get(line.parent)
        if invoice is None:
            continue
        missing += line.subtotal is None
        product = line.product_id or line.item
        month = None if invoice.date is None else invoice.date.replace(day=1)
        place = (invoice.currency, month, product)
        sums[place] = plus(sums[place], line.subtotal or ZERO)
        latest[product] = max(latest.get(product, (dt.date.min, "")), (invoice.date or dt.date.min, line.item))
    found = [
        Sale(
            month=month,
            product_id=product if isinstance(product, int) else None,
            product=latest[product][1],
            currency=currency,
            amount=amount,
        )
        for (currency, month, product), amount in sums.items()
    ]
    found.sort(key=lambda sale: (sale.currency, sale.month or dt.date.min, -sale.amount, sale.product, sale.product_id or 0))
    return Sales(products=tuple(found), missing=missing)
