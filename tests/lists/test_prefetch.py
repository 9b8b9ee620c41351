"""Reading ahead: order, bounds, and that nothing runs on, whatever ends the walk."""

import asyncio
import gc
import pickle
import weakref
from collections import Counter

import pytest
from aiohttp import web
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async import DaftraClient
from daftra_async.errors import ArgumentError, DriftWarning, NotFoundError, ServerError
from daftra_async.lists.drift import Drift
from daftra_async.lists.page import Page
from daftra_async.lists.pager import Pager
from daftra_async.lists.walk import WalkPlan
from daftra_async.sandbox import Sandbox
from tests.lists.test_pager import NEVER, Pages, read, records
from tests.waiting import turns, until


async def test_order_and_bound():
    pages = Pages(20, delay=lambda page: 100 if page % 3 == 0 else 5)
    assert [record async for record in pages.pager().prefetch(4)] == records(*range(1, 21))
    assert pages.most == 4
    assert Counter(pages.asked) == Counter([None, *range(2, 21)])


@pytest.mark.parametrize("known", [True, False])
async def test_one_is_plain_walking(known):
    pages = Pages(5, known=known)
    async for page in pages.pager().prefetch(1).pages():
        await turns(8)
        assert len(pages.asked) == page.page
    assert pages.most == 1


async def test_falls_back_to_walking_without_a_page_count():
    pages = Pages(5, known=False)
    async for page in pages.pager().prefetch(8).pages():
        await turns(8)
        assert len(pages.asked) == page.page
    assert pages.most == 1


async def test_begins_when_a_later_page_tells_the_count():
    pages = Pages(6, delay=lambda _: 5)
    pages.change[1] = {"page_count": None}
    assert await pages.pager().prefetch(4).collect() == records(*range(1, 7))
    assert pages.most == 4


async def test_reads_on_while_a_page_is_worked_on():
    pages = Pages(9)
    async for page in pages.pager().prefetch(3).pages():
        await turns(8)
        assert max(number or 1 for number in pages.asked) == min(page.page + 3, 9)


async def test_the_number_of_a_view_is_a_default():
    pages = Pages(20, delay=lambda _: 5)
    view = pages.pager().prefetch(3)
    await view.collect()
    assert pages.most == 3
    await view.checked(on_drift="raise").collect()
    assert pages.most == 3
    await view.collect(concurrency=5)
    assert pages.most == 5
    assert [page.page async for page in view.pages(concurrency=1)] == list(range(1, 21))
    assert pages.most == 5


class Row:
    """A record whose life can be watched."""

    def __init__(self, alive):
        alive.add(self)


@pytest.mark.parametrize("most", [1, 3, 8])
@pytest.mark.parametrize("slow", [False, True])
async def test_memory_is_bounded(most, slow):
    alive, peak = weakref.WeakSet(), 0

    async def fetch(number):
        number = number or 1
        await asyncio.sleep(0)
        rows = [Row(alive) for _ in range(5)]
        return Page(data=rows, page=number, page_count=40, total_results=200, has_next=number < 40, next_page=None)

    count = 0
    async for _ in Pager(WalkPlan(fetch, lambda *_: AssertionError())).prefetch(most):
        count += 1
        if slow:
            await turns(4)
        peak = max(peak, len(alive))
    assert count == 200
    # Those in flight or waiting, and the one being consumed.
    assert peak <= (most + (most > 1)) * 5 + 1  # the last record of the page before is still the loop's
    if slow and most > 1:
        assert peak >= most * 5


async def test_an_error_stands_in_its_place():
    pages = Pages(50, delay=lambda page: 100 if page == 2 else 1 if page <= 4 else NEVER)
    pages.change[4] = ServerError(500)
    seen = []
    with pytest.raises(ServerError):
        async for record in pages.pager().prefetch(8):
            seen.append(record)
            await turns(8)
    assert seen == records(1, 2, 3)
    assert pages.running == 0
    # Page 4 had failed before page 2 came, and nothing was begun since.
    assert max(pages.asked[1:]) == 9


async def test_break_leaves_nothing_running():
    pages = Pages(50, delay=lambda page: 1 if page <= 3 else NEVER)
    async for page in pages.pager().prefetch(8).pages():
        if page.page == 3:
            await turns(1)
            assert pages.running == 8
            break
    await turns(8)
    assert pages.running == 0
    async for record in pages.pager().prefetch(8).map(str).filter(bool):
        if record == "30":
            break
    await turns(8)
    assert pages.running == 0
    assert len(asyncio.all_tasks()) == 1


async def test_an_exception_of_the_consumer_leaves_nothing_running():
    pages = Pages(50, delay=lambda page: 1 if page <= 3 else NEVER)

    async def consume():
        async for record in pages.pager().prefetch(8):
            if record == 30:
                raise KeyError(record)

    with pytest.raises(KeyError):
        await consume()
    await turns(8)
    assert pages.running == 0
    assert len(asyncio.all_tasks()) == 1


@pytest.mark.parametrize("shape", [lambda pager: pager, lambda pager: pager.map(str).limit(100).chunk(1)])
async def test_async_with_waits_for_the_end(shape):
    pages = Pages(50, delay=lambda page: 1 if page <= 3 else NEVER)
    async with shape(pages.pager().prefetch(8)) as stream:
        async for _ in stream:
            await turns(1)
            if pages.running == 8:
                break
        kept = aiter(stream)
        await anext(kept)
    assert pages.running == 0
    await turns(8)
    assert len(asyncio.all_tasks()) == 1
    # What is iterated on ends, and starting over is possible.
    assert len([item async for item in kept]) <= 8
    assert await anext(aiter(stream))
    await stream.aclose()


async def test_closing_from_another_task_ends_the_walk():
    pages = Pages(50, delay=lambda page: 1 if page <= 3 else NEVER)
    pager = pages.pager().prefetch(8)
    walk = asyncio.ensure_future(pager.collect())
    await until(lambda: len(pages.asked) == 11)
    await turns()
    await pager.aclose()
    assert pages.running == 0
    assert await walk == records(1, 2, 3)


async def test_cancelled_while_waiting_for_a_page():
    pages = Pages(50, delay=lambda page: 1 if page <= 3 else NEVER)
    task = asyncio.ensure_future(pages.pager().prefetch(8).collect())
    await until(lambda: len(pages.asked) == 11)
    await turns()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert pages.running == 0
    assert len(asyncio.all_tasks()) == 1


async def test_a_loop_that_ends_meanwhile():
    pages = Pages(50, delay=lambda page: 1 if page <= 3 else NEVER)

    async def main():
        walk = pages.pager().prefetch(8).pages()
        await anext(walk)
        return walk  # neither finished nor closed

    walk = await asyncio.to_thread(asyncio.run, main())
    assert pages.running == 0
    del walk
    gc.collect()


async def test_totals_are_looked_at_in_order():
    pages = Pages(30, delay=lambda page: 5 * (page % 5))
    for number in range(11, 31):
        pages.change[number] = {"total_results": 61}
    pager = pages.pager().prefetch(8)
    with pytest.warns(DriftWarning, match="60 records before page 11, 61 records there") as caught:
        await pager.collect()
    assert len(caught) == 1
    assert pager.drift == Drift(first_total=60, last_total=61, pages=(11,))
    assert pager.total == 61


@settings(max_examples=60, deadline=None)
@given(
    count=st.integers(1, 12),
    most=st.integers(1, 10),
    delays=st.lists(st.integers(0, 3), min_size=12, max_size=12),
    bad=st.none() | st.integers(1, 12),
    taken=st.integers(0, 30),
)
def test_same_as_walking(count, most, delays, bad, taken):
    """Whatever comes late or fails: the same records as page by page, then the same error, and nothing left."""

    async def walk(ahead, pause):
        pages = Pages(count)

        async def fetch(number):
            for _ in range(pause[(number or 1) - 1]):
                await asyncio.sleep(0)
            return await pages(number)

        if bad is not None:
            pages.change[bad] = NotFoundError(404, message=str(bad))
        seen, failed = [], None
        try:
            await read(Pager(WalkPlan(fetch, lambda *_: AssertionError())).prefetch(ahead).limit(taken), seen)
        except NotFoundError as error:
            failed = error.message
        assert pages.running == 0
        assert pages.most <= ahead
        assert len(asyncio.all_tasks()) == 1
        return seen, failed, len(pages.asked)

    plain, ahead = asyncio.run(walk(1, [0] * 12)), asyncio.run(walk(most, delays))
    assert plain[:2] == ahead[:2]
    if bad is None:
        # A limit asks for no page more than walking does.
        assert plain[2] == ahead[2]


async def test_refused():
    for value in (0, -1, True, "2", 1.5, None):
        with pytest.raises(ArgumentError, match="n: "):
            Pages(1).pager().prefetch(value)


async def test_over_a_real_socket():
    """Break after page 3 leaves no request running, and no more come."""
    late, holding = asyncio.Event(), asyncio.Event()

    @web.middleware
    async def hold(request, handler):
        if int(request.query.get("page", "1")) > 9:
            holding.set()
            await late.wait()
        return await handler(request)

    async with (
        Sandbox("demo", middlewares=[hold]) as sandbox,
        DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra,
    ):
        life, limiter = daftra._pipeline.life, daftra._pipeline.limiter
        async for page in daftra.clients.list(limit=2).prefetch(8).pages():
            if page.page == 3:
                await until(lambda: (life.calls, len(sandbox.requests)) == (2, 11))
                break
        await turns(8)
        assert (life.calls, limiter.in_use, limiter.waiting) == (0, 0, 0)
        await turns(300)
        assert len(sandbox.requests) == 11

        async with daftra.clients.list(limit=2).prefetch(4) as clients:
            async for _ in clients:
                break
        assert (life.calls, limiter.in_use, limiter.waiting) == (0, 0, 0)

        holding.clear()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(None) as limit, asyncio.TaskGroup() as group:
                group.create_task(daftra.clients.list(limit=2).prefetch(8).collect())
                await holding.wait()
                limit.reschedule(0)
        assert (life.calls, limiter.in_use, limiter.waiting) == (0, 0, 0)

        late.set()
        held = [client.id async for client in daftra.clients.list(limit=100)]
        assert [client.id async for client in daftra.clients.list(limit=100).prefetch(8)] == held
        assert len(held) == sandbox.count("clients.list")


async def test_an_error_in_the_middle_over_a_real_socket():
    async def refuse(request, handler):
        if request.query.get("page") == "5":
            return web.json_response({"code": 404, "result": "failed", "message": "Not Found"}, status=404)
        return await handler(request)

    async with (
        Sandbox("demo", middlewares=[web.middleware(refuse)]) as sandbox,
        DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra,
    ):
        pager, seen = daftra.clients.list(limit=3).prefetch(8), []
        with pytest.raises(NotFoundError) as caught:
            await read(pager, seen)
        assert daftra._pipeline.life.calls == 0
        assert len(seen) == 12
        token = pickle.loads(pickle.dumps(caught.value)).token
        assert token == pager.token
        plain = daftra.clients.list(limit=3)
        assert await plain.limit(12).collect() == seen
        assert token == plain.token
