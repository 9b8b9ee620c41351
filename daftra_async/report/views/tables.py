"""All tables of a report in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from daftra_async.report.sums import ZERO, total
from daftra_async.report.views.change_tables import changes_tables
from daftra_async.report.views.quality_tables import quality
from daftra_async.report.views.receivable_tables import ages, clients, overdue
from daftra_async.report.views.sales_tables import cash, months, products
from daftra_async.report.views.table import Table, numbers, said, text
from daftra_async.report.views.words import amount

if TYPE_CHECKING:
    from daftra_async.report.changes import Changes
    from daftra_async.report.figures import Figures
    from daftra_async.report.views.words import Words


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


def _cut(table: Table, most: int | None, words: Words) -> Table:
    """Return a table with the first rows, and the sentence on those that are left."""
    rows = table.rows if most is None else table.rows[:most]
    left = table.left + len(table.rows) - len(rows)
    return attrs.evolve(table, rows=rows, left=left, more=words("more", count=f"{left:,}") if left else "")
