"""The page: one file of HTML without scripts, which loads nothing.

Everything that comes from the account is escaped, and its control and direction characters are shown by their codes.
"""

from __future__ import annotations

import functools
from html import escape
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING, Final

from daftra_async.redaction.printable import one_line
from daftra_async.report.views.charts import charts_of
from daftra_async.report.views.colours import class_of
from daftra_async.report.views.words import DASH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from daftra_async.report.figures import Figures
    from daftra_async.report.views.charts import Chart
    from daftra_async.report.views.table import Column, Table
    from daftra_async.report.views.words import Words

_WIDE: Final = 4
"""Tables with so many columns are shown record by record on a phone."""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""It makes a browser load nothing and run no script."""


def page_of(figures: Figures, tables: Sequence[Table], words: Words) -> str:
    """Return the page.

    Args:
        figures: What the charts show.
        tables: What they say in numbers, in order.
        words: The language.
    """
    charts = charts_of(figures, words)
    title = words("title", account=one_line(figures.account))
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{words.language}" dir="{words("direction")}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{_text(title)} · {figures.today.isoformat()}</title>",
        f"<style>{_style()}</style>",
        "</head>",
        "<body><main>",
        f'<header><h1>{_text(title)}</h1><p class="day">{_text(words("as_of", day=words.day(figures.today)))}</p>',
        f'<p class="source">{_text(_source(figures, words))}</p></header>',
    ]
    for section, some in groupby(tables, key=lambda table: table.section):
        parts += _section(section, list(some), charts.get(section, []))
    return "\n".join([*parts, "</main></body>", "</html>", ""])


def _section(section: str, tables: Sequence[Table], charts: Sequence[Chart]) -> Iterator[str]:
    first, *others = tables
    yield f'<section class="{section}"><h2>{_text(first.title)}</h2>'
    if section == "glance":
        yield from _cards(first)
    else:
        yield from map(_note, first.notes)
        if charts:
            yield '<div class="charts">'
            yield from map(_figure, charts)
            yield "</div>"
        yield from _table(first, caption=False)
        for table in others:
            yield from _table(table, caption=True)
            yield from map(_note, table.notes)
    yield "</section>"


def _figure(chart: Chart) -> str:
    marks = (f'<li><i class="{class_of(colour)}"></i><bdi>{_text(part)}</bdi></li>' for part, colour in chart.legend.items())
    legend = f'<ul class="legend">{"".join(marks)}</ul>' if chart.legend else ""
    return f"<figure><figcaption>{_text(chart.title)}</figcaption>{legend}{chart.svg}</figure>"


def _cards(table: Table) -> Iterator[str]:
    """Yield a card for each row of the table."""
    yield '<div class="cards">'
    for row in table.rows:
        sums = (
            f"<dl><dt>{_text(column.title)}</dt><dd><bdi dir=ltr>{_text(cell)}</bdi></dd></dl>"
            for column, cell in zip(table.columns[1:], row[1:], strict=True)
        )
        yield f'<div class="card"><b>{_text(row[0])}</b>{"".join(sums)}</div>'
    yield "</div>"
    yield from map(_note, table.notes)


def _table(table: Table, *, caption: bool) -> Iterator[str]:
    if not table.rows:
        if table.empty:
            yield f"<p>{_text(table.empty)}</p>"
        return
    yield f'<table class="{"wide" if len(table.columns) >= _WIDE else "slim"}">'
    if caption:
        yield f"<caption>{_text(table.title)}</caption>"
    heads = (
        f'<th scope="col"{_class(*(["n"] if column.kind == "number" else []))}>{_text(column.title)}</th>'
        for column in table.columns
    )
    yield f"<thead><tr>{''.join(heads)}</tr></thead><tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(_cell(column, cell) for column, cell in zip(table.columns, row, strict=True))}</tr>"
    yield "</tbody></table>"
    if table.more:
        yield _note(table.more)


def _cell(column: Column, cell: str) -> str:
    named = {"n": column.kind == "number", "strong": column.strong, "zero": cell == DASH}
    classes = [name for name, wanted in named.items() if wanted]
    head = f'<td{_class(*classes)} data-label="{_text(column.title)}">'
    if not cell:
        return f"{head}</td>"
    return f"{head}<bdi{' dir=ltr' if column.kind == 'number' else ''}>{_text(cell)}</bdi></td>"


def _class(*names: str) -> str:
    return f' class="{" ".join(names)}"' if names else ""


def _note(note: str) -> str:
    return f'<p class="note">{_text(note)}</p>'


def _source(figures: Figures, words: Words) -> str:
    if figures.read_at is None:
        return words("from_unknown")
    key = "from_account" if figures.source == "account" else "from_export"
    return words(key, day=words.day(figures.read_at), time=f"{figures.read_at:%H:%M}")


def _text(text: str) -> str:
    return escape(text)


@functools.cache
def _style() -> str:
    return resources.files("daftra_async.report.views").joinpath("page.css").read_text("utf-8")
