"""Which charts a report has, and what they show."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.report.receivables import AGES
from daftra_async.report.sales import months_until
from daftra_async.report.sums import ZERO, total
from daftra_async.report.views import colours
from daftra_async.report.views.drawing import bars, columns, svg_of
from daftra_async.report.views.words import amount, name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from decimal import Decimal

    from daftra_async.report.figures import Figures
    from daftra_async.report.receivables import Receivable
    from daftra_async.report.views.words import Words

    Drawn = tuple[Any, Mapping[str, str]]
    """A drawing, and what its colours mean."""

_CURRENCIES: Final = 3
"""Currencies that have charts: those of the most invoices."""
_CLIENTS: Final = 8
_PRODUCTS: Final = len(colours.SERIES) - 1
_TREASURIES: Final = 8
_UNSEEN: Final = "\N{ZERO WIDTH SPACE}"
_LABEL: Final = 28
"""Characters of a name in a chart."""


@attrs.frozen
class Chart:
    """A chart of the page."""

    title: str
    svg: str
    legend: Mapping[str, str]
    """What the colours mean; empty where there is one."""


def charts_of(figures: Figures, words: Words) -> dict[str, list[Chart]]:
    """Return the charts of each section."""
    found: dict[str, list[Chart]] = {"receivables": [], "sales": [], "cash": []}
    for at, code in enumerate(figures.currencies[:_CURRENCIES]):
        for section, key, (drawn, legend) in _of_currency(figures, code, words, first=at == 0):
            title = words(key, currency=words.currency(code))
            found[section].append(Chart(title, svg_of(drawn, escape(title)), legend))
    return found


def _of_currency(figures: Figures, code: str, words: Words, *, first: bool) -> Iterator[tuple[str, str, Drawn]]:
    owed = next((each for each in figures.receivables.currencies if each.currency == code), None)
    if owed is not None and owed.total > 0:
        yield "receivables", "chart_ages", _ages(owed, words)
        if first:
            clients = [each for each in figures.receivables.clients if each.currency == code and each.total > 0]
            yield "receivables", "chart_clients", _clients(clients[:_CLIENTS], words)
    sold = _sales(figures, code, words)
    if sold is not None:
        yield "sales", "chart_sales", sold
    received = [each for each in figures.cash.treasuries if each.currency == code and each.amount > 0][:_TREASURIES]
    if received:
        rows = [
            _bar(name(each.treasury, _LABEL) or words("no_treasury"), each.amount, code, f"{at:03}")
            for at, each in enumerate(received)
        ]
        yield "cash", "chart_cash", (bars(_distinct(rows), {"": colours.SERIES[0]}, words), {})


def _ages(owed: Receivable, words: Words) -> Drawn:
    rows = [
        {**_bar(words(age), value, owed.currency), "part": words(age), "at": at}
        for at, (age, value) in enumerate(zip(AGES, owed.amounts, strict=True))
        if value or age != AGES[-1]
    ]
    return bars(rows, _of_ages(words), words), {}


def _clients(clients: list[Receivable], words: Words) -> Drawn:
    rows: list[dict[str, Any]] = []
    for place, each in enumerate(clients):
        row = _bar(name(each.client, _LABEL) or words("nobody"), each.total, each.currency, f"{place:03}")
        parts = [
            {"name": row["name"], "key": row["key"], "part": words(age), "value": float(value), "at": at}
            for at, (age, value) in enumerate(zip(AGES, each.amounts, strict=True))
            if value > 0
        ]
        parts[0] = {**row, **parts[0]}
        rows += parts
    met = {row["part"] for row in rows}
    legend = {part: colour for part, colour in _of_ages(words).items() if part in met}
    return bars(_distinct(rows), legend, words), legend


def _sales(figures: Figures, code: str, words: Words) -> Drawn | None:
    months = months_until(figures.today)
    sold = figures.sales.by_product(code, months)
    if not any(value > 0 for _, amounts in sold for value in amounts.values()):
        return None
    largest, others = sold[:_PRODUCTS], sold[_PRODUCTS:]
    parts: dict[str, dict[dt.date, Decimal]] = {}
    for title, amounts in largest:
        label = name(title, _LABEL) or words("nobody")
        while label in parts:
            label += _UNSEEN
        parts[label] = amounts
    if others:
        parts[words("other_products")] = {month: total(amounts.get(month, ZERO) for _, amounts in others) for month in months}
    rows = [
        {"name": words.short_month(month), "part": part, "value": float(amounts.get(month, ZERO)), "at": at}
        for month in months
        for at, (part, amounts) in enumerate(parts.items())
    ]
    palette = [*colours.SERIES[: len(largest)], *([colours.SERIES[-1]] if others else [])]
    legend = dict(zip(parts, palette, strict=True))
    return columns(rows, legend, words), legend


def _of_ages(words: Words) -> dict[str, str]:
    return {words(age): colour for age, colour in zip(AGES, colours.AGES, strict=True)}


def _bar(title: str, value: Decimal, currency: str, key: str = "") -> dict[str, Any]:
    """Return a row with its label; drawing alone works with floats."""
    drawn = float(value)
    return {"name": title, "key": key, "part": "", "value": drawn, "whole": drawn, "label": amount(value, currency), "at": 0}


def _distinct(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tell rows of one name apart by marks that nobody sees: two clients may be called the same."""
    owners: dict[str, dict[str, int]] = {}
    for row in rows:
        keys = owners.setdefault(row["name"], {})
        row["name"] += _UNSEEN * keys.setdefault(row["key"], len(keys))
    return rows
