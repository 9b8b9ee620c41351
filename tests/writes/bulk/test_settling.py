"""Looking and sending until nothing is in doubt, against a server that loses answers, compared with its ledger."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import ArgumentError, BulkResult, DaftraClient
from daftra_async.errors import AuthenticationError, ValidationError
from daftra_async.http.retry import Runtime
from daftra_async.sandbox import Behaviours, Sandbox
from daftra_async.sandbox.faults import Faults, Rule
from daftra_async.settings import Settings
from daftra_async.writes.bulk import partial_result

if TYPE_CHECKING:
    from tests.conftest import Pauses

LOSSES = ("drop-before-read", "drop-after-read", "half-body", "500", "500-after", "html-after", "truncated-json", "null-id")
TIMEOUT = 60.0


def connect(sandbox: Sandbox, sleep: Any, **settings: Any) -> DaftraClient:
    how = Settings(timeout=TIMEOUT, backoff_base=0, **settings)
    return DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url, settings=how, runtime=Runtime(sleep=sleep))


def people(count: int) -> tuple[list[Any], list[str]]:
    return [{"business_name": f"Number {at}"} for at in range(count)], [f"S-{at:03}" for at in range(count)]


ONE = people(1)


def made(sandbox: Sandbox) -> Counter[str | None]:
    return Counter(write.reference for write in sandbox.ledger)


@pytest.mark.parametrize("seed", range(3))
async def test_every_record_exists_once(seed: int, pauses: Pauses) -> None:
    items, references = people(60)
    faults = Faults([Rule(LOSSES, probability=0.3, operation="clients.create")], seed=seed)
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox, pauses.sleep) as daftra:
        result = await daftra.clients.create_many(items, references=references)
        assert not result.ok
        settled = await result.settle(rounds=20)
        assert settled.ok, settled
        assert made(sandbox) == dict.fromkeys(references, 1)
        assert {entry.reference: entry.id for entry in settled} == {write.reference: write.id for write in sandbox.ledger}
        assert set(pauses.taken) == {TIMEOUT}


async def test_chunks_of_invoices(pauses: Pauses) -> None:
    faults = Faults([Rule(("drop-after-read", "drop-before-read"), probability=0.5, operation="invoices.bulk_create")])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox, pauses.sleep) as daftra:
        owner = (await daftra.clients.create({"business_name": "Owner"})).id
        items: list[Any] = [{"client_id": owner, "InvoiceItem": [{"item": "A", "unit_price": 1}]} for _ in range(20)]
        references = [f"S-{at}" for at in range(20)]
        result = await daftra.invoices.create_many(items, references=references, chunk_size=3)
        assert result.unknown
        assert (await result.settle(rounds=20)).ok
        assert made(sandbox) == {None: 1, **dict.fromkeys(references, 1)}


async def test_nothing_is_sent_before_the_second_look(pauses: Pauses) -> None:
    faults = Faults([Rule("drop-before-read", operation="clients.create", times=1)])
    seen: list[Counter[str]] = []
    async with Sandbox("empty", faults=faults) as sandbox:

        async def sleep(seconds: float) -> None:
            seen.append(Counter(sandbox.received()))
            await pauses.sleep(seconds)

        async with connect(sandbox, sleep) as daftra:
            result = await daftra.clients.create_many(ONE[0], references=ONE[1])
            assert (await result.settle()).ok
            assert seen == [{"clients.create": 1, "clients.list": 1}]
            assert sandbox.received() == {"clients.create": 2, "clients.list": 2}


async def test_a_record_that_comes_between_the_looks_is_not_sent_again() -> None:
    """The server was still at work when the first look found nothing."""
    faults = Faults([Rule("drop-before-read", operation="clients.create", times=1)])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox, asyncio.sleep) as other:

        async def done_late(_: float) -> None:
            await other.clients.create({"business_name": "Number 0"}, reference="S-000")

        async with connect(sandbox, done_late) as daftra:
            result = await daftra.clients.create_many(ONE[0], references=ONE[1])
            settled = await result.settle()
            assert settled.ok
            assert made(sandbox) == {"S-000": 1}


async def test_the_timeout_of_the_calls_is_waited_for(pauses: Pauses) -> None:
    lost: dict[str, Any] = {"kind": "drop-before-read", "operation": "clients.create", "times": 1}
    faults = Faults([Rule(**lost), Rule("none", operation="clients.create", times=1), Rule(**lost)])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox, pauses.sleep) as daftra:
        for given, waited in ((7.5, 7.5), (None, 60.0)):
            items, references = ONE
            result = await daftra.clients.create_many(items, references=[f"{references[0]}-{given}"], timeout=given)
            pauses.taken.clear()
            assert (await result.settle()).ok
            assert pauses.taken == [waited]


async def test_without_a_reference_nothing_is_sent_again(pauses: Pauses) -> None:
    faults = Faults([Rule("drop-before-read", operation="clients.create", times=1)])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox, pauses.sleep) as daftra:
        result = await daftra.clients.create_many([{"business_name": "A"}])
        settled = await result.settle()
        assert settled.counts() == result.counts()
        assert len(settled.unknown) == 1
        assert (sandbox.received(), pauses.taken) == ({"clients.create": 1}, [])


async def test_a_refused_record_is_not_sent_again_and_left(pauses: Pauses) -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox, pauses.sleep) as daftra:
        items: list[Any] = [{"business_name": "A", "type": "no such type"}, {"business_name": "B"}]
        settled = await (await daftra.clients.create_many(items, references=["S-1", "S-2"])).settle()
        (left,) = settled.failed
        assert isinstance(left.error, ValidationError)
        assert sandbox.received()["clients.create"] == 2


async def test_what_a_stopped_run_skipped_is_sent(pauses: Pauses) -> None:
    items, references = people(30)
    faults = Faults([Rule("502", operation="clients.create", times=10)])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox, pauses.sleep) as daftra:
        result = await daftra.clients.create_many(items, references=references, concurrency=1)
        assert (len(result.unknown), len(result.skipped)) == (10, 20)
        assert (await result.settle()).ok
        assert made(sandbox) == dict.fromkeys(references, 1)


async def test_two_records_with_one_reference_stay_unknown(pauses: Pauses) -> None:
    faults = Faults([Rule("none", times=1), Rule("drop-after-read", operation="clients.create", times=1)])
    async with (
        Sandbox("empty", faults=faults, behaviours=Behaviours(duplicates="accepted")) as sandbox,
        connect(sandbox, pauses.sleep) as daftra,
    ):
        items, references = ONE
        await daftra.clients.create(items[0], reference=references[0])
        settled = await (await daftra.clients.create_many(items, references=references)).settle(rounds=2)
        (left,) = settled.unknown
        assert "2 records of clients.list carry client_number" in "".join(getattr(left.error, "__notes__", ()))
        assert sandbox.received()["clients.create"] == 2


async def test_it_ends_after_its_rounds_and_still_takes_what_is_there(pauses: Pauses) -> None:
    faults = Faults([Rule("drop-before-read", times=1), Rule("drop-after-read", operation="clients.create")])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox, pauses.sleep, max_attempts=1) as daftra:
        result = await daftra.clients.create_many(ONE[0], references=ONE[1])
        settled = await result.settle(rounds=1)
        assert settled.ok
        assert pauses.taken == [TIMEOUT]
        with pytest.raises(ArgumentError, match="rounds"):
            await result.settle(rounds=0)


async def test_a_list_that_fails_for_a_while_leaves_it_open(pauses: Pauses) -> None:
    rules = [
        Rule("drop-before-read", operation="clients.create", times=1),
        Rule("none", operation="clients.list", times=1),
        Rule("500", operation="clients.list", times=1),
    ]
    async with Sandbox("empty", faults=Faults(rules)) as sandbox, connect(sandbox, pauses.sleep, max_attempts=1) as daftra:
        result = await daftra.clients.create_many(ONE[0], references=ONE[1])
        assert (await result.settle()).ok
        assert sandbox.received() == {"clients.create": 2, "clients.list": 4}, "two more looks, since the second one failed"


async def test_what_was_settled_is_not_lost_when_it_breaks_off(pauses: Pauses) -> None:
    rules = [
        Rule("drop-after-read", operation="clients.create", times=1),
        Rule("drop-before-read", operation="clients.create", times=1),
        Rule("none", operation="clients.list", times=1),
        Rule("expired-token", operation="clients.list"),
    ]
    items, references = people(2)
    async with Sandbox("empty", faults=Faults(rules)) as sandbox, connect(sandbox, pauses.sleep) as daftra:
        result = await daftra.clients.create_many(items, references=references, concurrency=1)
        with pytest.raises(AuthenticationError) as caught:
            await result.settle()
        found = partial_result(caught.value)
        assert isinstance(found, BulkResult)
        assert found.counts() == {"successful": 1, "failed": 0, "unknown": 1, "skipped": 0}
        assert result.counts()["unknown"] == 2, "a result never changes"
