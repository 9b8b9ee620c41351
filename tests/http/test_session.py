"""The session of a client and the calls on it; how clients close is in test_lifetime."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from daftra_async.errors import RequestNotSent
from daftra_async.http.session import Interrupted, Lifetime
from tests.waiting import turns


async def test_a_session_is_opened_once_and_closed() -> None:
    life = Lifetime(None)
    assert life.session is None
    session = life.enter()
    assert life.enter() is session
    await life.stop_calls()
    await life.close_session()
    assert session.closed
    with pytest.raises(RequestNotSent, match="make a new one"):
        life.enter()


async def test_a_session_of_the_user_is_not_closed() -> None:
    async with aiohttp.ClientSession() as session:
        life = Lifetime(session)
        assert life.enter() is session
        await life.close_session()
        assert not session.closed
    with pytest.raises(RequestNotSent, match="session="):
        life.enter()


def test_a_client_belongs_to_one_loop() -> None:
    life = Lifetime(None)

    async def use() -> None:
        life.enter()
        await life.close_session()

    asyncio.run(use())
    with pytest.raises(RequestNotSent, match="another event loop"):
        asyncio.run(use())


async def test_calls_are_ended_and_learn_why() -> None:
    life = Lifetime(None)
    ended = []

    async def work() -> None:
        try:
            with life.call():
                await asyncio.Event().wait()
        except Interrupted:
            ended.append(asyncio.current_task())

    tasks = [asyncio.create_task(work()) for _ in range(3)]
    await turns()
    assert life.calls == 3
    await life.stop_calls()
    assert life.calls == 0
    await asyncio.gather(*tasks)
    assert ended == tasks
    assert not any(task.cancelling() for task in tasks)


async def test_the_callers_own_cancellation_goes_first() -> None:
    life = Lifetime(None)

    async def work() -> None:
        with life.call():
            await asyncio.Event().wait()

    task = asyncio.create_task(work())
    await turns()
    task.cancel()
    await life.stop_calls()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_call_that_ends_by_itself_is_not_interrupted() -> None:
    life = Lifetime(None)
    with life.call():
        assert life.calls == 1
    with pytest.raises(ValueError, match="of its own"), life.call():
        raise ValueError("of its own")  # noqa: EM101, TRY003  # code of a user
    assert life.calls == 0
