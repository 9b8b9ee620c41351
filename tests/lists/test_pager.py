import asyncio
import contextlib
import gc
import pickle

import pytest

from daftra_async.errors import ArgumentError, DriftError, DriftWarning, IncompleteListError
from daftra_async.lists.drift import Drift
from daftra_async.lists.page import Page
from daftra_async.lists.pager import Pager
from daftra_async.lists.walk import WalkPlan
from tests.waiting import turns

NEVER = 10**9
"""Turns of the loop that no test waits for."""


class Pages:
    """A list of pages 1..count with two records each."""

    def __init__(self, count, *, known=True, delay=None):
        self.count = count
        self.known = known
        self.asked = []
        self.running = 0
        self.most = 0
        self.delay = delay or (lambda page: 1)
        """Turns of the loop that a page takes."""
        self.change = {}

    async def __call__(self, number):
        self.asked.append(number)
        page = 1 if number is None else number
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            if (delay := self.delay(page)) == NEVER:
                await asyncio.Event().wait()
            await turns(delay)
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
        return Pager(WalkPlan(self, lambda asked, page: LookupError(f"{asked} {page.page}"), start))


async def read(stream, into):
    async for item in stream:
        into.append(item)  # what came before an error stays


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
    pages = Pages(20, delay=lambda page: 100 if page % 3 == 0 else 5)
    assert await pages.pager().collect(concurrency=4) == records(*range(1, 21))
    assert pages.most == 4
    assert sorted(pages.asked[1:]) == list(range(2, 21))


async def test_consumer_bounds_what_is_fetched():
    pages = Pages(50)
    walk = pages.pager().pages(concurrency=3)
    async with contextlib.aclosing(walk):
        for _ in range(5):
            await anext(walk)
            await turns()
        assert max(number or 1 for number in pages.asked) <= 5 + 3
    assert pages.running == 0


async def test_error_and_cancel_clean_up():
    pages = Pages(50, delay=lambda page: 20 * page)
    pages.change[3] = ValueError("broken")
    with pytest.raises(ValueError, match="broken"):
        await pages.pager().collect(concurrency=8)
    assert pages.running == 0
    task = asyncio.ensure_future(Pages(9, delay=lambda page: NEVER if page > 1 else 1).pager().collect(concurrency=8))
    await turns()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(asyncio.all_tasks()) == 1


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"has_next": False, "next_page": None}, [1, 2]),
        ({"next_page": 2}, [1, 2, 3, 4]),
        ({"next_page": 1}, [1, 2, 3, 4]),
        ({"next_page": 0}, [1, 2, 3, 4]),
        ({"next_page": 10**9}, [1, 2, 3, 4]),
        ({"data": []}, [1]),
        ({"page_count": 2}, [1, 2]),
        ({"next_page": None, "has_next": True}, [1, 2, 3, 4]),
    ],
)
@pytest.mark.parametrize("concurrency", [1, 3])
async def test_strange_next(change, expected, concurrency):
    pages = Pages(4)
    pages.change[2] = {"total_results": 2 * change["page_count"], **change} if "page_count" in change else change
    pager = pages.pager().checked(on_drift="ignore" if "page_count" in change else "raise")
    if expected[-1] == change.get("page_count", 4):
        assert await pager.collect(concurrency=concurrency) == records(*expected)
        assert not pager.drift.ended_early
    else:  # ended while the list claims to have more
        ignored = pages.pager().checked(on_drift="ignore", incomplete="ignore")
        assert await ignored.collect(concurrency=concurrency) == records(*expected)
        with pytest.raises(DriftError, match="claims to have 4 pages"):
            await pager.collect(concurrency=concurrency)
        with pytest.raises(IncompleteListError, match=f"after {2 * len(expected)} of 8"):
            await pages.pager().collect(concurrency=concurrency)


@pytest.mark.parametrize("concurrency", [1, 3])
async def test_a_server_that_ignores_the_page_is_found_out(concurrency):
    pages = Pages(4)
    pages.change = {number: {"page": 1, "data": [10, 11], "has_next": True, "next_page": 2} for number in (2, 3, 4)}
    with pytest.raises(LookupError, match="2 1"):
        await pages.pager().collect(concurrency=concurrency)


async def test_a_list_that_shrinks_ends():
    pages = Pages(4)
    pages.change[3] = {"page": 2, "page_count": 2, "total_results": 4, "data": [20, 21], "has_next": False}
    with pytest.warns(DriftWarning, match="2 pages where page 3"):
        assert await pages.pager().collect() == records(1, 2)
    pager = pages.pager().checked(on_drift="raise")
    with pytest.raises(DriftError) as caught:
        await pager.collect()
    assert pager.drift == caught.value.drift == Drift(first_total=8, last_total=4, pages=(3,))


async def test_a_list_that_grows_is_followed():
    pages = Pages(2)
    pages.change[2] = {"page_count": 3, "has_next": True, "next_page": 3}
    assert await pages.pager().collect(concurrency=2) == records(1, 2, 3)


def moving(pages):
    """A record is inserted after page 2: the last record of page 2 comes again on page 3."""
    for page in (3, 4):
        data = [{"id": value - 1 if value % 10 else (page - 1) * 10 + 1} for value in (page * 10, page * 10 + 1)]
        pages.change[page] = {"total_results": 9, "data": data}
    for page in (1, 2):
        pages.change[page] = {"data": [{"id": page * 10}, {"id": page * 10 + 1}]}
    return pages


@pytest.mark.parametrize("concurrency", [1, 3])
async def test_a_changing_number_of_records_is_reported(concurrency):
    pager = moving(Pages(4)).pager()
    assert pager.drift == Drift()
    with pytest.warns(DriftWarning, match="8 records before page 3, 9 records there"):
        assert len(await pager.collect(concurrency=concurrency)) == 8
    assert pager.drift == Drift(first_total=8, last_total=9, pages=(3,))
    silent = pager.checked(on_drift="ignore")
    await silent.collect(concurrency=concurrency)
    assert silent.drift.pages == (3,)
    walk = pager.checked(on_drift="raise").pages(concurrency=concurrency)
    assert [(await anext(walk)).page for _ in range(2)] == [1, 2]
    with pytest.raises(DriftError, match="page 3") as caught:
        await anext(walk)
    assert pickle.loads(pickle.dumps(caught.value)).drift == caught.value.drift


@pytest.mark.parametrize("concurrency", [1, 3])
async def test_duplicates_are_dropped_by_id(concurrency):
    pager = moving(Pages(4)).pager().checked(on_drift="ignore", dedupe=True)
    ids = [record["id"] for record in await pager.collect(concurrency=concurrency)]
    assert ids == [10, 11, 20, 21, 30, 31, 40]
    assert pager.drift.duplicates == 1
    pages = [page async for page in pager.pages(concurrency=concurrency)]
    assert [len(page.data) for page in pages] == [2, 2, 1, 2]
    assert pager.drift.duplicates == 1


async def test_a_page_of_nothing_but_duplicates_does_not_end_the_walk():
    pages = Pages(3)
    pages.change = {page: {"data": [{"id": 1 if page < 3 else 7}], "total_results": 3} for page in (1, 2, 3)}
    pager = pages.pager().checked(dedupe=True)
    assert await pager.collect() == [{"id": 1}, {"id": 7}]
    assert pager.drift == Drift(first_total=3, last_total=3, duplicates=1)
    assert pager.drift


async def test_records_without_an_id_are_kept():
    pages = Pages(1)
    pages.change[1] = {"data": [{}, {}, {"id": None}, {"id": [1]}, {"id": [1]}, "x", "x"]}
    assert len(await pages.pager().checked(dedupe=True).collect()) == 7


async def test_fewer_records_than_claimed_without_a_page_count():
    pages = Pages(3, known=False)
    pages.change[2] = {"has_next": False}
    with pytest.raises(DriftError, match="6 records"):
        await pages.pager().checked(on_drift="raise").collect()
    # From the middle it cannot be told.
    assert await pages.pager(2).checked(on_drift="raise").collect() == records(2)


async def test_checks_refused():
    for values in ({"on_drift": "stop"}, {"on_drift": None}, {"dedupe": 1}):
        with pytest.raises(ArgumentError, match="expected"):
            Pages(1).pager().checked(**values)


async def test_refused():
    for value in (0, -1, True, "2", 1.5):
        with pytest.raises(ArgumentError, match="concurrency"):
            Pages(1).pager().pages(concurrency=value)


async def test_a_walk_left_at_once_leaves_no_coroutine_behind():
    walk = Pager(WalkPlan(Pages(9), lambda asked, got: AssertionError())).pages(concurrency=8)
    await anext(walk)
    task = asyncio.ensure_future(anext(walk))
    await asyncio.sleep(0)  # the pages ahead are tasks by now, and none has run
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await walk.aclose()
    gc.collect()  # a coroutine that was never awaited would warn here, and warnings are errors
