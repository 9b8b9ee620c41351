"""Edits of one record take turns within a client."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from daftra_async import DaftraClient
from daftra_async.errors import ConflictError, NotFoundError, RequestNotSent
from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def account() -> AsyncIterator[tuple[Sandbox, DaftraClient]]:
    async with Sandbox("empty") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
        yield sandbox, daftra


async def made(daftra: DaftraClient, **values: Any) -> Any:
    return (await daftra.clients.create({"business_name": "Somebody", "notes": "0", **values})).id


async def test_no_edit_of_a_hundred_is_lost(account: Any) -> None:
    sandbox, daftra = account
    identity = await made(daftra)
    patient = daftra.with_settings(timeout=60)

    async def add(number: int) -> None:
        # Views of a client share the turns; ids as text and as number are one.
        view, name = (patient, str(identity)) if number % 2 else (daftra, identity)
        async with view.clients.edit(name) as draft:
            await asyncio.sleep(0)
            draft.notes = f"{draft.notes} {number}"

    await asyncio.gather(*(add(number) for number in range(1, 101)))
    assert sorted(map(int, sandbox.record("client", identity)["notes"].split())) == list(range(101))
    assert len(daftra._executor.turns) == 0


async def test_edits_of_other_records_do_not_wait(account: Any) -> None:
    _, daftra = account
    first, second = await made(daftra), await made(daftra)
    async with daftra.clients.edit(first) as outer, daftra.clients.edit(second) as inner:
        outer.notes = inner.notes = "both"
    assert [(await daftra.clients.get(each)).notes for each in (first, second)] == ["both", "both"]


async def test_an_edit_inside_an_edit_of_the_same_record_is_refused(account: Any) -> None:
    sandbox, daftra = account
    identity = await made(daftra)
    sandbox.requests.clear()
    async with daftra.clients.edit(identity) as draft:
        with pytest.raises(RequestNotSent, match=f"clients {identity} is being edited by the block around this call"):
            async with daftra.clients.edit(str(identity)):
                pass
        with pytest.raises(RequestNotSent, match="being edited by the block around"):
            await asyncio.gather(daftra.with_settings(timeout=5).clients.edit(identity).__aenter__())
        draft.notes = "outer"
    assert [request.method for request in sandbox.requests] == ["GET", "GET", "PUT"]
    async with daftra.clients.edit(identity) as draft:
        assert draft.notes == "outer"
    assert len(daftra._executor.turns) == 0


async def test_two_that_wait_for_each_other(account: Any) -> None:
    sandbox, daftra = account
    first, second = await made(daftra), await made(daftra)
    both = asyncio.Barrier(2)

    async def edit(outer: int, inner: int) -> None:
        async with daftra.clients.edit(outer) as draft:
            await both.wait()
            async with daftra.clients.edit(inner) as other:
                other.notes = draft.notes = f"{outer} then {inner}"

    async with asyncio.timeout(10):
        told = await asyncio.gather(edit(first, second), edit(second, first), return_exceptions=True)
    (refused,) = [each for each in told if each is not None]
    assert isinstance(refused, RequestNotSent)
    assert "neither could go on" in str(refused)
    assert sandbox.record("client", first)["notes"] == sandbox.record("client", second)["notes"] != "0"
    assert len(daftra._executor.turns) == 0


async def test_three_in_a_circle_with_children(account: Any) -> None:
    _, daftra = account
    ids = [await made(daftra) for _ in range(3)]
    all_in = asyncio.Barrier(3)

    async def child(identity: int) -> None:
        async with daftra.clients.edit(identity) as draft:
            draft.notes = "child"

    async def edit(at: int) -> None:
        async with daftra.clients.edit(ids[at]):
            await all_in.wait()
            await asyncio.gather(asyncio.create_task(child(ids[(at + 1) % 3])))

    async with asyncio.timeout(10):
        told = await asyncio.gather(*map(edit, range(3)), return_exceptions=True)
    assert sum(isinstance(each, RequestNotSent) for each in told) == 1
    assert sum(each is None for each in told) == 2
    assert len(daftra._executor.turns) == 0


async def test_who_fails_or_is_cancelled_lets_the_next_one_go(account: Any) -> None:
    sandbox, daftra = account
    identity = await made(daftra)
    with pytest.raises(NotFoundError):
        async with daftra.clients.edit(999999):
            pass
    with pytest.raises(ZeroDivisionError):
        async with daftra.clients.edit(identity):
            raise ZeroDivisionError
    entered, leave = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        async with daftra.clients.edit(identity) as draft:
            entered.set()
            await leave.wait()
            draft.notes = "slow"

    async def quick(notes: str) -> None:
        async with daftra.clients.edit(identity) as draft:
            draft.notes = notes

    holder = asyncio.create_task(slow())
    await entered.wait()
    waiting = [asyncio.create_task(quick(name)) for name in ("never", "last")]
    await asyncio.sleep(0)
    waiting[0].cancel()
    holder.cancel()
    told = await asyncio.gather(holder, *waiting, return_exceptions=True)
    assert [type(each) for each in told] == [asyncio.CancelledError, asyncio.CancelledError, type(None)]
    assert sandbox.record("client", identity)["notes"] == "last"
    assert len(daftra._executor.turns) == 0


async def test_an_update_of_the_block_is_a_conflict(account: Any) -> None:
    _, daftra = account
    identity = await made(daftra)
    with pytest.raises(ConflictError):
        async with daftra.clients.edit(identity) as draft:
            await daftra.clients.replace(identity, {"business_name": "Other", "notes": "replaced"})
            draft.city = "Cairo"
    assert (await daftra.clients.get(identity)).notes == "replaced"
