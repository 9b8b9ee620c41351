"""Pages of the Python API: a line `::: daftra_async.Pager` becomes the section of that object.

Indented words below it say more: `inherited` shows what a class inherits too, `without members` only what a module says.
"""

from __future__ import annotations

import re

import api_sections
import api_sources

_BLOCK = re.compile(r"^::: (?P<path>\S+)\n?(?P<options>(?:    .*\n?)*)", re.MULTILINE)


def written_out(markdown: str, page: str) -> str:
    """Return the text of a page with the sections in place of the lines that name their objects."""

    def write(match: re.Match[str]) -> str:
        options = match["options"].split("\n")
        stated = {option.strip() for option in options if option}
        path = match["path"]
        if api_sources.find(path).is_module:
            lines = api_sections.module(path, page, members="without members" not in stated)
        else:
            lines = api_sections.section(path, page, inherited="inherited" in stated)
        return "\n".join(lines) + "\n"

    return _BLOCK.sub(write, markdown)
