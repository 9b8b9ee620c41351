"""Links of the built pages, and what they weigh."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import attrs
import pytest

if TYPE_CHECKING:
    from pathlib import Path

_LINKS = {"href", "src"}


@attrs.define
class Page(HTMLParser):
    """The links and the anchors of one page."""

    links: list[str] = attrs.Factory(list)
    anchors: set[str] = attrs.Factory(set)

    def __attrs_pre_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id" and value:
                self.anchors.add(value)
            elif name in _LINKS and value and (tag, name) != ("link", "canonical"):
                self.links.append(value)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    found = {}
    for path in site.rglob("*.html"):
        found[path.resolve()] = page = Page()
        page.feed(path.read_text("utf-8"))
    return found


def test_links_lead_somewhere(site: Path, pages: dict[Path, Page]) -> None:
    broken = {
        f"{path.relative_to(site.resolve())}: {link}"
        for path, page in pages.items()
        if path.name != "404.html"  # its links are those of the root of a server
        for link in page.links
        if not _leads(link, path, pages)
    }
    assert broken == set()


def _leads(link: str, path: Path, pages: dict[Path, Page]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if target in pages:
        anchor = unquote(parts.fragment)
        return not anchor or anchor.startswith("__") or anchor in pages[target].anchors
    return target.is_file()


def test_nothing_comes_from_elsewhere(pages: dict[Path, Page]) -> None:
    """A page works without the internet: what it loads is beside it."""
    loaded = {link for page in pages.values() for link in page.links if urlsplit(link).netloc and link.endswith((".js", ".css"))}
    assert loaded == set()


@pytest.mark.parametrize("name", ["index.html", "ar/index.html", "tutorial/2-lists.html", "reference/resources/invoices.html"])
def test_a_page_is_light(site: Path, name: str) -> None:
    """Everything that it loads at once, compressed as servers send it."""
    path = site / name
    parser = Page()
    parser.feed(path.read_text("utf-8"))
    files = {(path.parent / link).resolve() for link in parser.links if link.endswith((".js", ".css", ".svg", ".png"))}
    weight = sum(len(gzip.compress(file.read_bytes())) for file in {path, *(file for file in files if file.is_file())})
    assert weight < 250_000


def test_the_search_is_light(site: Path) -> None:
    assert len(gzip.compress((site / "search" / "search_index.json").read_bytes())) < 500_000


def test_the_python_api_has_short_signatures_and_tables(site: Path) -> None:
    pages = {path.name: path.read_text("utf-8") for path in site.glob("reference/*.html")}
    assert "async with DaftraClient" in re.sub(r"<[^>]*>", "", pages["client.html"])
    [row] = re.findall(
        r"<tr>\n<td[^>]*><code[^>]*>limiter</code></td>.*?</tr>", pages["client.html"].partition("from_env</h3>")[0], re.DOTALL
    )[:1]
    assert '<a href="settings.html#daftra_async.Limiter">Limiter</a>' in row
    assert "shared with other clients" in row
    code = [
        re.sub(r"<[^>]*>", "", block)
        for text in pages.values()
        for block in re.findall(r"<code[^>]*>.*?</code>", text, re.DOTALL)
    ]
    signatures = [line for block in code for line in block.splitlines() if re.match(r"(await )?\w[\w.]*\(.*\) -&gt; ", line)]
    assert len(signatures) > 150
    assert max(map(len, signatures)) < 150
