"""Tables of what has changed since the report before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async.report.views.table import Table, cells, numbers, strong, text
from daftra_async.report.views.words import amount, name, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from daftra_async.report.changes import Changes
    from daftra_async.report.views.words import Words

_MOVED: Final = 10
"""Invoices shown of each kind of change."""


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
