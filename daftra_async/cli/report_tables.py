"""The tables of a report on a terminal."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import attrs
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from daftra_async.cli.record_tables import text
from daftra_async.cli.tables import console, table
from daftra_async.report import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daftra_async.report import Table

_GAP: Final = 3
"""Between two columns."""
_NARROWEST: Final = 18
"""Columns that text is not cut below."""
_TURNED: Final = 4
"""Rows of a table that may be turned to fit."""
_WIDE: Final = 140


def show(tables: Iterable[Table], output: Console | None = None) -> None:
    """Print tables so that they fit the terminal."""
    output = console() if output is None else output
    for each in tables:
        output.print(Text(each.title, "bold"), soft_wrap=True)
        if each.rows:
            _print(_fitting(each, output.width), output)
        elif each.empty:
            output.print(Text(each.empty))
        notes = [note for note in (each.more, *each.notes) if note]
        if notes:
            output.print(Text(" ".join(notes), "dim"))
        output.print()


def as_text(tables: Iterable[Table]) -> str:
    """Return tables as plain text."""
    file = io.StringIO()
    show(tables, Console(file=file, width=_WIDE, highlight=False))
    return file.getvalue()


def _print(found: Table, output: Console) -> None:
    result = table(*(column.title for column in found.columns))
    for each, column, width in zip(result.columns, found.columns, _cut(found, output.width), strict=True):
        each.no_wrap, each.overflow, each.width = True, "ellipsis", width
        each.justify = "right" if column.kind == "number" else "left"
        each.style = "bold" if column.strong else ""
    for row in found.rows:
        result.add_row(*map(text, row))
    output.print(result)


def _fitting(found: Table, width: int) -> Table:
    """Return a table that fits: one of few rows is turned, others lose columns of numbers, except those they are about."""
    if _width(found) <= width:
        return found
    if len(found.rows) <= _TURNED and found.columns[0].kind == "text":
        heads = (found.columns[0], *(Column(row[0]) for row in found.rows))
        others = enumerate(found.columns[1:], start=1)
        rows = tuple((column.title, *(row[at] for row in found.rows)) for at, column in others)
        return attrs.evolve(found, columns=heads, rows=rows)
    for at, column in enumerate(found.columns):
        if column.kind == "number" and not column.strong:
            rows = tuple(row[:at] + row[at + 1 :] for row in found.rows)
            return _fitting(attrs.evolve(found, columns=found.columns[:at] + found.columns[at + 1 :], rows=rows), width)
    return found


def _width(found: Table) -> int:
    """Return the columns of a terminal that a table needs at least."""
    least = (
        min(wide, _NARROWEST) if column.kind == "text" else wide
        for column, wide in zip(found.columns, _wanted(found), strict=True)
    )
    return sum(least) + _GAP * len(found.columns)


def _wanted(found: Table) -> list[int]:
    """Return the widths that show everything."""
    return [max(cell_len(column.title), *(cell_len(row[at]) for row in found.rows)) for at, column in enumerate(found.columns)]


def _cut(found: Table, width: int) -> list[int]:
    """Return the widths of the columns, the longest texts cut first."""
    widths = _wanted(found)
    over = sum(widths) + _GAP * len(widths) - width
    for at in sorted((at for at, column in enumerate(found.columns) if column.kind == "text"), key=lambda at: -widths[at]):
        cut = min(max(over, 0), max(widths[at] - _NARROWEST, 0))
        widths[at] -= cut
        over -= cut
    return widths
