"""Finding a record or creating it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web

from daftra_async import (
    BrandInput,
    ClientInput,
    DaftraClient,
    FileLock,
    InvoiceInput,
    InvoiceItemInput,
    WorkflowNumberInput,
    WorkflowRecordInput,
    operations,
)
from daftra_async.errors import ArgumentError, MultipleFoundError, OutcomeUnknown, ReconcileError
from daftra_async.sandbox import Behaviours, Sandbox
from daftra_async.sandbox.faults import Faults, Rule
from daftra_async.settings import Settings
from daftra_async.writes.find_or_create import find_or_create
from tests.conftest import http
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from daftra_async.writes.find_or_create import Found
    from tests.conftest import RawServer

OPERATIONS = {op.id: op for op in operations()}


@pytest.fixture
async def account() -> AsyncIterator[tuple[Sandbox, DaftraClient]]:
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        yield sandbox, daftra


async def upsert(daftra: Any, resource: str, body: Any, path: Any = None, **fields: Any) -> Found[Any]:
    listing, create = OPERATIONS[f"{resource}.list"], OPERATIONS[f"{resource}.create"]
    return await find_or_create(daftra._executor, listing, create, path or {}, {}, body, fields)


async def test_two_programs_with_one_lock_create_once(account: Any, tmp_path: Path) -> None:
    sandbox, daftra = account
    path = tmp_path / "clients.lock"
    body = ClientInput(business_name="Acme")
    async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as other:  # turns are those of one client
        found = await asyncio.gather(
            daftra.clients.find_or_create(body, client_number="C-1", lock=FileLock(path)),
            other.clients.find_or_create(body, client_number="C-1", lock=FileLock(path)),
        )
    assert sorted(each.created for each in found) == [False, True]
    assert len({each.id for each in found}) == 1
    assert path.read_bytes() == b""


@pytest.mark.parametrize("in_doubt", [True, False])
async def test_the_lock_waits_for_what_a_holder_has_sent(
    server: RawServer, client: Any, pauses: Any, tmp_path: Path, in_doubt: bool
) -> None:
    lock = FileLock(tmp_path / "clients.lock")
    await lock.acquire()
    lock.in_doubt = in_doubt
    await lock.release()
    nothing = {"prev": None, "next": None, "page": 1, "page_count": 1, "total_results": 0}
    empty = http(200, {"code": 200, "result": "successful", "data": [], "pagination": nothing})
    server.script = [empty, empty, None]  # the answer to the create is lost
    daftra = client(settings={"timeout": 7, "max_attempts": 1})
    with pytest.raises(OutcomeUnknown):
        await daftra.clients.find_or_create({"business_name": "Acme"}, client_number="C-1", lock=lock)
    assert pauses.taken == [7, 7] if in_doubt else [7]
    assert (tmp_path / "clients.lock").read_bytes() == b""


async def test_what_is_no_lock_is_refused(client: Any) -> None:
    with pytest.raises(ArgumentError, match="lock: str was given"):
        await client().clients.find_or_create({"business_name": "Acme"}, client_number="C-1", lock="clients.lock")


async def test_created_then_found(account: Any) -> None:
    sandbox, daftra = account
    body = ClientInput(business_name="Acme")
    first = await upsert(daftra, "clients", body, client_number="C-1")
    assert (first.created, first.record) == (True, None)
    assert first.result is not None
    assert first.result.id == first.id
    assert sandbox.ledger[-1].body == {"Client": {"business_name": "Acme", "client_number": "C-1"}}
    again = await upsert(daftra, "clients", body, client_number="C-1")
    assert (again.id, again.created, again.result) == (first.id, False, None)
    assert again.record.business_name == "Acme"
    assert len(sandbox.ledger) == 1
    # The caller's body stays as it was.
    assert body == ClientInput(business_name="Acme")


@pytest.mark.parametrize(
    "body",
    [
        {"business_name": "Acme"},
        {"Client": {"business_name": "Acme"}},
        {"Client": ClientInput(business_name="Acme")},
        {"business_name": "Acme", "client_number": "C-2"},
        ClientInput(business_name="Acme", client_number=" C-2 "),
    ],
)
async def test_forms_of_the_body(account: Any, body: Any) -> None:
    sandbox, daftra = account
    assert (await upsert(daftra, "clients", body, client_number="C-2")).created
    assert sandbox.ledger[-1].body["Client"]["client_number"].strip() == "C-2"
    assert not (await upsert(daftra, "clients", body, client_number="C-2")).created


async def test_bare_bodies_and_several_fields(account: Any) -> None:
    sandbox, daftra = account
    found = await upsert(daftra, "brands", BrandInput(name="New"), {"level": 1}, name="New")
    assert found.created
    assert sandbox.ledger[-1].body == {"name": "New"}
    assert (await upsert(daftra, "brands", {}, {"level": 1}, name="New")).id == found.id
    body = InvoiceInput(client_id=1, invoice_item=[InvoiceItemInput(item="Work", unit_price=1, quantity=1)])
    first = await upsert(daftra, "invoices", body, po_number="order-1", client_id="1", date="2026-01-31")
    assert sandbox.ledger[-1].body["Invoice"]["date"] == "2026-01-31"
    again = await upsert(daftra, "invoices", body, po_number="order-1", client_id="1", date="2026-01-31")
    assert (first.created, again.created, again.id) == (True, False, first.id)


async def test_branch_of_both(account: Any) -> None:
    sandbox, daftra = account
    body = ClientInput(business_name="There")
    first = await upsert(daftra, "clients", body, client_number="C-3", branch=2)
    assert sandbox.ledger[-1].body["Client"]["branch_id"] == 2
    assert (await upsert(daftra, "clients", body, client_number="C-3", branch=2)).id == first.id
    with pytest.raises(ArgumentError, match="another branch_id"):
        await upsert(daftra, "clients", ClientInput(branch_id=1), client_number="C-3", branch=2)


@pytest.mark.parametrize(
    ("resource", "body", "path", "fields", "text"),
    [
        ("clients", ClientInput(client_number="C-4"), {}, {"client_number": "C-5"}, "client_number: the body holds another"),
        ("clients", {"client_number": None}, {}, {"client_number": "C-5"}, "another value"),
        ("clients", ClientInput(), {}, {"id": 5}, "id: clients.create does not write"),
        ("clients", ClientInput(), {}, {"client_number": ["a", "b"]}, "one value"),
        ("clients", ClientInput(), {}, {"client_number": None}, "one value"),
        ("clients", ClientInput(), {}, {"client_number": []}, "one value"),
        ("clients", ClientInput(), {}, {}, "no field"),
        ("clients", BrandInput(name="x"), {}, {"client_number": "C-5"}, "must be ClientInput"),
        (
            "workflow_records",
            WorkflowRecordInput(title="x", number=WorkflowNumberInput(code="000007", generated=0)),
            {"workflow_id": 36, "level": 1},
            {"number": "000007"},
            "does not write it as it is read",
        ),
    ],
)
async def test_refused_before_anything_is_sent(account: Any, resource: str, body: Any, path: Any, fields: Any, text: str) -> None:
    sandbox, daftra = account
    with pytest.raises(ArgumentError, match=text):
        await upsert(daftra, resource, body, path, **fields)
    assert not sandbox.requests


async def test_several_are_not_created_again(account: Any) -> None:
    sandbox, daftra = account
    sandbox.account.behaviours = Behaviours(duplicates="accepted")
    for _ in range(2):
        await daftra.clients.create(ClientInput(business_name="Twin", client_number="C-6"))
    with pytest.raises(MultipleFoundError, match="several records have this client_number"):
        await upsert(daftra, "clients", ClientInput(), client_number="C-6")
    assert len(sandbox.ledger) == 2


async def test_calls_for_the_same_take_turns(account: Any) -> None:
    sandbox, daftra = account
    found = await asyncio.gather(
        *(upsert(daftra, "brands", {}, {"level": 1}, name="Same") for _ in range(8)),
        *(upsert(daftra, "brands", {}, {"level": 1}, name="Other") for _ in range(8)),
    )
    assert len(sandbox.ledger) == 2
    assert len({one.id for one in found[:8]}) == 1
    assert [one.created for one in found].count(True) == 2
    assert len(daftra._executor.turns) == 0


async def test_a_cancelled_turn_passes_on(account: Any) -> None:
    sandbox, daftra = account
    sandbox.delay = 0.05
    tasks = [asyncio.create_task(upsert(daftra, "brands", {}, {"level": 1}, name="Next")) for _ in range(3)]
    await until(lambda: sandbox.requests)
    tasks[0].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(results[0], asyncio.CancelledError)
    assert len(sandbox.ledger) == 1
    assert {one.id for one in results[1:]} == {sandbox.ledger[0].id}


def test_loops_come_and_go() -> None:
    async def run() -> None:
        async with Sandbox("empty") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
            await asyncio.gather(*(upsert(daftra, "brands", {}, {"level": 1}, name="Same") for _ in range(3)))
            assert len(sandbox.ledger) == 1
            assert len(daftra._executor.turns) == 0

    for _ in range(2):
        asyncio.run(run())


async def test_a_lost_answer_can_be_looked_for() -> None:
    @web.middleware
    async def drop(request: web.Request, handler: Any) -> web.StreamResponse:
        answer: web.StreamResponse = await handler(request)
        if request.method == "POST":
            assert request.transport is not None
            request.transport.close()
        return answer

    async with (
        Sandbox("empty", middlewares=[drop]) as sandbox,
        DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key, settings=Settings(max_attempts=1)) as daftra,
    ):
        with pytest.raises(OutcomeUnknown) as caught:
            await upsert(daftra, "clients", ClientInput(business_name="Acme"), client_number="C-7")
        assert (await caught.value.reconcile()).id == sandbox.ledger[-1].id
        found = await upsert(daftra, "clients", ClientInput(business_name="Acme"), client_number="C-7")
        assert (found.created, found.id) == (False, sandbox.ledger[-1].id)


@pytest.mark.parametrize("done", [True, False])
@pytest.mark.parametrize(("resource", "path", "field"), [("clients", {}, "email"), ("brands", {"level": 1}, "name")])
async def test_without_a_reference_it_looks_by_the_same_values(done: bool, resource: str, path: Any, field: str) -> None:
    faults = Faults([Rule("drop-after-read" if done else "drop-before-read", operation=f"{resource}.create", times=1)])
    values = {field: "a@example.com"}
    async with (
        Sandbox("empty", faults=faults, behaviours=Behaviours(duplicates="accepted")) as sandbox,
        DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key, settings=Settings(max_attempts=1)) as daftra,
    ):
        with pytest.raises(OutcomeUnknown) as caught:
            await upsert(daftra, resource, {}, path, **values)
        found = await caught.value.reconcile()
        assert (found is not None) == done
        if done:
            assert found.id == sandbox.ledger[-1].id
        for _ in range(2):
            await getattr(daftra, resource).create(values)
        with pytest.raises(ReconcileError, match="several records have this"):
            await caught.value.reconcile()


async def test_an_acknowledgement_without_an_id(client: Any, server: Any) -> None:
    empty = {"current_page": 1, "data": [], "last_page": 1, "next_page_url": None, "per_page": 200, "total": 0}
    server.script = [http(200, empty), http(200, {"message": "done"})]
    found = await upsert(client(), "cost_centers", {"code": "7"}, {"level": 1}, name="North")
    assert (found.created, found.id, found.record) == (True, None, None)
    assert found.result is not None
