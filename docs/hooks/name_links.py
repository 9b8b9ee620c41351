"""Names of classes in the text of a page lead to the reference: each where the page mentions it first."""

from __future__ import annotations

import posixpath
import re

import reference_index
from repository_pages import outside_code

_NAME = re.compile(r"(?<!\[)`(?P<name>[A-Z]\w+)`(?!\])")
_HEADING = re.compile(r"^#.*$", re.MULTILINE)
_LINK = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\(|\[)")
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
