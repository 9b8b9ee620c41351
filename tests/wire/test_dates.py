# ruff: noqa: RUF001  # digits of other scripts on purpose
"""Titles of date formats, and dates that need one."""

from __future__ import annotations

import datetime as dt
import locale

import pytest

from daftra_async import structure
from daftra_async.wire import census, dates
from daftra_async.wire.date_titles import pattern_of
from daftra_async.wire.dates import Dates, needs_format
from tests.wire.sample import Paper


@pytest.mark.parametrize(
    ("title", "pattern"),
    [
        ("d/m/Y", "%d/%m/%Y"),
        ("m/d/Y", "%m/%d/%Y"),
        ("Y-m-d", "%Y-%m-%d"),
        ("d.m.Y", "%d.%m.%Y"),
        ("j-n-y", "%d-%m-%y"),
        ("d M Y", "%d %b %Y"),
        ("F j, Y", "%B %d, %Y"),
        ("D, d M Y", "%a, %d %b %Y"),
        ("dd/mm/yyyy", "%d/%m/%Y"),
        ("MM-DD-YYYY", "%m-%d-%Y"),
        ("dd MMM yyyy", "%d %b %Y"),
        ("dddd, d MMMM yy", "%A, %d %B %y"),
        ("D/M/Y", "%d/%m/%Y"),
        ("Day/Month/Year", "%d/%m/%Y"),
        ("%d/%m/%Y", "%d/%m/%Y"),
        ("%-d %b %Y", "%d %b %Y"),
        ("31/12/2026", "%d/%m/%Y"),
        ("12-31-2026", "%m-%d-%Y"),
        ("2026/12/31", "%Y/%m/%d"),
        (" d/m/Y (31/12/2026) ", "%d/%m/%Y"),
        ("05/09/2026", None),
        ("2026/05/09", None),
        ("31/31/2026", None),
        ("", None),
        ("title1", None),
        ("d/m", None),
        ("%d/%m", None),
        ("%d/%m/%Y %H", None),
        ("d/m/Y H:i", None),
        ("d/d/m/Y", None),
        ("d\nm\nY", None),
        ("d/m/Y" * 30, None),
    ],
)
def test_titles(title: str, pattern: str | None) -> None:
    assert pattern_of(title) == pattern


@pytest.mark.parametrize(
    "text",
    [
        *("05/09/2026", "5.9.2026", "05-09-2026 14:30", "٠٥/٠٩/٢٠٢٦", "05/09/26"),
        *("5 Sep 2026", "Sep 5, 2026", "Sun, 05 Sep 2026", "05-Sep-2026", "٥ سبتمبر ٢٠٢٦"),
    ],
)
def test_dates_that_need_a_format(text: str) -> None:
    assert needs_format(text)
    with dates(None) as seen:
        structure(Paper, {"day": text})
    assert seen.missing


@pytest.mark.parametrize("value", ["99/99/2026", "Date", "soon", "2026-13-40", "5/9", "x" * 100, 5, [], {}])
def test_what_no_format_reads(value: object) -> None:
    with dates(None) as seen:
        structure(Paper, {"day": value})
    assert not seen.missing


def test_a_known_format_is_enough() -> None:
    with dates("%Y-%m-%d") as seen:
        assert structure(Paper, {"day": "05/09/2026"}).day == "05/09/2026"
    assert not seen.missing


def test_names_do_not_depend_on_the_locale() -> None:
    names = [name for name in ("de_DE.UTF-8", "ar_EG.UTF-8", "C") if _has(name)]
    for name in names:
        locale.setlocale(locale.LC_TIME, name)
        try:
            written = Dates("%A, %d %B %Y %a %b").write(dt.date(2026, 9, 5), "%d/%m/%Y")
        finally:
            locale.setlocale(locale.LC_TIME, "C")
        assert written == "Saturday, 05 September 2026 Sat Sep"


def _has(name: str) -> bool:
    try:
        locale.setlocale(locale.LC_TIME, name)
    except locale.Error:
        return False
    locale.setlocale(locale.LC_TIME, "C")
    return True


def test_tentative_work_is_counted_when_it_is_taken() -> None:
    census.reset()
    with dates(None, tentative=True) as seen:
        structure(Paper, {"id": "1"})
    assert not census.census()
    seen.settle()
    seen.settle()
    assert census.census() == {"text to integer": {"Paper": {"id": 1}}}
    with pytest.raises(ZeroDivisionError), dates(None, tentative=True):
        structure(Paper, {"id": "1"})
        raise ZeroDivisionError
    assert census.census() == {"text to integer": {"Paper": {"id": 2}}}
