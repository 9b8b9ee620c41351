"""When a walk makes no progress: by numbers, without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from daftra_async.lists.page import Source
from daftra_async.lists.standstill import Standstill, stopped
from daftra_async.wire.jsonl.line import JsonLine
from tests.lists.pages import page

if TYPE_CHECKING:
    from daftra_async.lists.page import Page


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

    def test_lines_of_json_without_ids_are_compared(self) -> None:
        def lines(*numbers: int) -> Page[Any]:
            rows = [JsonLine(b'{"no":%d}' % number, None, (None, None, None)) for number in numbers]
            return attrs.evolve(page([]), data=rows)

        assert seen(Standstill(), lines(1, 2), lines(3, 4), lines(1, 2)) == [None, None, "page 3 repeats page 1"]

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
