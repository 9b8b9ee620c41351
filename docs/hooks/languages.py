"""Pages in Arabic beside those in English.

`lists.ar.md` is the Arabic version of `lists.md`, and becomes `ar/lists.html`. Not every page has one: a link from an Arabic page
leads to the Arabic page where there is one, and otherwise to the English page, and says so.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from repository_pages import outside_code

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from navigation import Entry

SUFFIX = ".ar.md"
FOLDER = "ar/"
_LINK = re.compile(r"(?<!!)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<target>[^)\s#]+)(?P<anchor>#[^)\s]*)?\)(?:\{[^}\n]*\})?")
_MARKS = {
    "en": ("EN", "هذه الصفحة بالإنجليزية"),
    "ar": ("AR", "This page is in Arabic"),
}


def is_arabic(page: str) -> bool:
    """Return whether a path below docs/ is that of an Arabic page."""
    return page.endswith(SUFFIX)


def arabic(page: str) -> str:
    """Return the path of the Arabic version of a page, which need not exist."""
    return page if is_arabic(page) else page.removesuffix(".md") + SUFFIX


def english(page: str) -> str:
    """Return the path of the English version of a page."""
    return page.removesuffix(SUFFIX) + ".md" if is_arabic(page) else page


def url(page: str) -> str:
    """Return where a page is on the site, from its root."""
    folder, name = posixpath.split(english(page).removesuffix(".md"))
    place = posixpath.join(folder, "index" if name == "README" else name) + ".html"
    return FOLDER + place if is_arabic(page) else place


def alternates(page: str, pages: Collection[str]) -> dict[str, str]:
    """Return where each language leads from a page: its version of the page, or its home where it has none."""
    translated = arabic(page)
    return {"en": url(english(page)), "ar": url(translated if translated in pages else arabic("index.md"))}


def mark_foreign_links(markdown: str, page: str, pages: Collection[str]) -> str:
    """Return the text of a page in which links to pages in the other language lead there, and say which language it is.

    Args:
        markdown: The text of the page.
        page: Its path below docs/.
        pages: The paths of all pages, in both languages.
    """

    def lead(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), match["target"]))
        shown = arabic(target) if is_arabic(page) and arabic(target) in pages else target
        if shown not in pages or is_arabic(shown) == is_arabic(page):
            return match[0]
        language = "ar" if is_arabic(shown) else "en"
        mark, title = _MARKS[language]
        href = posixpath.relpath(url(shown), posixpath.dirname(url(page)) or ".") + (match["anchor"] or "")
        text = f'{match["text"]}&nbsp;<sup lang="en">{mark}</sup>'
        return f'<a href="{href}" hreflang="{language}" title="{title}">{text}</a>'

    return outside_code(_LINK, lead, markdown)


def translated(nav: list[Entry], pages: Collection[str]) -> list[Entry]:
    """Return the part of a navigation whose pages exist in Arabic, under their Arabic paths."""
    return list(_translated(nav, pages))


def _translated(nav: list[Entry], pages: Collection[str]) -> Iterator[Entry]:
    for entry in nav:
        if isinstance(entry, str):
            if arabic(entry) in pages:
                yield arabic(entry)
            continue
        [(title, value)] = entry.items()
        if isinstance(value, list):
            kept = translated(value, pages)
            if kept:
                yield {title: kept}
        elif arabic(value) in pages:
            yield {title: arabic(value)}
