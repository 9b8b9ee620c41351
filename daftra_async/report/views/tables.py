"""All tables of a report in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from daftra_async.report.receivables import AGES
from daftra_async.report.sales import months_until
from daftra_async.report.sums import ZERO, total
from daftra_async.report.views.table import Table, cells, numbers, said, strong, text
from daftra_async.report.views.words import amount, name, or_dash, signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from daftra_async.report.changes import Changes
    from daftra_async.report.figures import Figures
    from daftra_async.report.receivables import Receivable
    from daftra_async.report.views.words import Words

_CLIENTS: Final = 15
"""Clients shown of each currency."""
_OVERDUE: Final = 25
_PRODUCTS: Final = 10
"""Products shown of each currency."""
_MOVED: Final = 10
"""Invoices shown of each kind of change."""
_CURRENCIES: Final = 4
"""Currencies that have a column of their own."""
_ODD: Final = 30


def tables_of(
    figures: Figures, changes: Changes | None, *, compared: bool, words: Words, most: int | None = None
) -> tuple[Table, ...]:
    """Return the tables, in the order in which they are read.

    Args:
        figures: What they show.
        changes: What has changed since the report before; None when there is none.
        compared: Whether there is a file of snapshots.
        words: The language.
        most: Rows of a table at most; None for as many as a page shows.
    """
    tables = (
        glance(figures, words),
        *changes_tables(changes, words, compared=compared),
        ages(figures, words),
        clients(figures, words),
        overdue(figures, words),
        months(figures, words),
        products(figures, words),
        cash(figures, words),
        quality(figures, words),
    )
    return tuple(_cut(table, most, words) for table in tables)


def glance(figures: Figures, words: Words) -> Table:
    """Return the sums that matter most, a row for each currency."""
    owed = {each.currency: each for each in figures.receivables.currencies}
    month = figures.today.replace(day=1)
    rows: list[tuple[str, ...]] = []
    for code in figures.currencies:
        mine = owed.get(code)
        received = total(each.recent for each in figures.cash.treasuries if each.currency == code)
        sums = (
            mine.total if mine else ZERO,
            mine.overdue if mine else ZERO,
            figures.sales.of_month(code, month),
            received,
        )
        rows.append((words.currency(code), *(amount(each, code) for each in sums)))
    titles = map(words, ("outstanding", "overdue", "sold_this_month", "received_lately"))
    return Table(
        name="glance",
        section="glance",
        title=words("glance"),
        columns=(*text(words("currency")), *numbers(*titles)),
        rows=tuple(rows),
        notes=said(words("of_currencies")),
    )


def ages(figures: Figures, words: Words) -> Table:
    """Return what is owed by age, a row for each currency."""
    owed = figures.receivables
    shown = _ages_shown(owed.currencies)
    by_code = {each.currency: each for each in owed.currencies}
    rows = (
        (words.currency(code), f"{by_code[code].invoices:,}", *_by_age(by_code[code], shown))
        for code in figures.currencies
        if code in by_code
    )
    return Table(
        name="ages",
        section="receivables",
        title=words("receivables"),
        columns=(
            *text(words("currency")),
            *numbers(words("invoices"), *(words(AGES[place]) for place in shown)),
            *strong(words("total")),
        ),
        rows=tuple(rows),
        notes=said(words("receivables_note"), words("open_without_amount", count=f"{owed.missing:,}") if owed.missing else None),
        empty=words("overdue_none"),
    )


def clients(figures: Figures, words: Words) -> Table:
    """Return the clients who owe most in each currency."""
    owed = figures.receivables
    shown = _ages_shown(owed.currencies)
    found = [each for code in figures.currencies for each in [one for one in owed.clients if one.currency == code][:_CLIENTS]]
    rows = ((name(each.client) or words("nobody"), words.currency(each.currency), *_by_age(each, shown)) for each in found)
    return Table(
        name="clients",
        section="receivables",
        title=words("largest_clients"),
        columns=(
            *text(words("client"), words("currency")),
            *numbers(*(words(AGES[place]) for place in shown)),
            *strong(words("total")),
        ),
        rows=tuple(rows),
        left=len(owed.clients) - len(found),
    )


def overdue(figures: Figures, words: Words) -> Table:
    """Return the invoices whose payment is late, the longest first."""
    late = figures.receivables.overdue
    rows = (
        (
            name(each.no),
            name(each.client) or words("nobody"),
            each.due.isoformat(),
            f"{each.days:,}",
            amount(each.unpaid, each.currency),
            words.currency(each.currency),
        )
        for each in late[:_OVERDUE]
    )
    return Table(
        name="overdue",
        section="overdue",
        title=words("overdue_invoices"),
        columns=(
            *text(words("invoice"), words("client")),
            *numbers(words("due"), words("days_late")),
            *strong(words("unpaid")),
            *text(words("currency")),
        ),
        rows=tuple(rows),
        left=max(0, len(late) - _OVERDUE),
        empty=words("overdue_none"),
    )


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
        notes=said(words("cash_note"), words("payments_without_amount", count=f"{lacking:,}") if lacking else None),
    )


def changes_tables(changes: Changes | None, words: Words, *, compared: bool) -> Iterator[Table]:
    """Yield what has changed: sums, then invoices."""
    said_instead = words("changes_first" if compared else "changes_off") if changes is None else words("changes_none")
    yield Table(
        name="changes",
        section="changes",
        title=words("changes") if changes is None else words("changes_since", day=words.day(changes.since)),
        columns=(
            *text(words("figure"), words("currency")),
            *numbers(words("before"), words("now")),
            *strong(words("difference")),
        ),
        rows=cells(
            *(
                (
                    words(each.measure),
                    words.currency(each.currency),
                    amount(each.before, each.currency),
                    amount(each.now, each.currency),
                    signed(each.difference, each.currency),
                )
                for each in (() if changes is None else changes.sums)
            )
        ),
        empty="" if changes else said_instead,
    )
    if changes is None or not (changes.opened or changes.closed or changes.fallen_due):
        return
    kinds = {"fallen_due": changes.fallen_due, "closed": changes.closed, "opened": changes.opened}
    rows = [
        (
            words(kind),
            name(each.no),
            name(each.client) or words("nobody"),
            amount(each.unpaid, each.currency),
            words.currency(each.currency),
        )
        for kind, moved in kinds.items()
        for each in moved[:_MOVED]
    ]
    yield Table(
        name="moved",
        section="changes",
        title=words("moved_invoices"),
        columns=(
            *text(words("what"), words("invoice"), words("client")),
            *strong(words("unpaid")),
            *text(words("currency")),
        ),
        rows=tuple(rows),
        left=sum(map(len, kinds.values())) - len(rows),
    )


def quality(figures: Figures, words: Words) -> Table:
    """Return what is odd about the data."""
    found = figures.quality
    rows: list[tuple[str, str, str]] = [(words("missing"), resource, "") for resource in found.missing]
    for short in found.short:
        what = (
            words("moved")
            if short.changed
            else words("short", received=f"{short.received:,}", announced=_number(short.announced))
        )
        rows.append((what, short.resource, ""))
    for each in found.unknown_values:
        values = ", ".join(each.sent)
        what = words("unknown_value", values=name(values)) if values else words("unknown_value_plain")
        rows.append((what, name(each.name), f"{each.count:,}"))
    for key, met in (("misfit", found.misfits), ("unknown_field", found.unknown_fields)):
        rows += [(words(key), name(each.name), f"{each.count:,}") for each in met]
    return Table(
        name="quality",
        section="quality",
        title=words("quality"),
        columns=(*text(words("finding"), words("where")), *numbers(words("count"))),
        rows=tuple(rows[:_ODD]),
        left=max(0, len(rows) - _ODD),
        notes=said(None if found.counted else words("quality_uncounted")),
        empty=words("quality_ok"),
    )


def _number(value: int | None) -> str:
    return "?" if value is None else f"{value:,}"


def _cut(table: Table, most: int | None, words: Words) -> Table:
    """Return a table with the first rows, and the sentence on those that are left."""
    rows = table.rows if most is None else table.rows[:most]
    left = table.left + len(table.rows) - len(rows)
    more = (words("more", count=f"{left:,}"),) if left else ()
    return attrs.evolve(table, rows=rows, left=left, notes=(*table.notes, *more))


def _ages_shown(owed: Sequence[Receivable]) -> tuple[int, ...]:
    """Return the ranges that have a column: `undated` only where there is something in it."""
    last = len(AGES) - 1
    return tuple(place for place in range(len(AGES)) if place < last or any(each.amounts[last] for each in owed))


def _by_age(owed: Receivable, shown: Sequence[int]) -> tuple[str, ...]:
    return (*(or_dash(owed.amounts[place], owed.currency) for place in shown), amount(owed.total, owed.currency))
