"""Names of classes lead to the reference: in the text of a page where it mentions them first, in its programs everywhere."""

from __future__ import annotations

import posixpath
import re

import languages
import reference_index
from repository_pages import outside_code

_NAME = re.compile(r"(?<!\[)`(?P<name>[A-Z]\w+)`(?!\])")
_IN_CODE = re.compile(r'<span class="(?:n|nc|ne)">(?P<name>[A-Z]\w+)</span>')
_HEADING = re.compile(r"^#.*$", re.MULTILINE)
_LINK = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\(|\[)")
_WORD = re.compile(r"<code>(?=[\w=./-]{1,28}</code>)")
_OWN = ("adr/", "project/", "reference/")
"""Folders whose pages link what they want linked, or are the reference."""


def link_names(markdown: str, page: str) -> str:
    """Return the text of a page with the first mention of each public class as a link."""
    if page.startswith(_OWN):
        return markdown
    taken = [match.span() for pattern in (_HEADING, _LINK) for match in pattern.finditer(markdown)]
    seen: set[str] = set()

    def lead(match: re.Match[str]) -> str:
        name = match["name"]
        place = reference_index.places().get(name)
        if place is None or name in seen or any(start <= match.start() < end for start, end in taken):
            return match[0]
        seen.add(name)
        return f"[{match[0]}]({posixpath.relpath(place, posixpath.dirname(page) or '.')})"

    return outside_code(_NAME, lead, markdown)


def link_code(html: str, page: str) -> str:
    """Return the HTML of a page with each public class in its programs as a link."""
    if page.startswith(_OWN):
        return html

    def lead(match: re.Match[str]) -> str:
        place = reference_index.places().get(match["name"])
        if place is None:
            return match[0]
        described, _, anchor = place.partition("#")
        href = posixpath.relpath(languages.url(described), posixpath.dirname(languages.url(page)) or ".")
        return match[0].replace(match["name"], f'<a href="{href}#{anchor}">{match["name"]}</a>')

    return _IN_CODE.sub(lead, html)


def keep_words(html: str) -> str:
    """Return the HTML of a page in which short words of code never break: `--base-url` would, after each hyphen."""
    return _WORD.sub('<code class="word">', html)
