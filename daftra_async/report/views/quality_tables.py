"""The table of problems of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async.report.views.table import Table, numbers, said, text
from daftra_async.report.views.words import name

if TYPE_CHECKING:
    from daftra_async.report.figures import Figures
    from daftra_async.report.views.words import Words

_SHOWN: Final = 30
"""Problems shown."""


def quality(figures: Figures, words: Words) -> Table:
    """Return the table of problems of the data."""
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
        rows=tuple(rows[:_SHOWN]),
        left=max(0, len(rows) - _SHOWN),
        notes=said(None if found.counted else words("quality_uncounted")),
        empty=words("quality_ok"),
    )


def _number(value: int | None) -> str:
    return "?" if value is None else f"{value:,}"
