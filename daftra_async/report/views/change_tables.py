"""Tables of what has changed since the report before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async.report.views.table import Table, numbers, strong, text
from daftra_async.report.views.words import amount, name, signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from daftra_async.report.changes import Change, Changes
    from daftra_async.report.views.words import Words

_MOVED: Final = 10
"""Invoices shown of each kind of change."""


def changes_tables(changes: Changes | None, words: Words, *, compared: bool) -> Iterator[Table]:
    """Yield what has changed: sums, then invoices.

    Args:
        changes: What has changed since the report before; None when there is none.
        words: The language.
        compared: Whether there is a file of snapshots.
    """
    if changes is None:
        yield _sums(words("changes"), (), words, empty=words("changes_first" if compared else "changes_off"))
        return
    title = words("changes_since", day=words.day(changes.since))
    yield _sums(title, changes.sums, words, empty="" if changes else words("changes_none"))
    if changes.opened or changes.closed or changes.fallen_due:
        yield _invoices(changes, words)


def _sums(title: str, sums: Iterable[Change], words: Words, *, empty: str) -> Table:
    rows = (
        (
            words(each.measure),
            words.currency(each.currency),
            amount(each.before, each.currency),
            amount(each.now, each.currency),
            signed(each.difference, each.currency),
        )
        for each in sums
    )
    return Table(
        name="changes",
        section="changes",
        title=title,
        columns=(
            *text(words("figure"), words("currency")),
            *numbers(words("before"), words("now")),
            *strong(words("difference")),
        ),
        rows=tuple(rows),
        empty=empty,
    )


def _invoices(changes: Changes, words: Words) -> Table:
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
    return Table(
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
