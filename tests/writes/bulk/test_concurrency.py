"""Many jobs at once, as many as the width allows."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async.writes.bulk.concurrency import breathe, each


@given(st.integers(1, 6), st.integers(0, 30))
def test_each_does_all_jobs_in_order_within_the_width(width: int, count: int) -> None:
    begun: list[int] = []
    running, most = 0, 0

    async def work(job: int) -> None:
        nonlocal running, most
        begun.append(job)
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1

    asyncio.run(each(range(count), work, lambda: width))
    assert begun == list(range(count))
    assert most == min(width, count)


async def test_a_failure_ends_the_others_and_is_raised() -> None:
    ended: list[int] = []

    async def work(job: int) -> None:
        if job == 1:
            raise LookupError
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(job)

    with pytest.raises(LookupError):
        await each(range(9), work, lambda: 3)
    assert sorted(ended) == [0, 2]


async def test_the_width_is_asked_again_and_is_at_least_one() -> None:
    widths = iter([2, 2, 2, *[0] * 20])
    begun: list[int] = []

    async def work(job: int) -> None:
        begun.append(job)
        await asyncio.sleep(0)

    await each(range(5), work, lambda: next(widths))
    assert begun == [0, 1, 2, 3, 4]


async def test_a_long_loop_lets_others_have_their_turn() -> None:
    seen: list[int] = []

    async def other() -> None:
        seen.append(at)

    task = asyncio.create_task(other())
    for at in range(300):
        await breathe(at)
    await task
    assert seen == [199]
