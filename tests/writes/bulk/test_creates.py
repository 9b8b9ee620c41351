"""Creates of many records against a server that misbehaves, compared with its ledger."""

from __future__ import annotations

import asyncio
import pickle
from collections import Counter
from typing import Any

import pytest

from daftra_async import ArgumentError, ClientInput, DaftraClient, OutcomeUnknown, RequestNotSent
from daftra_async.errors import APIError, AuthenticationError, BulkError, RateLimitedError
from daftra_async.resources import clients, invoices, suppliers
from daftra_async.sandbox import Behaviours, Sandbox
from daftra_async.sandbox.faults import Faults, Rule
from daftra_async.settings import Settings
from daftra_async.writes.bulk import BulkProgress, BulkResult, partial_result
from daftra_async.writes.bulk.writes import create_many
from tests.waiting import LoopClock, turns, until

KINDS = (
    "drop-before-read",
    "drop-after-read",
    "drop-after-headers",
    "half-body",
    "reset",
    "reset-after",
    "429",
    "500",
    "500-after",
    "502-after",
    "503",
    "504",
    "html",
    "html-after",
    "login-redirect",
    "error-in-200",
    "null-id",
    "truncated-json",
    "gzip-garbage",
    "delay",
)
SURELY_NOT = {"429", "error-in-200", "null-id"}


def people(count: int) -> tuple[list[ClientInput], list[str]]:
    return [ClientInput(business_name=f"Number {at}") for at in range(count)], [f"B-{at:05}" for at in range(count)]


def connect(sandbox: Sandbox, **settings: Any) -> DaftraClient:
    return DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url, settings=Settings(backoff_base=0.01, **settings))


def stored(sandbox: Sandbox) -> Counter[str]:
    """How many clients carry each reference."""
    rows = [record.body for record in sandbox.account.store.all("client")]
    return Counter(str(row["client_number"]) for row in rows if str(row.get("client_number", "")).startswith("B-"))


async def test_thousand_with_faults_agree_with_the_ledger() -> None:
    items, references = people(1000)
    faults = Faults([Rule(KINDS, probability=0.1, operation="clients.create")], seed=7)
    seen: list[BulkProgress] = []
    async with Sandbox("demo", faults=faults) as sandbox, connect(sandbox) as daftra:
        result = await create_many(
            daftra._executor, clients.CREATE, items, {}, concurrency=8, references=references, on_progress=seen.append
        )

        assert sum(faults.met.values()) > 80
        assert set(faults.met) == set(KINDS)
        counts = result.counts()
        assert sum(counts.values()) == 1000
        assert counts["skipped"] == 0
        assert counts["failed"] == sum(faults.met[kind] for kind in SURELY_NOT)
        assert counts["unknown"] == sum(faults.met.values()) - counts["failed"] - faults.met["delay"]
        assert [entry.index for entry in result] == list(range(1000))
        assert all(entry.input is items[entry.index] and entry.reference == references[entry.index] for entry in result)

        ledger = {write.reference: write.id for write in sandbox.ledger if write.operation == "clients.create"}
        assert len(ledger) == len(sandbox.ledger), "a reference was posted twice"
        assert {entry.reference: entry.id for entry in result.successful} == {
            name: ledger[name] for name in (entry.reference for entry in result.successful)
        }
        assert not {entry.reference for entry in result.failed} & ledger.keys()
        assert ledger.keys() <= {entry.reference for entry in (*result.successful, *result.unknown)}
        lost = {entry.reference for entry in result.unknown}
        assert lost & ledger.keys()
        assert lost - ledger.keys()
        assert seen[-1] == BulkProgress(done=1000, total=1000, **counts)
        assert [progress.done for progress in seen] == list(range(1, 1001))

        faults.enabled = False
        posts = sandbox.received()["clients.create"]
        settled = await result.reconcile()
        assert sandbox.received()["clients.create"] == posts, "reconcile only reads"
        assert not settled.unknown
        assert {entry.reference for entry in settled.failed} == {
            entry.reference for entry in (*result.failed, *result.unknown)
        } - ledger.keys()
        assert {entry.reference: entry.id for entry in settled.successful} == ledger
        assert sandbox.received()["clients.list"] <= 16, "one walk, not one for each"

        done = await settled.retry_failed()
        assert done.ok
        done.raise_for_failures()
        assert stored(sandbox) == dict.fromkeys(references, 1)
        assert {entry.reference: entry.id for entry in done} == {write.reference: write.id for write in sandbox.ledger}
        assert result.counts() == counts, "a result never changes"


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("through", ["one by one", "chunks"])
async def test_every_record_exactly_once_whatever_happens(seed: int, through: str) -> None:
    """Each pass meets new faults; the passes never make a record twice, and end with all of them."""
    operation, entity = ("invoices.bulk_create", "invoice") if through == "chunks" else ("clients.create", "client")
    kinds = [kind for kind in KINDS if not (through == "chunks" and kind == "null-id")]
    faults = Faults(
        [Rule("none", operation="clients.create", times=1), Rule(kinds, probability=0.25, operation=operation)], seed=seed
    )
    references = [f"B-{at:05}" for at in range(120)]
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox) as daftra:
        owner = (await daftra.clients.create({"business_name": "Owner"})).id
        if through == "chunks":
            items: list[Any] = [{"client_id": owner, "InvoiceItem": [{"item": "A", "unit_price": 1}]} for _ in references]
            more: dict[str, Any] = {"bulk": invoices.BULK_CREATE, "chunk_size": 7}
            result = await create_many(daftra._executor, invoices.CREATE, items, {}, concurrency=5, references=references, **more)
        else:
            items = [{"business_name": "A"} for _ in references]
            result = await create_many(daftra._executor, clients.CREATE, items, {}, concurrency=5, references=references)
        for _ in range(12):
            written = {write.reference for write in sandbox.ledger}
            assert {entry.reference for entry in result.successful} <= written
            assert not {entry.reference for entry in (*result.failed, *result.skipped)} & written
            result = await (await result.reconcile()).retry_failed()
        assert result.ok, result
        made = Counter(write.reference for write in sandbox.ledger if write.collection == entity and write.reference)
        assert made == dict.fromkeys(references, 1)
        for entry in result:
            assert sandbox.record(entity, entry.id or 0)[
                clients.CREATE.reference.field if entity == "client" else "po_number"
            ] == (entry.reference)


async def test_look_goes_to_the_branch_of_the_record() -> None:
    faults = Faults([Rule("drop-after-read", operation="clients.create")])
    items = [{"business_name": "A", "branch_id": branch} for branch in (1, 2, 2)]
    async with Sandbox("demo", faults=faults) as sandbox, connect(sandbox) as daftra:
        result = await create_many(daftra._executor, clients.CREATE, items, {}, concurrency=1, references=["B-1", "B-2", "B-3"])
        assert result.counts()["unknown"] == 3
        assert (await result.reconcile()).ok
        asked = [dict(each.query).get("request_branch_id") for each in sandbox.requests if each.operation == "clients.list"]
        assert sorted(asked) == ["1", "2"]


async def test_bulk_error_travels() -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        result = await create_many(daftra._executor, clients.CREATE, [{"type": "odd"}], {}, concurrency=1)
        with pytest.raises(BulkError) as caught:
            result.raise_for_failures()
        copy = pickle.loads(pickle.dumps(caught.value))
        assert str(copy) == str(caught.value)
        assert copy.result.counts() == result.counts()


@pytest.mark.parametrize("kind", ["hang", "drop-after-read"])
async def test_lost_answers_are_unknown_and_never_sent_again(kind: str) -> None:
    items, references = people(4)
    faults = Faults([Rule("none", times=1), Rule(kind, operation="clients.create", times=2)])
    clock = LoopClock()

    async def wait_in_vain() -> None:
        for hanging in (1, 2):
            await until(lambda hanging=hanging: faults.met[kind] == hanging)
            await turns()
            clock.forward(31)

    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox, timeout=30) as daftra:
        waiting = asyncio.create_task(wait_in_vain()) if kind == "hang" else None
        result = await create_many(daftra._executor, clients.CREATE, items, {}, concurrency=1, references=references)
        assert waiting is None or waiting.done()
        again = await result.retry_failed()

        assert result.counts() == again.counts() == {"successful": 2, "failed": 0, "unknown": 2, "skipped": 0}
        assert all(isinstance(entry.error, OutcomeUnknown) for entry in result.unknown)
        assert sandbox.received()["clients.create"] == 4
        assert (await result.reconcile()).ok


async def test_without_references_unknown_ones_stay_unknown() -> None:
    faults = Faults([Rule("drop-after-read", operation="clients.create", times=1)])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox) as daftra:
        result = await create_many(daftra._executor, clients.CREATE, people(2)[0], {}, concurrency=2)
        again = await (await result.reconcile()).retry_failed()
        assert again.counts()["unknown"] == 1
        assert sandbox.received() == {"clients.create": 2}


async def test_reference_in_two_records_stays_unknown() -> None:
    faults = Faults([Rule("none", times=1), Rule("drop-after-read", operation="clients.create", times=1)])
    async with (
        Sandbox("empty", faults=faults, behaviours=Behaviours(duplicates="accepted")) as sandbox,
        connect(sandbox) as daftra,
    ):
        await daftra.clients.create({"business_name": "Other", "client_number": "B-1"})
        result = await create_many(daftra._executor, clients.CREATE, people(1)[0], {}, concurrency=1, references=["B-1"])
        settled = await result.reconcile()
        (entry,) = settled.unknown
        assert "2 records of clients.list carry client_number" in "".join(getattr(entry.error, "__notes__", ()))


async def test_record_deeper_than_a_single_look_reads() -> None:
    """The one with the lost answer is the first of many, beyond the 500 newest rows that a single look reads."""
    items, references = people(700)
    faults = Faults([Rule("drop-after-read", operation="clients.create", times=1)])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox) as daftra:
        result = await create_many(daftra._executor, clients.CREATE, items, {}, concurrency=8, references=references)
        (entry,) = result.unknown
        assert entry.index == 0
        settled = await result.reconcile()
        assert settled.ok
        assert stored(sandbox) == dict.fromkeys(references, 1)


async def test_rejected_credential_stops_the_run() -> None:
    faults = Faults([Rule("none", times=5), Rule("expired-token", times=1)])
    seen: list[BulkProgress] = []
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox) as daftra:
        result = await create_many(
            daftra._executor, clients.CREATE, people(30)[0], {}, concurrency=1, references=people(30)[1], on_progress=seen.append
        )
        assert result.counts() == {"successful": 5, "failed": 1, "unknown": 0, "skipped": 24}
        assert all(isinstance(entry.error, AuthenticationError) for entry in (*result.failed, *result.skipped))
        assert sandbox.received()["clients.create"] == 6
        assert seen[-1] == BulkProgress(done=30, total=30, successful=5, failed=1, skipped=24)
        assert (await result.retry_failed()).ok
        assert stored(sandbox) == dict.fromkeys(people(30)[1], 1)


async def test_server_that_is_down_stops_the_run() -> None:
    async with Sandbox("empty", faults=Faults([Rule("502")])) as sandbox, connect(sandbox) as daftra:
        result = await create_many(daftra._executor, clients.CREATE, people(100)[0], {}, concurrency=1)
        assert result.counts() == {"successful": 0, "failed": 0, "unknown": 10, "skipped": 90}


async def test_refused_records_do_not_stop_it() -> None:
    items: list[Any] = [{"business_name": "Good", "type": "no such type"} for _ in range(30)]
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        result = await create_many(daftra._executor, clients.CREATE, items, {}, concurrency=4)
        assert result.counts()["failed"] == 30
        with pytest.raises(BulkError, match=r"of 30 records: 30 failed; the first error: clients\.create: 400") as caught:
            result.raise_for_failures()
        assert caught.value.result is result
        assert isinstance(caught.value.__cause__, APIError)


async def test_closed_client_and_client_closed_meanwhile() -> None:
    async with Sandbox("empty", delay=0.05) as sandbox:
        daftra = connect(sandbox)
        running = asyncio.create_task(create_many(daftra._executor, clients.CREATE, people(50)[0], {}, concurrency=2))
        await until(lambda: sandbox.requests)
        await daftra.close()
        result = await running
        counts = result.counts()
        assert counts["failed"] == 0
        assert counts["unknown"] <= 2
        assert counts["skipped"] >= 46
        assert {entry.id for entry in result.successful} <= {write.id for write in sandbox.ledger}
        assert len(sandbox.ledger) <= counts["successful"] + counts["unknown"]

        closed = await create_many(daftra._executor, clients.CREATE, people(3)[0], {}, concurrency=1)
        assert closed.counts()["skipped"] == 3
        assert all(isinstance(entry.error, RequestNotSent) for entry in closed)


async def within(seconds: float, work: Any) -> Any:
    async with asyncio.timeout(seconds):
        return await work


@pytest.mark.parametrize("how", ["task", "timeout", "wait_for"])
async def test_cancellation_keeps_what_was_done(how: str, caplog: pytest.LogCaptureFixture) -> None:
    items, references = people(40)
    done = 0

    def watch(progress: BulkProgress) -> None:
        nonlocal done
        done = progress.done

    faults = Faults([Rule("none", operation="clients.create", times=6), Rule("hang", operation="clients.create")])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox) as daftra:
        work = create_many(daftra._executor, clients.CREATE, items, {}, concurrency=3, references=references, on_progress=watch)
        with pytest.raises((asyncio.CancelledError, TimeoutError)) as caught:
            if how == "task":
                task = asyncio.create_task(work)
            elif how == "timeout":
                task = asyncio.create_task(within(30, work))
            else:
                task = asyncio.create_task(asyncio.wait_for(work, 30))
            await until(lambda: done == 6 and "hang" in faults.met)
            await turns()
            if how == "task":
                task.cancel()
            else:
                LoopClock().forward(31)
            await task
        result = partial_result(caught.value)
        assert isinstance(result, BulkResult)
        counts = result.counts()
        assert counts["successful"] == 6
        assert 1 <= counts["unknown"] <= 3
        assert sum(counts.values()) == 40
        assert not [task for task in asyncio.all_tasks() if "Run._call" in repr(task) or "create_many" in repr(task)]
        asked = sandbox.received()["clients.create"]
        await turns(300)
        assert sandbox.received()["clients.create"] == asked, "nothing goes on"

        faults.enabled = False
        again = await (await result.reconcile()).retry_failed()
        assert again.ok
        assert stored(sandbox) == dict.fromkeys(references, 1)


def test_partial_result_of_other_errors() -> None:
    assert partial_result(ValueError()) is None


async def test_error_of_ours_loses_nothing() -> None:
    """An event callback that fails takes down its call, with an error that is not a DaftraError."""

    class Broken:
        calls = 0

        def __init__(self, client: DaftraClient) -> None:
            self.client, self.date_format = client._executor, None

        async def execute(self, *args: Any, **more: Any) -> Any:
            self.calls += 1
            if self.calls == 4:
                raise ZeroDivisionError
            return await self.client.execute(*args, **more)

    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        with pytest.raises(ZeroDivisionError) as caught:
            await create_many(Broken(daftra), clients.CREATE, people(9)[0], {}, concurrency=1)
        result = partial_result(caught.value)
        assert result is not None
        assert result.counts() == {"successful": 3, "failed": 0, "unknown": 1, "skipped": 5}


@pytest.mark.parametrize(
    ("items", "more", "text"),
    [
        ([{"business_name": "A"}, {"business_name": "B"}, {}], {}, r"^items\[2\]: body is empty"),
        ([ClientInput(business_name="A"), 7], {}, r"^items\[1\]: body: must be ClientInput"),
        ([{"business_name": float("nan")}], {}, r"^items\[0\]"),
        ({"business_name": "A"}, {}, "^items: dict was given"),
        ("text", {}, "^items: str was given"),
        (7, {}, "^items: int was given"),
        ([{"business_name": "A"}], {"concurrency": 0}, "^concurrency"),
        ([{"business_name": "A"}], {"references": []}, "^references: 0 were given for more"),
        ([{"business_name": "A"}] * 2, {"references": ["a", "a "]}, r"^references\[1\]: 'a ' stands at references\[0\] too"),
        ([{"business_name": "A"}] * 2, {"references": "ab"}, "^references: text"),
        ([{"business_name": "A"}] * 2, {"references": ["a", ""]}, r"^items\[1\]: reference"),
        ([{"business_name": "A"}] * 2, {"references": ["a", 5]}, r"^items\[1\]: reference"),
        ([{"business_name": "A"}], {"references": ["a", "b"]}, "^references: 2 were given for 1 items"),
        ([{"client_number": "x"}], {"references": ["y"]}, r"^items\[0\]: reference: the body sets client_number"),
        ([{"business_name": "A"}], {"extra_headers": {"apikey": "x"}}, "extra_headers"),
        ([{"business_name": "A"}], {"on_progress": 7}, "^on_progress"),
        ([{"business_name": "A"}], {"timeout": -1}, "timeout"),
    ],
)
async def test_nothing_is_sent_when_something_is_wrong(items: Any, more: dict[str, Any], text: str) -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        with pytest.raises(ArgumentError, match=text):
            await create_many(daftra._executor, clients.CREATE, items, {}, **{"concurrency": 2, **more})
        assert not sandbox.requests


async def test_numbers_as_references() -> None:
    faults = Faults([Rule("drop-after-read", operation="suppliers.create", times=1)])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox) as daftra:
        with pytest.raises(ArgumentError, match=r"references\[1\]: '7' stands"):
            await create_many(
                daftra._executor, suppliers.CREATE, [{"business_name": "A"}] * 2, {}, concurrency=1, references=["007", "7"]
            )
        result = await create_many(
            daftra._executor, suppliers.CREATE, [{"business_name": "A"}] * 2, {}, concurrency=1, references=["008", "9"]
        )
        assert result.counts()["unknown"] == 1
        assert (await result.reconcile()).ok


async def test_async_progress_is_refused_and_failing_one_only_logged(caplog: pytest.LogCaptureFixture) -> None:
    async def later(_: BulkProgress) -> None: ...

    def fail(_: BulkProgress) -> None:
        raise ValueError

    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        with pytest.raises(ArgumentError, match="on_progress"):
            await create_many(daftra._executor, clients.CREATE, [{"business_name": "A"}], {}, concurrency=1, on_progress=later)
        result = await create_many(
            daftra._executor, clients.CREATE, [{"business_name": "A"}] * 2, {}, concurrency=1, on_progress=fail
        )
        assert result.ok
    assert "on_progress failed" in caplog.text


async def test_what_is_sent_is_what_was_given_at_the_start() -> None:
    """A generator may give the same mapping again and again."""

    def rows() -> Any:
        row: dict[str, Any] = {}
        for at in range(3):
            row["business_name"] = f"Number {at}"
            yield row

    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        assert (await create_many(daftra._executor, clients.CREATE, rows(), {}, concurrency=1)).ok
        assert [sandbox.record("client", write.id)["business_name"] for write in sandbox.ledger] == [
            "Number 0",
            "Number 1",
            "Number 2",
        ]


async def test_nothing_to_do_and_pickling() -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        empty = await create_many(daftra._executor, clients.CREATE, [], {}, concurrency=2)
        assert empty.ok
        assert len(empty) == 0
        assert not sandbox.requests
        empty.raise_for_failures()

        result = await create_many(daftra._executor, clients.CREATE, people(2)[0], {}, concurrency=2)
        copy = pickle.loads(pickle.dumps(result))
        assert copy.counts() == result.counts()
        assert [entry.input for entry in copy] == [entry.input for entry in result]
        with pytest.raises(RequestNotSent, match="copied or pickled"):
            await copy.retry_failed()
        with pytest.raises(RequestNotSent, match="copied or pickled"):
            await copy.reconcile()
        assert repr(result) == "BulkResult(successful=2, failed=0, unknown=0, skipped=0)"
        assert "Number" not in repr(result.entries)


async def test_429s_are_refusals() -> None:
    faults = Faults([Rule("429", operation="clients.create", times=3)])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox) as daftra:
        result = await create_many(daftra._executor, clients.CREATE, people(12)[0], {}, concurrency=4)
        assert result.counts() == {"successful": 9, "failed": 3, "unknown": 0, "skipped": 0}
        assert all(isinstance(entry.error, RateLimitedError) for entry in result.failed)
        assert (await result.retry_failed()).ok
        assert len(sandbox.ledger) == 12
