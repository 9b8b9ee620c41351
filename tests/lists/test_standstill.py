"""When a walk makes no progress, and what of a list is missing: by numbers, without a server."""

from __future__ import annotations

from typing import Any

import attrs
import msgspec
import pytest

from daftra_async.errors import ArgumentError, DriftError, DriftWarning, IncompleteListError, IncompleteListWarning
from daftra_async.lists.completeness import Coverage, Source, Tally, incomplete
from daftra_async.lists.drift import ChangeDetector, Drift, DriftPolicy
from daftra_async.lists.pager import Page
from daftra_async.lists.resume_token import PagePosition
from daftra_async.lists.standstill import Standstill, stopped


@attrs.frozen
class Row:
    id: int | str | None


def page(ids: Any, number: int = 1, count: int | None = None, total: int | None = None, *, more: bool = True) -> Page[Any]:
    rows = [Row(each) for each in ids]
    return Page(data=rows, page=number, page_count=count, total_results=total, has_next=more, next_page=None, token=f"t{number}")


def seen(standstill: Standstill, *pages: Page[Any]) -> list[str | None]:
    return [standstill.see(each, number) for number, each in enumerate(pages, 1)]


class TestStandstill:
    def test_pages_that_bring_something_new(self) -> None:
        assert seen(Standstill(), page([1, 2]), page([3, 4]), page([2, 1]), page([1]), page([1, 3])) == [None] * 5

    def test_a_page_of_several_rows_may_not_come_again(self) -> None:
        assert seen(Standstill(), page([1, 2]), page([3, 4]), page([1, 2])) == [None, None, "page 3 repeats page 1"]

    def test_the_same_page_may_be_seen_twice(self) -> None:
        standstill = Standstill()
        assert [standstill.see(page([1, 2]), 1), standstill.see(page([1, 2]), 1)] == [None, None]

    def test_the_last_row_and_the_number_of_rows_count(self) -> None:
        long = list(range(100))
        assert seen(Standstill(), page(long), page([*long[:-1], 500]), page([*long, 99])) == [None] * 3
        assert seen(Standstill(), page([*range(12)]), page([*range(11), 500])) == [None] * 2

    def test_some_rows_in_the_middle_count(self) -> None:
        long = list(range(80))
        assert seen(Standstill(), page(long), page([*long[:40], 500, *long[41:]])) == [None] * 2
        for place in range(15):
            short = list(range(15))
            short[place] = 500
            assert seen(Standstill(), page(range(15)), page(short)) == [None] * 2

    def test_empty_pages_say_nothing(self) -> None:
        assert seen(Standstill(), page([]), page([]), page([])) == [None] * 3

    def test_a_single_row_may_come_again_three_times_in_a_row(self) -> None:
        assert seen(Standstill(), *[page([1])] * 5) == [*[None] * 4, "page 5 repeats page 1"]
        assert seen(Standstill(), *[page([1])] * 4, page([2]), *[page([1])] * 3) == [None] * 8

    def test_while_as_many_rows_come_in_pages_may_repeat(self) -> None:
        grown = [page([1, 2], total=10), *(page([1, 2], total=12 + at) for at in range(101))]
        assert seen(Standstill(), *grown) == [*[None] * 101, "page 102 repeats page 1"]
        assert seen(Standstill(), page([1, 2], total=10), page([1, 2], total=11)) == [None, "page 2 repeats page 1"]
        assert seen(Standstill(), page([1, 2]), page([1, 2], total=2)) == [None, None]

    def test_twenty_times_what_was_announced(self) -> None:
        pages = [page([at], total=1) for at in range(21)]
        told = "21 records came of a list that announces 1, and it goes on"
        assert seen(Standstill(), *pages) == [*[None] * 20, told]
        pages = [page([at], total=2 if at == 0 else None) for at in range(41)]
        assert seen(Standstill(), *pages)[39:] == [None, told.replace("21", "41").replace("1,", "2,")]
        assert seen(Standstill(), *(page([at, -at - 1], total=1) for at in range(60))) == [None] * 60
        assert seen(Standstill(), *(page([at], total=0) for at in range(60))) == [None] * 60

    def test_the_error(self) -> None:
        error = stopped("page 2 repeats page 1", Source(operation="x.list", url="/x?page=2"))
        assert (error.status, error.operation, error.method, error.url) == (200, "x.list", "GET", "/x?page=2")
        assert str(error) == "x.list: 200 the list makes no progress: page 2 repeats page 1 (GET /x?page=2)"


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


SOURCE = Source(operation="x.list", url="/x")


def watched(*pages: Page[Any], start: int = 1, resumed: PagePosition | None = None, **checks: Any) -> ChangeDetector:
    watcher = ChangeDetector(DriftPolicy(**checks), start, Tally(start, None, resumed, None), resumed)
    for number, each in enumerate(pages, start):
        watcher.tally.see(each, number)
        watcher.see(each, number)
    return watcher


class TestWatcher:
    def test_nothing_happened(self) -> None:
        watcher = watched(page([1, 2], 1, 2, 3), page([3], 2, 2, 3, more=False))
        watcher.end(2, SOURCE)
        assert watcher.drift == Drift(first_total=3, last_total=3)
        assert not watcher.drift

    def test_the_total_changed(self) -> None:
        with pytest.warns(DriftWarning, match="changed while it was walked: 4 records before page 2, 3 records there"):
            watcher = watched(page([1, 2], 1, 2, 4), page([3], 2, 2, 3))
        assert watcher.drift == Drift(first_total=4, last_total=3, pages=(2,))
        with pytest.raises(DriftError, match="3 pages before page 2, 4 pages there") as caught:
            watched(page([1, 2], 1, 3), page([3, 4], 2, 4), on_drift="raise")
        assert caught.value.drift == Drift(pages=(2,))
        ignored = watched(page([1], 1, 9, 9), page([2], 2, 9, 8), page([3], 3, 9, 9), on_drift="ignore")
        assert ignored.drift.pages == (2, 3)
        # What one page says and the other does not, is compared with nothing.
        assert watched(page([1], 1, None, 5), page([2], 2, 3, None), page([3], 3), on_drift="raise").drift.pages == ()

    def test_it_ended_before_its_pages(self) -> None:
        watcher = watched(page([1, 2], 1, 3, 2))
        with pytest.warns(DriftWarning, match="ended at page 1, after 2 records, and claims to have 3 pages"):
            watcher.end(1, SOURCE)
        assert watcher.drift.ended_early
        with pytest.raises(DriftError, match="claims to have 3 pages"):
            watched(page([1, 2], 1, 3), on_drift="raise").end(1, SOURCE)
        watched(page([1, 2], 1, 1, 2), on_drift="raise").end(1, SOURCE)

    def test_it_ended_before_its_records(self) -> None:
        watcher = watched(page([1, 2], total=5))
        with pytest.raises(IncompleteListError, match="after 2 of 5"):
            watcher.end(1, SOURCE)
        assert watcher.drift.ended_early
        with pytest.warns(IncompleteListWarning, match="after 2 of 5"):
            watched(page([1, 2], total=5), incomplete="warn").end(1, SOURCE)
        watched(page([1, 2], total=5), incomplete="ignore").end(1, SOURCE)
        with pytest.raises(DriftError, match="after 2 records, and claims to have 5 records"):
            watched(page([1, 2], total=5), on_drift="raise").end(1, SOURCE)

    def test_a_part_that_was_asked_for_ends_as_it_likes(self) -> None:
        watcher = watched(page([1, 2], total=2))
        watcher.end(1, None)
        assert not watcher.drift
        with pytest.warns(DriftWarning, match="5 records"):
            watched(page([1, 2], total=5)).end(1, None)
        watched(page([3, 4], 2, total=5), start=2).end(2, None)

    def test_duplicates_are_dropped(self) -> None:
        watcher = ChangeDetector(DriftPolicy(dedupe=True), 1, Tally(1))
        given = [watcher.see(each, at).data for at, each in enumerate((page([1, 2]), page([2, None, None, 3]), page([1, 3])), 1)]
        assert [[row.id for row in rows] for rows in given] == [[1, 2], [None, None, 3], []]
        assert watcher.drift.duplicates == 3
        same = page([7])
        assert watcher.see(same, 4) is same

    def test_a_page_is_gone(self) -> None:
        watcher = watched(page([1, 2], 1, 3, 6), page([3, 4], 2, 3, 6))
        with pytest.warns(DriftWarning, match="changed while it was walked: it has 2 pages where page 3 was due"):
            watcher.shrunk(page([3, 4], 2, 2, 4), 3)
        assert watcher.drift == Drift(first_total=6, last_total=4, pages=(3,))
        assert watcher.tally.announced == 4
        watcher.end(2, SOURCE)

    def test_going_on(self) -> None:
        resumed = PagePosition(page=2, more=True, total=6, count=3, first=3, last=4, received=4, size=2, least=6)
        assert not watched(page([5, 6], 3, 3, 6, more=False), start=3, resumed=resumed).drift
        with pytest.warns(DriftWarning, match="before it was walked on: record 4 was on page 2, now on 3"):
            watcher = watched(page([4, 5], 3, 3, 6, more=False), start=3, resumed=resumed)
        assert watcher.drift == Drift(first_total=6, last_total=6, pages=(3,))
        with pytest.warns(DriftWarning, match="6 records before page 3, 7 records there"):
            watcher = watched(page([5, 6], 3, 4, 7), start=3, resumed=resumed)
        assert watcher.drift == Drift(first_total=6, last_total=7, pages=(3,))
        fresh = ChangeDetector(DriftPolicy(), 3, Tally(3, None, resumed), resumed)
        assert fresh.drift == Drift(first_total=6, last_total=6)
        unmoved = [page([5, 6], 3, 4, 6), page([3, 4], 4, 4, 6)]
        watched(*unmoved, start=3, resumed=msgspec.structs.replace(resumed, count=4), on_drift="raise")

    @pytest.mark.parametrize(
        ("name", "value", "told"),
        [
            ("on_drift", "shout", "'shout' was given; allowed is 'raise', 'warn' or 'ignore'"),
            ("incomplete", None, "None was given; allowed is 'raise', 'warn' or 'ignore'"),
            ("dedupe", 1, "1 was given; allowed is True or False"),
        ],
    )
    def test_refused(self, name: str, value: Any, told: str) -> None:
        with pytest.raises(ArgumentError) as caught:
            DriftPolicy(**{name: value})
        assert (caught.value.argument, str(caught.value)) == (name, f"{name}: {told}")
