"""The documentation site, checked without building it; `make docs` builds it and takes every warning for an error."""

from __future__ import annotations

import importlib
import posixpath
import re
import sys
import unicodedata
from pathlib import Path

import pytest
import yaml

import daftra_async
from daftra_async.models import MODULES

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
sys.path.append(str(DOCS / "hooks"))

languages = importlib.import_module("languages")
model_pages = importlib.import_module("model_pages")
name_links = importlib.import_module("name_links")
navigation = importlib.import_module("navigation")
reference_index = importlib.import_module("reference_index")
repository_pages = importlib.import_module("repository_pages")
resource_pages = importlib.import_module("resource_pages")
search_terms = importlib.import_module("search_terms")
stacked_tables = importlib.import_module("stacked_tables")
type_words = importlib.import_module("type_words")

_LINK = re.compile(r"\]\((?P<page>[^)\s#]*)(?:#(?P<anchor>[^)\s]*))?\)")
_FENCE = re.compile(r"^ *(```|~~~).*?^ *\1 *$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(`+)(?:(?!\1).)+\1(?!\]\()", re.DOTALL)
_HEADING = re.compile(r"^#{1,6} +(?P<text>.+?)(?: *\{ *#(?P<id>[^\s}]+)[^}\n]*\})?$", re.MULTILINE)
_OBJECT = re.compile(r"^::: (?P<path>\S+)$", re.MULTILINE)


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without importing the functions that it names."""


_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", lambda _loader, name, _node: name)


@pytest.fixture(scope="module")
def config() -> dict:
    return yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Loader)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The text of every page, in both languages, by its path on the site."""
    written = {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in DOCS.rglob("*.md")}
    generated = {**resource_pages.pages(), **model_pages.pages(), **repository_pages.pages(ROOT)}
    assert not written.keys() & generated.keys()
    return {
        path: name_links.link_names(repository_pages.relink(text, path), path) for path, text in {**written, **generated}.items()
    }


def prose(text: str) -> str:
    return _FENCE.sub("", text)


def slug(heading: str) -> str:
    """As the extension `toc` makes it with `slugify_unicode`."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").replace("*", "")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFKC", text)).strip().lower())


def anchors(text: str) -> set[str]:
    headings = {match["id"] or slug(match["text"]) for match in _HEADING.finditer(prose(text))}
    objects = {match["path"] for match in _OBJECT.finditer(text)}
    members = {f"{path}.{name}" for path in objects & sys.modules.keys() for name in vars(sys.modules[path])}
    return headings | objects | members


def _without_links(code: re.Match[str]) -> str:
    return "" if "](" in code[0] else code[0]


def test_every_page_is_in_the_navigation_once(config: dict, pages: dict[str, str]) -> None:
    english = [page for page in pages if not languages.is_arabic(page)]
    expanded = navigation.expand(config["nav"], english)
    assert sorted(navigation.paths(expanded)) == sorted(english)
    arabic = languages.translated(expanded, pages)
    assert sorted(navigation.paths(arabic)) == sorted(pages.keys() - english)


def test_every_title_of_the_navigation_is_translated(config: dict, pages: dict[str, str]) -> None:
    [plugin] = [entry["i18n"] for entry in config["plugins"] if "i18n" in entry]
    [arabic] = [language for language in plugin["languages"] if language["locale"] == "ar"]
    english = navigation.expand(config["nav"], [page for page in pages if not languages.is_arabic(page)])
    assert _titles(languages.translated(english, pages)) <= set(arabic["nav_translations"])


def _titles(nav: list) -> set[str]:
    sections = [entry for entry in nav if isinstance(entry, dict)]
    return {title for entry in sections for title in entry} | {
        title for entry in sections for value in entry.values() if isinstance(value, list) for title in _titles(value)
    }


def test_a_folder_of_the_navigation_is_its_pages() -> None:
    nav = [{"Home": "index.md"}, {"How-to": ["how/index.md", "how/", {"More": "more/"}]}]
    pages = ["how/b.md", "index.md", "how/index.md", "how/a.md", "more/z.md", "more/README.md", "more/deep/y.md"]
    expanded = navigation.expand(nav, pages)
    assert expanded == [
        {"Home": "index.md"},
        {"How-to": ["how/index.md", "how/a.md", "how/b.md", {"More": ["more/README.md", "more/z.md"]}]},
    ]


def test_links_lead_somewhere(pages: dict[str, str]) -> None:
    known = {path: anchors(text) for path, text in pages.items()}
    broken = []
    for path, text in pages.items():
        for match in _LINK.finditer(_CODE.sub(_without_links, prose(text))):
            target = match["page"]
            if "://" in target or target.startswith("mailto:"):
                continue
            page = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if languages.is_arabic(path) and languages.arabic(page) in known:
                page = languages.arabic(page)
            if page not in known and not (DOCS / page).is_file():
                broken.append(f"{path}: {match[0]}")
            elif match["anchor"] and page in known and match["anchor"] not in known[page]:
                broken.append(f"{path}: {match[0]} (no such heading)")
    assert not broken


def test_every_method_and_every_model_has_its_place(pages: dict[str, str]) -> None:
    for name, resource in resource_pages.resources().items():
        shown = [match["id"] for match in _HEADING.finditer(pages[f"reference/resources/{name}.md"]) if match["id"]]
        own = [method for method in resource_pages.methods(resource) if not resource_pages.is_inherited(method)]
        assert shown == [resource_pages.path_of(method) for method in own]
        assert shown
    for name in MODULES:
        page = pages[f"reference/models/{reference_index.page_of(name)}"]
        assert f"{{ #daftra_async.{name} }}" in page
        assert f"({reference_index.page_of(name)}#daftra_async.{name})" in pages["reference/models/index.md"]


def test_a_model_page_tells_what_the_class_tells(pages: dict[str, str]) -> None:
    page = pages["reference/models/tax.md"]
    assert '| `name` <small class="mark">required</small> | text | Name of the tax. |' in page
    assert '| `created` <small class="mark">read-only</small> | date and time | Creation date and time, account-local. |' in page
    assert "| `value` | `Decimal` | Tax rate in percent. |" in page
    assert '| `included` <small class="mark">nullable</small> | true or false |' in page
    invoice = pages["reference/models/invoice.md"]
    assert (
        "| `invoice_item` | list of [InvoiceItem](invoice_item.md#daftra_async.InvoiceItem) |"
        " Lines of the document. On the wire `InvoiceItem`. |" in invoice
    )
    assert "| `po_number` |" in invoice  # inherited
    assert "| `3` | `CANCELLED` | Cancelled. |" in pages["reference/models/booking_status.md"]


def test_a_method_is_shown_by_a_short_signature_and_one_table(pages: dict[str, str]) -> None:
    page = pages["reference/resources/invoices.md"]
    assert "\ndaftra.invoices.list(*, page=None, limit=None, ..., **options) -> Pager[Invoice]\n" in page
    assert "\nawait daftra.invoices.get(id, **options) -> Invoice\n" in page
    assert "| `date_from` | date | Earliest document date, inclusive (YYYY-MM-DD). | <code>date(2026, 1, 1)</code> |" in page
    enumeration = "[InvoiceType](../models/invoice_type.md#daftra_async.InvoiceType)"
    assert f"| `type` | {enumeration} or its value | Kind of sales document. | <code>InvoiceType.<wbr>INVOICE</code> |" in page
    signatures = re.findall(r"^(?:await )?daftra\.\w+\.\w+\(.*$", "\n".join(pages.values()), re.MULTILINE)
    assert len(signatures) > 250
    assert max(map(len, signatures)) < 170


def _find(path: str) -> object:
    module = path
    while True:
        module, _, name = module.rpartition(".")
        try:
            found = importlib.import_module(module)
        except ModuleNotFoundError:
            continue
        for name in path.removeprefix(f"{module}.").split("."):
            found = getattr(found, name)
        return found


def test_the_reference_shows_what_exists(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        for name in _OBJECT.findall(text):
            assert _find(name) is not None, f"{path}: {name}"


def test_the_reference_shows_every_public_name(pages: dict[str, str]) -> None:
    shown = {name for path, text in pages.items() for name in _OBJECT.findall(text) if path.startswith("reference/")}
    errors = vars(importlib.import_module("daftra_async.errors"))
    public = {name for name in daftra_async.__all__ if name not in MODULES and name not in errors} - {"UNSET"}
    assert not {name for name in public if f"daftra_async.{name}" not in shown}


@pytest.mark.parametrize(
    ("page", "link", "led"),
    [
        ("bulk.md", "../examples/bulk_import.py", "examples/bulk_import.md"),
        ("tutorial/1-first-call.md", "../../CHANGELOG.md", "../project/changelog.md"),
        ("project/contributing.md", "docs/adr/README.md", "../adr/README.md"),
        ("project/contributing.md", "SECURITY.md#promises", "security.md#promises"),
        ("howto/bots.md", "../bulk.md#reading", "../bulk.md#reading"),
        ("bulk.md", "https://example.com/docs/x.md", "https://example.com/docs/x.md"),
        ("bulk.md", "../openapi/daftra.yaml", "../openapi/daftra.yaml"),  # has no page, so the build complains
    ],
)
def test_links_to_the_repository_lead_to_pages(page: str, link: str, led: str) -> None:
    assert repository_pages.relink(f"see [this]({link}), and `a`", page) == f"see [this]({led}), and `a`"


def test_the_first_mention_of_a_class_leads_to_the_reference() -> None:
    text = (
        "# `Decimal` and `Pager`\n\nA `Pager` of [`Invoice`](x.md), a `Pager`, an `Invoice`.\n\n```text\n`Drift`\n```\n`Decimal`"
    )
    assert name_links.link_names(text, "tutorial/x.md") == text.replace(
        "A `Pager`", "A [`Pager`](../reference/lists.md#daftra_async.Pager)"
    ).replace("an `Invoice`", "an [`Invoice`](../reference/models/invoice.md#daftra_async.Invoice)")
    assert name_links.link_names(text, "reference/lists.md") == text


def test_classes_in_programs_lead_to_the_reference() -> None:
    html = '<span class="n">OutcomeUnknown</span> <span class="n">pager</span> <span class="n">Path</span>'
    link = '<a href="../reference/errors.html#daftra_async.errors.OutcomeUnknown">OutcomeUnknown</a>'
    assert name_links.link_code(html, "tutorial/x.md") == html.replace("OutcomeUnknown", link)
    assert name_links.link_code(html, "x.ar.md").count('href="../reference/errors.html#') == 1
    assert name_links.link_code(html, "reference/lists.md") == html


def test_short_words_of_code_do_not_break() -> None:
    html = "<code>--base-url</code> <code>daftra list invoices</code> <code><span>x</span></code>"
    assert name_links.keep_words(html) == html.replace("<code>--base", '<code class="word">--base')


def test_links_in_code_stay() -> None:
    text = "```md\n[this](../CHANGELOG.md)\n```\n"
    assert repository_pages.relink(text, "bulk.md") == text


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        ("Sequence[int | str] | None", "list of integers or texts"),
        ("Mapping[str, Any]", "mapping"),
        ("dict[int | str, Pager[T_co]]", "mapping of integers or texts to [Pager](lists.md) of items"),
        ("tuple[tuple[str, int], ...]", "tuple of tuples of text and integer"),
        ("AsyncGenerator[bytes, None]", "async iterator of bytes"),
        ("dt.date | Literal['auto', 1] | UnsetType", "date, `'auto'` or `1`"),
        ("Callable[[Page[T]], Awaitable[None]] | None", "function"),
        ("None", ""),
    ],
)
def test_types_are_told_in_words(annotation: str, words: str) -> None:
    assert type_words.in_words(annotation, {"Pager": "lists.md"}.get) == words


def test_cells_of_wide_tables_carry_the_names_of_their_columns() -> None:
    def table(cell: str) -> str:
        head = "".join(f"<th>{name}</th>\n" for name in ("setting", "default", "<b>what</b>"))
        row = f"<td><code>timeout</code></td>\n<td></td>\n<td>{cell}</td>\n"
        return f"<table>\n<thead>\n<tr>\n{head}</tr>\n</thead>\n<tbody>\n<tr>\n{row}</tr>\n</tbody>\n</table>"

    named = stacked_tables.name_cells(table("seconds " * 9))
    assert re.findall(r'<td data-column="(\w+)">', named) == ["setting", "default", "what"]
    assert named.startswith("<table data-stacked>")
    assert stacked_tables.name_cells(table("seconds")) == table("seconds")  # fits as it is


def test_guides_count_more_in_the_search_than_reference_and_notes() -> None:
    pages = ["lists.md", "reference/lists.md", "reference/models/tax.md", "adr/README.md"]
    boosts = [search_terms.boost_of(page) for page in pages]
    assert boosts == sorted(set(boosts), reverse=True)
    assert "rate limit" in search_terms.words_of("settings.md")


def test_nothing_comes_from_elsewhere(config: dict) -> None:
    assert config["theme"]["font"] is False
    assert not any("://" in str(value) for key in ("extra_css", "extra_javascript") for value in config.get(key, []))
    assert "//" not in "".join((DOCS / "stylesheets/site.css").read_text("utf-8").split("/*"))
