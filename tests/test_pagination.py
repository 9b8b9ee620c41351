import asyncio
import contextlib

import pytest

from daftra_async.errors import ArgumentError
from daftra_async.pagination import Page, Pager


class Pages:
    """A list of pages 1..count with two records each."""

    def __init__(self, count, *, known=True, delay=None):
        self.count = count
        self.known = known
        self.asked = []
        self.running = 0
        self.most = 0
        self.delay = delay or (lambda page: 0)
        self.change = {}

    async def __call__(self, number):
        self.asked.append(number)
        page = 1 if number is None else number
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            await asyncio.sleep(self.delay(page))
        finally:
            self.running -= 1
        if isinstance(change := self.change.get(page), Exception):
            raise change
        values = {
            "data": [page * 10, page * 10 + 1],
            "page": page,
            "page_count": self.count if self.known else None,
            "total_results": self.count * 2,
            "has_next": page < self.count,
            "next_page": page + 1 if page < self.count else None,
        }
        return Page(**{**values, **(change or {})})

    def pager(self, start=None):
        return Pager(self, lambda asked, page: LookupError(f"{asked} {page.page}"), start)


def records(*numbers):
    return [value for number in numbers for value in (number * 10, number * 10 + 1)]


async def test_await_gives_the_first_page():
    pages = Pages(3)
    pager = pages.pager()
    assert pager.total is None
    page = await pager
    assert list(page) == [10, 11]
    assert len(page) == 2
    assert pager.total == 6
    assert pages.asked == [None]
    assert (await pages.pager(2)).page == 2


@pytest.mark.parametrize("known", [True, False])
async def test_walks_and_can_be_walked_again(known):
    pages = Pages(3, known=known)
    pager = pages.pager()
    for _ in range(2):
        assert [record async for record in pager] == records(1, 2, 3)
    assert pages.asked == [None, 2, 3] * 2
    assert [page.page async for page in pager.pages()] == [1, 2, 3]


async def test_start_page():
    pages = Pages(4)
    assert await pages.pager(3).collect() == records(3, 4)
    assert pages.asked == [3, 4]
    assert await pages.pager(3).collect(concurrency=4) == records(3, 4)


async def test_look_ahead_is_ordered_and_bounded():
    pages = Pages(20, delay=lambda page: 0.02 if page % 3 == 0 else 0.001)
    assert await pages.pager().collect(concurrency=4) == records(*range(1, 21))
    assert pages.most == 4
    assert sorted(pages.asked[1:]) == list(range(2, 21))


async def test_consumer_bounds_what_is_fetched():
    pages = Pages(50)
    walk = pages.pager().pages(concurrency=3)
    async with contextlib.aclosing(walk):
        for _ in range(5):
            await anext(walk)
            await asyncio.sleep(0.01)
        assert max(number or 1 for number in pages.asked) <= 5 + 3
    assert pages.running == 0


async def test_error_and_cancel_clean_up():
    pages = Pages(50, delay=lambda page: 0.01 * page)
    pages.change[3] = ValueError("broken")
    with pytest.raises(ValueError, match="broken"):
        await pages.pager().collect(concurrency=8)
    assert pages.running == 0
    task = asyncio.ensure_future(Pages(9, delay=lambda page: 10 if page > 1 else 0).pager().collect(concurrency=8))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(asyncio.all_tasks()) == 1


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"has_next": False, "next_page": None}, [1, 2]),
        ({"next_page": 2}, [1, 2]),
        ({"next_page": 1}, [1, 2]),
        ({"next_page": 0}, [1, 2]),
        ({"next_page": 10**9}, [1, 2, 3, 4]),
        ({"data": []}, [1]),
        ({"page_count": 2}, [1, 2]),
        ({"next_page": None, "has_next": True}, [1, 2, 3, 4]),
    ],
)
@pytest.mark.parametrize("concurrency", [1, 3])
async def test_strange_next(change, expected, concurrency):
    pages = Pages(4)
    pages.change[2] = change
    assert await pages.pager().collect(concurrency=concurrency) == records(*expected)


@pytest.mark.parametrize("concurrency", [1, 3])
async def test_a_server_that_ignores_the_page_is_found_out(concurrency):
    pages = Pages(4)
    pages.change = {number: {"page": 1, "data": [10, 11], "has_next": True, "next_page": 2} for number in (2, 3, 4)}
    with pytest.raises(LookupError, match="2 1"):
        await pages.pager().collect(concurrency=concurrency)


async def test_a_list_that_shrinks_ends():
    pages = Pages(4)
    pages.change[3] = {"page": 2, "page_count": 2, "data": [20, 21], "has_next": False}
    assert await pages.pager().collect() == records(1, 2)


async def test_a_list_that_grows_is_followed():
    pages = Pages(2)
    pages.change[2] = {"page_count": 3, "has_next": True, "next_page": 3}
    assert await pages.pager().collect(concurrency=2) == records(1, 2, 3)


async def test_refused():
    for value in (0, -1, True, "2", 1.5):
        with pytest.raises(ArgumentError, match="concurrency"):
            Pages(1).pager().pages(concurrency=value)
