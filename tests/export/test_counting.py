"""Whether a list came whole."""

from __future__ import annotations

import tracemalloc
from typing import Any

import pytest

from daftra_async import models, structure
from daftra_async.export.counting import Count, Seen
from daftra_async.export.protocols import Checkpoint
from daftra_async.lists.page import Page


def test_ids_that_follow_each_other_take_little_memory() -> None:
    seen = Seen()
    tracemalloc.start()
    assert not any(map(seen.add, range(1, 20_001)))
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert held < 100_000, "a set takes 1.7 MB"
    assert all(map(seen.add, range(1, 20_001)))


@pytest.mark.parametrize("key", [0, 255, 256, -1, 10**17, 10**18, 10**30, "007", "A-7", "\u0663", 1.5])
def test_ids_of_any_kind_are_told_apart(key: object) -> None:
    seen = Seen()
    for other in (7, 3, 257, "7 ", 15):
        seen.add(other)
    assert not seen.add(key)
    assert seen.add(str(key))


def page(number: int, *ids: object, total: int | None, pages: int | None = None) -> Page[Any]:
    rows = [structure(models.Client, {} if each is None else {"id": each}) for each in ids]
    return Page(data=rows, page=number, page_count=pages, total_results=total, has_next=False, next_page=None)


def count(*pages: Page[Any], at: Checkpoint | None = None, known: tuple[str, ...] = ()) -> Count:
    made = Count(at)
    made.know(known)
    for each in pages:
        made.see(each)
    return made


@pytest.mark.parametrize(
    ("pages", "distinct", "doubled", "short"),
    [
        ([page(1, 1, 2, total=3), page(2, 3, total=3)], 3, 0, False),
        ([page(1, 1, 2, total=3), page(2, 2, total=3)], 2, 1, True),  # the one that came twice hides the one that did not come
        ([page(1, 1, 2, total=3), page(2, "2", total=3)], 2, 1, True),
        ([page(1, None, None, total=2)], 2, 0, False),  # without ids they are counted as they come
        ([page(1, 1, 2, total=5), page(2, 3, total=3)], 3, 0, False),  # two were deleted meanwhile
        ([page(1, total=0)], 0, 0, False),
    ],
)
def test_each_record_counts_once(pages: list[Page[Any]], distinct: int, doubled: int, short: bool) -> None:
    found = count(*pages)
    assert (found.distinct, found.doubled, found.short) == (distinct, doubled, short)


def test_an_interrupted_walk_is_counted_as_a_whole() -> None:
    at = Checkpoint(page=1, records=2, read=2, total=4, least=4, first=2)
    assert not count(page(2, 3, 4, total=4), at=at, known=("1", "2")).short
    again = count(page(2, 2, 4, total=4), at=at, known=("1", "2"))
    assert (again.distinct, again.tally.announced, again.short) == (3, 4, True)
