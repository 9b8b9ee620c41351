"""Who works on what; how edits and find_or_create use it is in tests/writes."""

from __future__ import annotations

import asyncio

import pytest

from daftra_async.errors import DaftraTimeout, RequestNotSent
from daftra_async.http.turns import Turns, record_key, sending
from daftra_async.resources import brands, clients, invoices
from tests.waiting import turns as let_run


async def test_first_come_first_served() -> None:
    work, order = Turns(), []

    async def use(name: str) -> None:
        async with work.turn("record", name):
            order.append(name)
            await asyncio.sleep(0)

    await asyncio.gather(*(use(name) for name in "abcd"))
    assert order == list("abcd")
    assert len(work) == 0


async def test_other_keys_do_not_wait() -> None:
    work = Turns()
    async with work.turn("a", "a"):
        assert (work.holds("a"), work.holds("b"), len(work)) == (True, False, 1)
        async with work.turn("b", "b"):
            assert len(work) == 2
    assert not work.holds("a")


async def test_a_wait_for_oneself_is_refused() -> None:
    work = Turns()
    async with work.turn("a", "invoice 7"):
        with pytest.raises(RequestNotSent, match="invoice 7 is being edited by the block around this call"):
            await work.turn("a", "invoice 7").begin()
    assert len(work) == 0


async def test_a_circle_of_two_is_refused() -> None:
    work = Turns()

    async def use(first: str, second: str) -> None:
        async with work.turn(first, first):
            await let_run(3)
            async with work.turn(second, second):
                pass

    told = await asyncio.gather(use("a", "b"), use("b", "a"), return_exceptions=True)
    assert [type(each) for each in told].count(RequestNotSent) == 1
    assert told.count(None) == 1
    assert len(work) == 0


async def test_a_turn_that_does_not_come_in_time() -> None:
    work = Turns()
    waiting = work.turn("a", "invoice 7")

    async def other() -> None:
        with pytest.raises(DaftraTimeout, match="invoice 7"):
            await waiting.begin(timeout=0)

    holder = work.turn("a", "invoice 7")
    task = asyncio.create_task(other())
    await holder.begin()
    await task
    holder.end()
    waiting.end()
    assert len(work) == 0


async def test_a_cancelled_wait_leaves_nothing() -> None:
    work = Turns()
    holder = work.turn("a", "a")
    waiting = asyncio.create_task(work.turn("a", "a").begin())
    await holder.begin()
    await let_run()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    holder.end()
    assert len(work) == 0


async def test_writes_of_one_record_take_turns_and_reads_do_not() -> None:
    work = Turns()
    async with sending(work, clients.UPDATE, {"id": 7}):
        assert len(work) == 1
        async with sending(work, clients.UPDATE, {"id": "7"}):  # the same one: it is held already
            assert len(work) == 1
        async with sending(work, clients.UPDATE, {"id": 8}):
            assert len(work) == 2
        async with sending(work, clients.GET, {"id": 9}), sending(work, clients.CREATE, {}):
            assert len(work) == 1
    assert len(work) == 0


def test_one_record_has_one_key() -> None:
    assert record_key(clients.UPDATE, {"id": 7}) == record_key(clients.DELETE, {"id": "7"})
    assert record_key(clients.UPDATE, {"id": 7}) != record_key(invoices.UPDATE, {"id": 7})
    assert record_key(brands.UPDATE, {"id": 7}) != record_key(brands.UPDATE, {"id": 8})
    assert record_key(clients.CREATE, {}) is None
