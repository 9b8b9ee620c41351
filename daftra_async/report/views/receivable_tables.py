"""Tables of what clients owe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async.report.receivables import AGES
from daftra_async.report.views.table import Table, numbers, said, strong, text
from daftra_async.report.views.words import amount, name, or_dash

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.report.figures import Figures
    from daftra_async.report.receivables import Receivable
    from daftra_async.report.views.words import Words

_CLIENTS: Final = 15
"""Clients shown of each currency."""
_OVERDUE: Final = 25


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


def _ages_shown(owed: Sequence[Receivable]) -> tuple[int, ...]:
    """Return the ranges that have a column: `undated` only where there is something in it."""
    last = len(AGES) - 1
    return tuple(place for place in range(len(AGES)) if place < last or any(each.amounts[last] for each in owed))


def _by_age(owed: Receivable, shown: Sequence[int]) -> tuple[str, ...]:
    return (*(or_dash(owed.amounts[place], owed.currency) for place in shown), amount(owed.total, owed.currency))
