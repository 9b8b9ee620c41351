"""Merges the pages of an incremental run into those of earlier ones, by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daftra_async.export.files import create, present, reopen
from daftra_async.export.tabular.pages import keys_of, pages, write_pages
from daftra_async.wire.columns.keys import MADE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from daftra_async.export.tabular.pages import StoredPage
    from daftra_async.wire.columns.layout import Table


def merge(table: Table, base: Path | None, changes: Path, result: Path) -> int:
    """Write the records of `base` that have not changed, then those of `changes`; return how many there are.

    Of several changes of a record the last one counts. Records without an id cannot be matched: those of `changes` are all
    appended. Only the ids of `changes` are held in memory, about 150 bytes each. `base` may be missing.
    """
    last = _last_places(table, changes)
    with create(result) as out:
        records = 0 if base is None or not present(base) else write_pages(out, _unchanged(table, base, last))
        return records + write_pages(out, _newest(table, changes, last))


def _last_places(table: Table, changes: Path) -> dict[str, int]:
    """Return where each id comes for the last time."""
    with reopen(changes) as file:
        keys = (key for page in keys_of(file, table) for key in page)
        return {key: place for place, key in enumerate(keys) if key[0] != MADE}


def _unchanged(table: Table, base: Path, last: dict[str, int]) -> Iterator[StoredPage]:
    with reopen(base) as file:
        for page in pages(file, table):
            keys = page.keys.to_pylist()
            places = [at for at, key in enumerate(keys) if key not in last]
            yield page if len(places) == len(keys) else page.take(places)


def _newest(table: Table, changes: Path, last: dict[str, int]) -> Iterator[StoredPage]:
    first = 0
    with reopen(changes) as file:
        for page in pages(file, table):
            keys = page.keys.to_pylist()
            places = [at for at, key in enumerate(keys) if last.get(key, first + at) == first + at]
            yield page if len(places) == len(keys) else page.take(places)
            first += len(keys)
