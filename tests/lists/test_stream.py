"""Steps on the way from a list to its use."""

import asyncio
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async import DaftraClient, unstructure
from daftra_async.errors import ArgumentError, ServerError
from daftra_async.sandbox import Sandbox
from tests.lists.test_pager import NEVER, Pages, read, records
from tests.waiting import turns


async def later(value):
    await asyncio.sleep(0)
    return value


async def test_nothing_is_sent_before_it_is_iterated():
    pages = Pages(3)
    stream = pages.pager().filter(bool).map(str).limit(3).chunk(2)
    await asyncio.sleep(0)
    assert pages.asked == []
    assert await stream.collect() == [["10", "11"], ["20"]]
    assert await stream.collect() == [["10", "11"], ["20"]]
    assert pages.asked == [None, 2] * 2


@pytest.mark.parametrize(
    ("n", "asked"),
    [(0, []), (1, [None]), (2, [None]), (3, [None, 2]), (4, [None, 2]), (7, [None, 2, 3, 4]), (99, [None, *range(2, 10)])],
)
@pytest.mark.parametrize("most", [1, 8])
async def test_limit_fetches_what_it_needs(n, asked, most):
    pages = Pages(9)
    stream = pages.pager().prefetch(most)
    for limited in (stream.limit(n), stream.map(int).limit(n)):
        pages.asked.clear()
        assert await limited.collect() == records(*range(1, 10))[:n]
        assert pages.asked == asked
    pages.asked.clear()
    assert len(await stream.chunk(2).limit(n // 2).collect()) == min(9, n // 2)
    assert len(pages.asked) == min(9, n // 2)


async def test_a_limit_of_chunks_is_one_of_records():
    pages = Pages(20, delay=lambda _: 5)
    assert len(await pages.pager().prefetch(8).map(str).chunk(4).limit(3).collect()) == 3
    assert (pages.most, len(pages.asked)) == (5, 6)


async def test_limits_of_limits():
    pages = Pages(9)
    assert await pages.pager().prefetch(8).limit(3).limit(50).collect() == records(1, 2)[:3]
    assert await pages.pager().prefetch(8).limit(50).limit(3).collect() == records(1, 2)[:3]
    assert pages.asked == [None, 2] * 2


async def test_limit_after_filter_reads_on_until_there_are_enough():
    pages = Pages(9)
    assert await pages.pager().filter(lambda record: record > 60).limit(2).collect() == [61, 70]
    assert max(pages.asked[1:]) == 7


async def test_limit_with_dropped_duplicates_reads_on():
    pages = Pages(4)
    pages.change = {page: {"data": [{"id": 1}, {"id": page}]} for page in range(1, 5)}
    stream = pages.pager().checked(dedupe=True).prefetch(8).limit(3)
    assert await stream.collect() == [{"id": 1}, {"id": 2}, {"id": 3}]


async def test_nothing_runs_while_the_last_one_is_worked_on():
    pages = Pages(50, delay=lambda page: 1 if page <= 3 else NEVER)
    seen = 0
    async for _ in pages.pager().prefetch(8).filter(bool).limit(5):
        seen += 1
        await turns()
        assert (pages.running > 0) == (seen < 5)
    assert seen == 5


async def test_predicates_and_functions_may_be_coroutine_functions():
    pager = Pages(3).pager()
    assert await pager.filter(lambda record: later(record % 2)).collect() == [11, 21, 31]
    assert await pager.map(lambda record: later(record + 1)).collect() == [11, 12, 21, 22, 31, 32]
    # A pager can be awaited too, but is what was asked for.
    assert await pager.limit(2).map(lambda _: pager).collect() == [pager, pager]


async def test_each_record_goes_through_all_steps_before_the_next():
    told = []

    def tell(name):
        return lambda record: told.append((name, record)) or True

    async for record in Pages(2).pager().filter(tell("filter")).filter(tell("again")):
        told.append(("used", record))
        if record == 11:
            break
    assert told == [(name, record) for record in (10, 11) for name in ("filter", "again", "used")]


async def test_an_error_of_a_function_ends_the_walk():
    pages = Pages(50, delay=lambda page: 1 if page <= 3 else NEVER)
    with pytest.raises(ZeroDivisionError):
        await pages.pager().prefetch(8).map(lambda record: 1 // (record - 30)).collect()
    assert pages.running == 0
    with pytest.raises(ZeroDivisionError):
        await pages.pager().prefetch(8).filter(lambda record: 1 // (record - 30) or True).collect()
    assert pages.running == 0


async def test_what_came_before_an_error_is_not_lost():
    pages = Pages(9)
    pages.change[3] = ServerError(500)
    chunks = []
    with pytest.raises(ServerError) as caught:
        await read(pages.pager().chunk(3), chunks)
    assert chunks == [[10, 11, 20], [21]]
    assert caught.value.token is None  # these pages belong to no list of the catalogue
    with pytest.raises(ServerError):
        await pages.pager().chunk(2).collect()


@settings(max_examples=80, deadline=None)
@given(
    count=st.integers(1, 6),
    most=st.integers(1, 4),
    steps=st.lists(
        st.tuples(st.sampled_from(["limit", "chunk", "odd", "double"]), st.integers(1, 7)),
        max_size=4,
    ),
)
def test_the_same_as_with_lists(count, most, steps):
    def flat(value):
        return sum(map(flat, value)) if isinstance(value, list) else value

    stream, expected = Pages(count).pager().prefetch(most), records(*range(1, count + 1))
    for step, n in steps:
        match step:
            case "limit":
                stream, expected = stream.limit(n), expected[:n]
            case "chunk":
                stream, expected = stream.chunk(n), [expected[at : at + n] for at in range(0, len(expected), n)]
            case "odd":
                stream, expected = stream.filter(lambda item: flat(item) % 2), [item for item in expected if flat(item) % 2]
            case _:
                stream, expected = stream.map(lambda item: [item, item]), [[item, item] for item in expected]
    assert asyncio.run(stream.collect()) == expected


async def test_refused():
    pager = Pages(1).pager()
    for value in (-1, True, "2", 1.5, None):
        with pytest.raises(ArgumentError, match="n: "):
            pager.limit(value)
        with pytest.raises(ArgumentError, match="n: "):
            pager.chunk(value)
    with pytest.raises(ArgumentError, match="from 1"):
        pager.chunk(0)
    for value in (None, "id", 7):
        with pytest.raises(ArgumentError, match="fn: "):
            pager.map(value)
        with pytest.raises(ArgumentError, match="fn: "):
            pager.filter(value)
    with pytest.raises(TypeError, match="int is none"):
        await pager.to_dicts().collect()


def test_shown():
    assert repr(Pages(1).pager().prefetch(8).limit(3)) == "<limited <Pager of a list>>"


async def test_records_as_data():
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        orders = daftra.purchase_invoices.list(limit=50).prefetch(4)
        held = await daftra.purchase_invoices.list(limit=50).collect()
        assert len(held) > 150
        assert await orders.to_dicts().limit(120).collect() == [unstructure(order) for order in held[:120]]
        assert await orders.to_dicts(native=True).limit(2).collect() == [order.to_dict(native=True) for order in held[:2]]
        chunks = await orders.to_dicts().chunk(70).collect()
        assert list(itertools.chain(*chunks)) == [unstructure(order) for order in held]
        rows = await daftra.entities.list("client").limit(3).collect()
        assert await daftra.entities.list("client").to_dicts().limit(3).collect() == [unstructure(row) for row in rows]
        asked = len(sandbox.requests)
        await daftra.invoices.list(limit=20).prefetch(8).limit(50).collect()
        assert len(sandbox.requests) - asked == 3
