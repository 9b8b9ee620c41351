"""What is made up does not stay."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web

from daftra_async.prove import Stayed
from daftra_async.sandbox import Faults, Rule
from tests.prove.conftest import examined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from daftra_async.sandbox import Sandbox


def texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from texts(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each, key)
    elif isinstance(value, str):
        yield key, value


def alive(sandbox: Sandbox) -> dict[str, int]:
    return {name: number for name, number in sandbox.counts().items() if number}


async def test_everything_made_is_deleted() -> None:
    async with examined() as account:
        before = alive(account.sandbox)
        proof = await account.prove(write=True)
        # Payments that are sent with an invoice are records too.
        assert len(account.sandbox.ledger) + 2 == proof.made > 10
        assert alive(account.sandbox) == before
    assert proof.stayed == ()
    assert proof.ok


async def test_made_up_records_are_marked() -> None:
    async with examined() as account:
        proof = await account.prove(write=True, leave=True)
        written = [pair for write in account.sandbox.ledger for pair in texts(write.body)]
    assert proof.mark is not None
    assert re.fullmatch(r"daftra-prove \d{8}-[0-9a-f]{4}", proof.mark)
    assert [value for key, value in written if "email" in key and not value.endswith("@example.invalid")] == []
    assert sum(value.startswith(proof.mark) for _, value in written) > 10


async def test_what_the_api_cannot_delete_needs_leave_and_is_reported() -> None:
    async with examined() as account:
        without = await account.prove("cost_centers.create", write=True)
        assert (without["cost_centers.create"].state, without.stayed) == ("untried", ())
        proof = await account.prove("cost_centers.create", write=True, leave=True)
        assert account.sandbox.count("cost_center") == 1
    assert proof.stayed == (Stayed(resource="cost_centers", id="1", reason="the API has no way to delete it", expected=True),)
    assert proof.ok


async def test_a_record_that_cannot_be_deleted_is_reported() -> None:
    async with examined(faults=Faults([Rule("500", operation="clients.delete")])) as account:
        told: list[list[Stayed]] = []
        proof = await account.prove("invoices.create", write=True, cleaned=told.append)
        assert account.sandbox.count("invoice") == 0
        assert account.sandbox.count("client") == 1
    assert [(each.resource, each.reason) for each in proof.stayed] == [("clients", "the account answers 500")]
    assert told == [list(proof.stayed)]
    assert not proof.ok


async def test_everything_is_deleted_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from daftra_async.prove import kinds

    async def broken(lab: Any, experiment: Any) -> Any:
        await lab.records.id_of("invoice")
        raise ZeroDivisionError

    monkeypatch.setitem(kinds.KINDS, "bulk", broken)
    async with examined() as account:
        with pytest.raises(ZeroDivisionError):
            await account.prove("invoices.bulk_create", write=True)
        assert len(account.sandbox.ledger) == 2
        assert (account.sandbox.count("invoice"), account.sandbox.count("client")) == (0, 0)


@pytest.mark.parametrize("moment", ["clients.create", "invoices.create", "invoices.bulk_create", "invoices.delete"])
async def test_everything_is_deleted_when_the_task_is_cancelled(moment: str) -> None:
    """The cancelled request is under way: the server does it, and nobody waits for its answer."""
    reached = asyncio.Event()

    @web.middleware
    async def watch(request: Any, handler: Any) -> Any:
        if account.sandbox.operation_of(request) == moment:
            reached.set()
            await asyncio.sleep(0)
        return await handler(request)

    told: list[Any] = []
    async with examined(middlewares=[watch]) as account:
        run = asyncio.ensure_future(account.prove("invoices.create", "invoices.bulk_create", write=True, cleaned=told.extend))
        await reached.wait()
        run.cancel()
        with pytest.raises(asyncio.CancelledError):
            await run
        assert (account.sandbox.count("invoice"), account.sandbox.count("client")) == (0, 0)
    assert told == []


async def test_a_create_whose_answer_was_lost_is_looked_for() -> None:
    async with examined(faults=Faults([Rule("drop-after-read", operation="invoices.create", times=1)])) as account:
        proof = await account.prove("invoices.create", write=True)
        assert len(account.sandbox.ledger) == 2
        assert account.sandbox.count("invoice") == 0
    assert proof["invoices.create"].state == "open"
    assert (proof.stayed, proof.made) == ((), 2)


async def test_each_of_two_creates_at_once_is_looked_for() -> None:
    async with examined(faults=Faults([Rule("drop-after-read", operation="clients.create", times=1)])) as account:
        proof = await account.prove("concurrent_create", write=True)
        assert account.sandbox.count("client") == 0
    assert proof["concurrent_create"].answered
    assert proof.stayed == ()


async def test_a_bulk_create_whose_answer_was_lost_is_reported() -> None:
    async with examined(faults=Faults([Rule("drop-after-read", operation="invoices.bulk_create")])) as account:
        proof = await account.prove("invoices.bulk_create", write=True)
        assert account.sandbox.count("invoice") == 2
    assert [(each.resource, each.id) for each in proof.stayed] == [("invoices", None)]


async def test_a_create_that_nobody_knows_of_is_reported() -> None:
    async with examined(faults=Faults([Rule("drop-before-read", operation="invoices.create", times=1)])) as account:
        proof = await account.prove("invoices.create", write=True)
    assert [(each.resource, each.id) for each in proof.stayed] == [("invoices", None)]
    assert not proof.ok


async def test_a_record_that_the_account_lacks_is_said() -> None:
    async with examined() as account:
        account.sandbox.account.store.delete("store", 1)
        proof = await account.prove("requisitions.create", write=True)
    assert (proof["requisitions.create"].state, proof["requisitions.create"].evidence) == ("open", "the account has no store")
