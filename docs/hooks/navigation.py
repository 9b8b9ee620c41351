"""The navigation of mkdocs.yml with its folders spelled out.

An entry that ends in a slash stands for the pages of that folder, sorted by name and with its index first: in place where it has
no title, as a section where it has one. Pages that the navigation names elsewhere are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Entry = Any
"""A path, or a mapping of one title to a path or to a list of entries, as mkdocs has it."""


def expand(nav: list[Entry], pages: Iterable[str]) -> list[Entry]:
    """Return the navigation with its folders replaced by their pages."""
    named = set(paths(nav))
    free = sorted((page for page in pages if page not in named), key=_rank)
    return list(_expanded(nav, free))


def paths(nav: Entry) -> Iterator[str]:
    """Return every path of a navigation, folders included."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from paths(value)
    else:
        for entry in nav:
            yield from paths(entry)


def _rank(page: str) -> tuple[str, bool, str]:
    folder, _, name = page.rpartition("/")
    return folder, name not in {"index.md", "README.md"}, name


def _expanded(nav: list[Entry], free: list[str]) -> Iterator[Entry]:
    for entry in nav:
        if isinstance(entry, str):
            yield from _folder(entry, free) if entry.endswith("/") else [entry]
            continue
        [(title, value)] = entry.items()
        if isinstance(value, list):
            yield {title: list(_expanded(value, free))}
        elif value.endswith("/"):
            yield {title: _folder(value, free)}
        else:
            yield entry


def _folder(folder: str, free: list[str]) -> list[str]:
    return [page for page in free if page.rpartition("/")[0] == folder.rstrip("/")]
