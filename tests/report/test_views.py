"""The page and the tables: nothing of an account can break out of them, and nothing is loaded."""

from __future__ import annotations

import re
import string
import sys
from html.parser import HTMLParser
from typing import Any

import pytest

from daftra_async import ArgumentError
from daftra_async.report import Report
from daftra_async.report.views import words
from tests.report.books import figures, invoice, line, payment

pytest.importorskip("altair")
HOSTILE = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(2)'>",
    "</style></svg><b>",
    "\u202egnp.exe\u2066",
    "{{constructor}} ${7*7} &amp; datum.value",
    "x" * 5000,
    "شركة 'النور' \"والأمل\"",
    "",
]
_FOREIGN = re.compile(r"https?:|//|url\(|@import|src=|href=|javascript:", re.IGNORECASE)


@pytest.fixture(scope="module")
def hostile() -> Report:
    invoices = [
        invoice(
            at, "1000.50", f"2026-0{at % 6 + 1}-11", no=name[:40], client_id=at, client_business_name=name,
            currency_code="KWD", InvoiceItem=[line(at, "10.125", name)],
        )
        for at, name in enumerate(HOSTILE)
    ]  # fmt: skip
    treasuries = [{"id": at, "name": name, name[:40] or "odd": 1} for at, name in enumerate(HOSTILE)]
    payments = [payment("7.5", treasury_id=at, currency_code="KWD") for at in range(len(HOSTILE))]
    return Report(figures=figures(invoices=invoices, treasuries=treasuries, invoice_payments=payments))


@pytest.fixture(scope="module")
def pages(hostile: Report) -> dict[str, str]:
    return {language: hostile.html(language) for language in ("en", "ar")}


class Reader(HTMLParser):
    """Notes what a browser would see."""

    void = frozenset({"meta"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[Any]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, attrs)
        if tag not in self.void:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[Any]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data if self.open[-1:] != ["style"] else ""


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


@pytest.mark.parametrize("language", ["en", "ar"])
def test_names_stay_text(pages: dict[str, str], language: str) -> None:
    found = read(pages[language])
    assert not found.tags & {"script", "img", "iframe", "object", "embed", "link", "base", "form", "a", "image", "use"}
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in {"src", "href", "xlink:href"}]
    assert "<script>alert(1)</script>" in found.text
    assert "\\u202egnp.exe" in found.text
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", found.text)
    assert "x" * 200 not in found.text
    assert "شركة 'النور'" in found.text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_loaded_and_it_is_small(pages: dict[str, str], language: str) -> None:
    found = read(pages[language])
    style = pages[language][pages[language].index("<style>") : pages[language].index("</style>")]
    assert not _FOREIGN.search(style)
    assert not [value for _, value in found.attributes if value and _FOREIGN.search(value)]
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in found.attributes
    assert len(pages[language].encode()) < 300_000
    assert "NaN" not in pages[language]


def test_languages_and_directions(pages: dict[str, str]) -> None:
    assert '<html lang="en" dir="ltr">' in pages["en"]
    assert '<html lang="ar" dir="rtl">' in pages["ar"]
    assert "Money received by treasury" in pages["en"]
    assert "المقبوضات حسب الخزينة" in pages["ar"]
    for page in pages.values():
        assert page.count('<svg class="chart"') == 4
        assert page.count('direction="ltr"') == 4


def test_charts_show_their_amounts_in_colours_of_the_page(pages: dict[str, str]) -> None:
    chart = pages["en"][pages["en"].index("<svg") : pages["en"].index("</svg>")]
    assert ">5,002.500</text>" in chart
    assert 'class="fill-age4"' in chart


@pytest.mark.parametrize("library", ["altair", "vl_convert"])
def test_the_page_without_its_libraries(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("page", "charts", "drawing"):
        monkeypatch.delitem(sys.modules, f"daftra_async.report.views.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    report = Report(figures=figures())
    with pytest.raises(ArgumentError, match=rf"^{library} is not installed; run: pip install 'daftra-async\[report\]'$"):
        report.html()
    assert report.tables()
    assert report.to_dict()


def test_charts_of_an_account_without_invoices() -> None:
    assert "<svg" not in Report(figures=figures()).html()


def test_tables_are_cut_and_say_so(hostile: Report) -> None:
    tables = {table.name: table for table in hostile.tables(most=2)}
    clients = tables["clients"]
    assert len(clients.rows) == 2
    assert clients.left == len(HOSTILE) - 2
    assert clients.more == f"{clients.left} more are not shown."
    assert all(len(row) == len(table.columns) for table in tables.values() for row in table.rows)


def test_a_report_says_what_it_is_compared_with() -> None:
    def said(report: Report) -> str:
        return next(table for table in report.tables() if table.name == "changes").empty

    assert "There is no earlier report" in said(Report(figures=figures(), compared=True))
    assert "without a file of snapshots" in said(Report(figures=figures()))


def test_another_language_is_refused() -> None:
    with pytest.raises(ArgumentError, match="language: 'fr' was given; expected 'en' or 'ar'"):
        Report(figures=figures()).tables("fr")


def test_languages_have_the_same_words() -> None:
    def holes(text: object) -> object:
        return sorted(name or "" for _, name, _, _ in string.Formatter().parse(text)) if isinstance(text, str) else len(text)

    english, arabic = words._load()["en"], words._load()["ar"]
    assert english.keys() == arabic.keys()
    filled = {key for key in english if "{" in str(english[key])}
    assert {key: set(holes(english[key])) for key in filled} == {key: set(holes(arabic[key])) for key in filled}
    assert {key for key in english if isinstance(english[key], list)} == {key for key in arabic if isinstance(arabic[key], list)}


@pytest.mark.parametrize(
    ("value", "currency", "text"),
    [
        ("1234.5", "SAR", "1,234.50"),
        ("-0.004", "SAR", "0.00"),
        ("-1234.5", "JPY", "\u22121,234"),
        ("0.12345", "KWD", "0.123"),
        (None, "SAR", "?"),
    ],
)
def test_amounts_have_the_decimals_of_their_currency(value: str | None, currency: str, text: str) -> None:
    from decimal import Decimal

    assert words.amount(None if value is None else Decimal(value), currency) == text
