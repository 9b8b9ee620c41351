"""Kinds take turns, and within a kind it is first come first served."""

from __future__ import annotations

import asyncio

from daftra_async.http.fair_queue import FairQueue


def waiter() -> asyncio.Future[None]:
    return asyncio.get_running_loop().create_future()


def drain(queue: FairQueue[asyncio.Future[None]]) -> list[asyncio.Future[None]]:
    served = []
    while (head := queue.head()) is not None:
        queue.pop()
        served.append(head)
    return served


async def test_kinds_take_turns_and_keep_their_order() -> None:
    queue: FairQueue[asyncio.Future[None]] = FairQueue()
    many, few = [waiter() for _ in range(4)], [waiter() for _ in range(2)]
    for each in many:
        queue.add("many", each)
    for each in few:
        queue.add(None, each)
    assert len(queue) == queue.waiting == 6
    assert drain(queue) == [many[0], few[0], many[1], few[1], many[2], many[3]]
    assert len(queue) == 0


async def test_looking_takes_nothing() -> None:
    queue: FairQueue[asyncio.Future[None]] = FairQueue()
    first, second = waiter(), waiter()
    queue.add("a", first)
    queue.add("a", second)
    assert queue.head() is queue.head() is first
    assert len(queue) == 2


async def test_those_who_gave_up_are_passed_over() -> None:
    queue: FairQueue[asyncio.Future[None]] = FairQueue()
    gone, alone, there = waiter(), waiter(), waiter()
    for kind, each in (("a", gone), ("b", alone), ("a", there)):
        queue.add(kind, each)
    gone.cancel()
    alone.cancel()
    assert queue.waiting == 1
    assert drain(queue) == [there]


async def test_removed_ones_leave_no_kind_behind() -> None:
    queue: FairQueue[asyncio.Future[None]] = FairQueue()
    only, other = waiter(), waiter()
    queue.add("a", only)
    queue.remove("a", other)
    queue.remove("b", only)
    assert len(queue) == 1
    queue.remove("a", only)
    assert queue.head() is None
    queue.add("b", other)
    queue.add("a", only)
    assert drain(queue) == [other, only]


async def test_cleared() -> None:
    queue: FairQueue[asyncio.Future[None]] = FairQueue()
    queue.add("a", waiter())
    queue.clear()
    assert queue.head() is None
    assert queue.waiting == 0
