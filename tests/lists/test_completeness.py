"""What of a list came and what is missing: by numbers, without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from daftra_async.lists.completeness import Coverage, Tally, incomplete
from daftra_async.lists.page import Source
from daftra_async.lists.resume_token import PagePosition
from tests.lists.pages import page

if TYPE_CHECKING:
    from daftra_async.lists.page import Page


def tallied(start: int, *pages: Page[Any], asked: int | None = None, resumed: PagePosition | None = None) -> Tally:
    tally = Tally(start, asked, resumed, "begin")
    for number, each in enumerate(pages, start):
        tally.see(each, number)
        tally.mark(each)
    return tally


class TestTally:
    def test_the_smallest_total_counts(self) -> None:
        tally = tallied(1, page([1, 2], total=5), page([3, 4], total=4), page([5], total=6))
        assert (tally.received, tally.announced, tally.is_complete, tally.first, tally.least) == (5, 4, True, 2, 4)
        assert not tallied(1, page([1, 2], total=5), page([3, 4], total=5)).is_complete

    @pytest.mark.parametrize(
        ("rows", "count", "announced"),
        [([2], 1, 2), ([2], 3, 5), ([2, 2], 3, 5), ([2, 2, 1], 3, 5), ([2, 2, 2], 3, 6), ([2, 1, 1], 3, 5), ([3], 2, 4)],
    )
    def test_without_totals_pages_are_as_full_as_the_first_one(self, rows: list[int], count: int, announced: int) -> None:
        tally = tallied(1, *(page(range(each), at, count) for at, each in enumerate(rows, 1)))
        assert (tally.received, tally.announced) == (sum(rows), announced)
        assert tally.is_complete == (sum(rows) >= announced)

    def test_the_smallest_page_count_counts_and_pages_that_came_count(self) -> None:
        assert tallied(1, page([1, 2], 1, 5), page([3, 4], 2, 2)).announced == 4
        assert tallied(1, page([1, 2], 1, 2), page([3, 4], 2, 5)).announced == 4
        assert tallied(1, page([1, 2], 1, 1), page([3, 4], 2, 1), page([5], 3, 1)).announced == 5

    def test_nothing_is_known_of_a_list_without_counts(self) -> None:
        assert tallied(1, page([1, 2]), page([3])).announced == 3
        assert tallied(1, page([1, 2]), page([], 2)).announced == 3
        assert tallied(1).announced == 0

    def test_skipped_pages_were_full(self) -> None:
        tally = tallied(3, page([5, 6], 3, 4, 7), page([7], 4, 4, 7, more=False))
        assert (tally.received, tally.announced) == (7, 7)
        assert tallied(3, page([5, 6], 3, 4, 8), page([7], 4, 4, 8, more=False)).received == 7
        assert tallied(2, page([3, 4], 2, 3), page([5], 3, 3, more=False), asked=50).received == 5

    @pytest.mark.parametrize(
        ("start", "rows", "count", "total", "received"),
        [
            (5, 15, 5, 96, 107),
            (5, 15, 5, 97, 111),
            (2, 5, 2, 20, 24),
            (2, 5, 1, 20, 25),
            (2, 5, None, 20, 25),
            (2, 5, 2, None, 10),
        ],
    )
    def test_pages_before_the_only_one_seen_may_have_been_large(
        self, start: int, rows: int, count: int | None, total: int | None, received: int
    ) -> None:
        assert tallied(start, page(range(rows), start, count, total, more=False)).received == received

    def test_before_any_page(self) -> None:
        assert (Tally(3).received, Tally(3).announced, Tally(1).is_complete) == (0, 0, True)

    def test_where_a_walk_goes_on(self) -> None:
        resumed = PagePosition(page=2, more=True, total=9, count=5, first=1, last=4, received=4, size=2, least=8)
        tally = tallied(3, page([5, 6], 3, 5, 9), resumed=resumed)
        assert (tally.received, tally.announced, tally.first, tally.least) == (6, 8, 2, 8)
        old = msgspec.structs.replace(resumed, received=None, size=None, least=None)
        tally = tallied(3, page([5, 6], 3, 5, 9), resumed=old)
        assert (tally.received, tally.announced) == (6, 9)

    def test_the_token_is_that_of_the_last_full_page(self) -> None:
        assert tallied(1).token == "begin"
        assert tallied(1, page([1, 2]), page([3, 4], 2)).token == "t2"
        assert tallied(1, page([1, 2]), page([3], 2), page([4, 5], 3)).token == "t1"
        assert tallied(1, page([1, 2]), page([], 2), page([4, 5], 3)).token == "t1"

    def test_the_error(self) -> None:
        error = incomplete(tallied(1, page([1, 2], total=5)), Source(operation="x.list", url="/x"))
        assert str(error) == (
            "x.list: the list ended early, after 2 of 5 announced records; read it again. If this account always announces more"
            ' than it shows, accept that with .checked(incomplete="warn") (or "ignore") (GET /x)'
        )
        assert (error.announced, error.received, error.token, error.status) == (5, 2, "t1", 200)
        assert (error.operation, error.method, error.url, error.body) == ("x.list", "GET", "/x", "")


def covered(*pages: tuple[int, Page[Any]], full: int | None = None) -> Coverage:
    coverage = Coverage(full=full)
    for number, each in pages:
        coverage.see(each, number)
    return coverage


class TestCoverage:
    def test_all_came(self) -> None:
        coverage = covered((1, page([1, 2], 1, 2, 3)), (2, page([3], 2, 2, 3, more=False)))
        assert (coverage.full, coverage.rows, coverage.least, coverage.gap, coverage.missing) == (2, 3, 3, None, None)

    def test_rows_that_did_not_come(self) -> None:
        assert covered((1, page([1, 2], 1, 2, 4, more=False))).missing == "2 of 4 announced rows came"
        assert covered((1, page([1, 2], 1, 2, more=False))).missing is None

    @pytest.mark.parametrize(
        ("pages", "gap"),
        [
            ([(1, page([1, 2])), (2, page([3, 4], 1))], "page 2 was asked for and page 1 came"),
            ([(1, page([1, 2])), (2, page([3], 2))], "page 2 holds 1 rows, and the first one 2"),
            ([(1, page([1, 2])), (2, page([3], 2, 3, more=False))], "page 2 holds 1 rows, and the first one 2"),
            ([(1, page([1, 2])), (2, page([], 2, more=False))], "page 2 holds 0 rows, and the first one 2"),
            ([(1, page([1, 2], 1, 2, 5))], "2 pages of 2 rows cannot hold the 5 that it announces"),
            ([(1, page([1, 2])), (2, page([1, 2], 2))], "page 2 repeats page 1"),
            ([(1, page([1, 2])), (2, page([3], 2)), (3, page([], 3))], "page 2 holds 1 rows, and the first one 2"),
        ],
    )
    def test_gaps(self, pages: list[tuple[int, Page[Any]]], gap: str) -> None:
        assert covered(*pages).gap == gap

    def test_no_gaps(self) -> None:
        assert covered((1, page([], 1, 1, 0, more=False))).gap is None
        assert covered((1, page([], 1, 1, None, more=False))).gap is None
        assert covered((1, page([1, 2], 1, 2, 4))).gap is None
        assert covered((1, page([1, 2])), (2, page([3], 2, 2, more=False))).gap is None
        assert covered((9, page([8, 9], 9, 9, more=False)), (8, page([6, 7], 8, 9))).gap is None
        assert covered((3, page([5], 3, 3, more=False)), full=2).gap is None
        assert covered((2, page([3], 2, 3)), full=2).gap == "page 2 holds 1 rows, and the first one 2"


def test_where_only_the_last_page_was_seen() -> None:
    """How large the pages before it were, nobody knows: they get the benefit of the doubt."""
    for total, count, asked in ((95, 5, None), (95, 5, 20), (115, 5, None), (None, 5, None), (95, None, None), (95, 5, 1000)):
        tally = Tally(5, asked)
        tally.see(page(range(15), 5, count, total, more=False), 5)
        assert tally.is_complete
    tally = Tally(3, 20)
    tally.see(page(range(20), 3, 3, 95, more=False), 3)
    assert not tally.is_complete
    assert tally.received == 60


def test_text_without_a_place() -> None:
    assert str(incomplete(Tally(1), Source())).startswith("request: the list ended early, after 0 of 0")
