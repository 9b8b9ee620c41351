"""Tables of what was sold and received."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async.report.sales import months_until
from daftra_async.report.sources.held import PAYMENTS
from daftra_async.report.sums import total
from daftra_async.report.views.table import Table, numbers, said, strong, text
from daftra_async.report.views.words import amount, name

if TYPE_CHECKING:
    from daftra_async.report.figures import Figures
    from daftra_async.report.views.words import Words

_PRODUCTS: Final = 10
"""Products shown of each currency."""
_CURRENCIES: Final = 4
"""Currencies that have a column of their own."""


def months(figures: Figures, words: Words) -> Table:
    """Return what was sold in each of the last months, a column for each currency."""
    codes = figures.currencies[:_CURRENCIES]
    lacking = figures.sales.missing
    rows = (
        (words.month(month), *(amount(figures.sales.of_month(code, month), code) for code in codes))
        for month in reversed(months_until(figures.today))
    )
    return Table(
        name="months",
        section="sales",
        title=words("sales"),
        columns=(*text(words("month")), *numbers(*map(words.currency, codes))),
        rows=tuple(rows),
        notes=said(words("sales_note"), words("lines_without_amount", count=f"{lacking:,}") if lacking else None),
    )


def products(figures: Figures, words: Words) -> Table:
    """Return the products that sold best in the last twelve months, for each currency."""
    rows: list[tuple[str, ...]] = []
    left = 0
    for code in figures.currencies:
        sold = figures.sales.by_product(code, months_until(figures.today))
        whole = total(total(amounts.values()) for _, amounts in sold)
        left += max(0, len(sold) - _PRODUCTS)
        for title, amounts in sold[:_PRODUCTS]:
            mine = total(amounts.values())
            share = f"{mine / whole * 100:.1f}%" if whole > 0 else ""
            rows.append((name(title) or words("nobody"), words.currency(code), amount(mine, code), share))
    return Table(
        name="products",
        section="sales",
        title=words("products"),
        columns=(*text(words("product"), words("currency")), *strong(words("amount")), *numbers(words("share"))),
        rows=tuple(rows),
        left=left,
    )


def cash(figures: Figures, words: Words) -> Table:
    """Return what each treasury has received."""
    lacking = figures.cash.missing
    unread = ", ".join(resource for resource in PAYMENTS if resource in figures.quality.missing)
    rows = (
        (
            name(each.treasury) or (f"#{each.treasury_id}" if each.treasury_id else words("no_treasury")),
            words.currency(each.currency),
            f"{each.payments:,}",
            amount(each.recent, each.currency),
            amount(each.amount, each.currency),
        )
        for code in figures.currencies
        for each in figures.cash.treasuries
        if each.currency == code
    )
    return Table(
        name="cash",
        section="cash",
        title=words("cash"),
        columns=(
            *text(words("treasury"), words("currency")),
            *numbers(words("payments"), words("last_30_days")),
            *strong(words("in_all")),
        ),
        rows=tuple(rows),
        notes=said(
            words("cash_note"),
            words("payments_unread", lists=unread) if unread else None,
            words("payments_without_amount", count=f"{lacking:,}") if lacking else None,
        ),
    )
