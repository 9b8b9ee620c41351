"""Records as tables for people."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, cast

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from daftra_async.cli.columns import cell, chosen, described
from daftra_async.cli.tables import console, table
from daftra_async.cli.text import clean, count, counted
from daftra_async.wire.record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.cli.columns import Column

# Arabic stands between these, so that a terminal that reorders text keeps every cell to itself.
_ISOLATE, _END = "\u2068", "\u2069"
_NARROWEST: Final = 16
"""Columns that text is not cut below."""
_GAP: Final = 3
"""Between two columns."""


def records_table(
    model: type[Record],
    records: Sequence[Record],
    columns: Sequence[Column] | None,
    total: int | None,
    noun: str,
    *,
    counts: bool = True,
) -> None:
    """Print records as a table that fits the terminal, and how many of them there are."""
    output = console()
    if not records:
        output.print(f"no {noun}" if not total else f"none of {count(total)} shown")
        return
    shown = list(columns or chosen(model, records))
    rows = [[text(cell(column.of(record), column)) for column in shown] for record in records]
    widths = _widths(shown, rows, output.width, keep=columns is not None)
    hidden = ", ".join(column.heading for column in shown[len(widths) :])
    shown = shown[: len(widths)]
    result = table(*(column.heading for column in shown), right=frozenset(column.heading for column in shown if column.right))
    for each, width in zip(result.columns, widths, strict=True):
        # A row is a line: what does not fit is cut.
        each.no_wrap, each.overflow, each.width = True, "ellipsis", width
    for row in rows:
        result.add_row(*row[: len(shown)])
    output.print(result)
    if not counts:
        return
    known = total if total is not None and total >= len(records) else None
    told = counted(len(records), "record") if known is None else f"{count(len(records))} of {count(known)} shown"
    output.print(f"{told}; in a wider terminal also: {hidden}" if hidden else told, soft_wrap=True)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Text]], room: int, *, keep: bool) -> list[int]:
    """Return the widths of the columns that fit: text is cut before anything else, then the last columns are left out."""
    wanted = [max(len(column.heading), *(cell_len(row[at].plain) for row in rows)) for at, column in enumerate(columns)]
    while True:
        over = sum(wanted) + _GAP * len(wanted) - room
        order = sorted((at for at, column in enumerate(columns[: len(wanted)]) if not column.right), key=lambda at: -wanted[at])
        fitted = list(wanted)
        for at in order:
            cut = min(max(over, 0), max(fitted[at] - _NARROWEST, 0))
            fitted[at] -= cut
            over -= cut
        if over <= 0 or keep or len(wanted) == 1:
            return fitted
        wanted.pop()


def record_table(record: Record, label: str) -> None:
    """Print one record, a field a line; fields without a value are left out."""
    result = Table(title=Text(label), title_justify="left", title_style="bold", box=None, show_header=False, pad_edge=False)
    result.add_column("field", style="dim", no_wrap=True)
    result.add_column("value", overflow="fold")
    for column in described(type(record)).values():
        if shown := cell(column.of(record)):
            result.add_row(Text(column.wire), text(shown))
    for name, value in record.extra.items():
        if shown := cell(value):
            result.add_row(Text(clean(name), style="italic"), text(shown))
    output = console()
    output.print(result)
    output.print()
    for column in described(type(record)).values():
        value = column.of(record)
        if isinstance(value, list) and (lines := [item for item in cast("list[object]", value) if isinstance(item, Record)]):
            output.print(Text(column.wire, "bold"))
            records_table(type(lines[0]), lines, None, None, column.wire, counts=False)


def text(value: str) -> Text:
    """Return text as a cell; Arabic is isolated on a terminal, so that it does not reorder its neighbours."""
    right_to_left = any("\u0590" <= char <= "\u08ff" or "\ufb1d" <= char <= "\ufefc" for char in value)
    return Text(f"{_ISOLATE}{value}{_END}" if right_to_left and sys.stdout.isatty() else value)
