"""Updates and deletes of many records, on v1, on v2, and where the id stands in the body."""

from __future__ import annotations

from typing import Any

import pytest

from daftra_async import Ack, ArgumentError, ClientInput, DaftraClient, NotFoundError, OutcomeUnknown
from daftra_async.models import BrandInput, PackageInput
from daftra_async.resources import brands, clients, packages, workflow_records
from daftra_async.sandbox import Sandbox
from daftra_async.sandbox.faults import Faults, Rule
from daftra_async.settings import Settings
from daftra_async.writes.bulk.writes import create_many, delete_many, update_many
from tests.conftest import http


def connect(sandbox: Sandbox, **settings: Any) -> DaftraClient:
    options = {"backoff_base": 0.01, **settings}
    return DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url, settings=Settings(**options))


async def some(daftra: DaftraClient, op: Any, items: list[Any], path: dict[str, object] | None = None) -> list[int]:
    result = await create_many(daftra._executor, op, items, path or {}, concurrency=1)
    result.raise_for_failures()
    return [int(entry.id or 0) for entry in result]


async def test_v1() -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        ids = await some(daftra, clients.CREATE, [{"business_name": f"Old {at}"} for at in range(20)])
        items = {each: ClientInput(business_name=f"New {each}") for each in [*ids, 999_999]}
        result = await update_many(daftra._executor, clients.UPDATE, items, {}, concurrency=4, replace=True)
        assert result.counts() == {"successful": 20, "failed": 1, "unknown": 0, "skipped": 0}
        assert [entry.id for entry in result] == [*ids, 999_999]
        assert isinstance(result.failed[0].error, NotFoundError)
        assert all(isinstance(entry.result, Ack) and entry.input is items[entry.id] for entry in result.successful)
        assert [sandbox.record("client", each)["business_name"] for each in ids] == [f"New {each}" for each in ids]

        gone = await delete_many(daftra._executor, clients.DELETE, [*ids, ids[0], 999_999], {}, concurrency=4)
        assert len(gone) == 21
        assert gone.counts() == {"successful": 20, "failed": 1, "unknown": 0, "skipped": 0}
        assert all(entry.input is None for entry in gone)
        assert sandbox.received()["clients.delete"] == 21
        assert [sandbox.record("client", each) for each in ids] == [None] * 20


async def test_v2_and_path_arguments() -> None:
    async with Sandbox("demo") as sandbox, connect(sandbox) as daftra:
        ids = await some(daftra, brands.CREATE, [{"name": f"Old {at}"} for at in range(5)])
        result = await update_many(
            daftra._executor,
            brands.UPDATE,
            [(each, BrandInput(name=f"New {each}")) for each in [*ids, 999_999]],
            {},
            concurrency=2,
        )
        assert [entry.bucket for entry in result] == [*["successful"] * 5, "failed"]
        assert isinstance(result.failed[0].error, NotFoundError)
        assert [sandbox.record("brand", each)["name"] for each in ids] == [f"New {each}" for each in ids]

        page = await daftra.workflow_records.list(workflow_id=36)
        picked = [record.id for record in page.data[:3]]
        items = {each: {"title": f"Title {each}"} for each in picked}
        done = await update_many(
            daftra._executor, workflow_records.UPDATE, items, {"workflow_id": 36}, concurrency=2, replace=True
        )
        assert sandbox.received()["workflow_records.update"] == 3
        assert [entry.id for entry in done] == picked


async def test_updates_by_post_carry_the_id_in_the_body() -> None:
    async with Sandbox("demo") as sandbox, connect(sandbox) as daftra:
        page = await daftra.packages.list()
        first, second = page.data[0], page.data[1]
        before = sandbox.count("packages.list")

        def changed(record: Any, name: str) -> PackageInput:
            kept = {each: getattr(record, each) for each in ("type", "status", "price", "period_value", "period_unit")}
            return PackageInput(name=name, **kept)

        bodies: list[Any] = [changed(first, "A"), {**_plain(changed(second, "B")), "id": str(second.id)}]
        result = await update_many(
            daftra._executor, packages.UPDATE, [(first.id, bodies[0]), (second.id, bodies[1])], {}, concurrency=1
        )
        assert result.ok, [str(entry.error) for entry in result]
        assert sandbox.count("packages.list") == before
        assert sandbox.received()["packages.update"] == 2
        assert sandbox.record("package", first.id)["name"] == "A"
        assert sandbox.record("package", second.id)["name"] == "B"
        assert result.entries[0].input is bodies[0]

        with pytest.raises(ArgumentError, match=r"^items\[0\]: body: its id is 7"):
            await update_many(daftra._executor, packages.UPDATE, {8: {"id": 7, "name": "X"}}, {}, concurrency=1)
        with pytest.raises(ArgumentError, match=r"^items\[0\]: id"):
            await update_many(daftra._executor, packages.UPDATE, {"": {"name": "X"}}, {}, concurrency=1)


def _plain(record: PackageInput) -> dict[str, Any]:
    from daftra_async import unstructure

    return unstructure(record)


async def test_lost_answers_are_unknown_and_may_be_sent_again() -> None:
    faults = Faults([Rule("drop-after-read", method="PUT", times=8), Rule("drop-before-read", method="DELETE", times=2)])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox, max_attempts=2) as daftra:
        ids = await some(daftra, clients.CREATE, [{"business_name": "Old"}] * 10)
        result = await update_many(
            daftra._executor, clients.UPDATE, {each: {"business_name": "New"} for each in ids}, {}, concurrency=1, replace=True
        )
        assert result.counts() == {"successful": 6, "failed": 0, "unknown": 4, "skipped": 0}
        assert all(isinstance(entry.error, OutcomeUnknown) for entry in result.unknown)
        asked = len(sandbox.requests)
        assert (await (await result.retry_failed()).reconcile()).counts() == result.counts()
        assert len(sandbox.requests) == asked
        again = [(entry.id, entry.input) for entry in result.unknown]
        assert (await update_many(daftra._executor, clients.UPDATE, again, {}, concurrency=1, replace=True)).ok

        gone = await delete_many(daftra._executor, clients.DELETE, ids, {}, concurrency=1)
        assert gone.counts() == {"successful": 9, "failed": 0, "unknown": 1, "skipped": 0}


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429])
async def test_refusals_after_a_lost_answer_leave_it_unknown(server: Any, client: Any, status: int) -> None:
    refusal = http(status, {"result": "failed", "code": status, "message": "no"}, {"Retry-After": "3600"})
    server.script = [None, refusal]
    result = await update_many(client()._executor, clients.UPDATE, {1: {"business_name": "New"}}, {}, concurrency=1, replace=True)
    assert result.counts()["unknown"] == 1
    server.script = [None, refusal]
    result = await delete_many(client()._executor, clients.DELETE, [1], {}, concurrency=1)
    assert result.counts()["successful" if status == 404 else "unknown"] == 1
    server.script = [refusal]
    result = await delete_many(client()._executor, clients.DELETE, [1], {}, concurrency=1)
    assert result.counts()["failed"] == 1


async def test_a_credential_that_is_rejected_after_a_lost_answer_stops_the_run(server: Any, client: Any) -> None:
    server.script = [None]
    server.default = http(401, {"result": "failed", "code": 401, "message": "no"})
    result = await delete_many(client()._executor, clients.DELETE, range(1, 50), {}, concurrency=1)
    assert result.counts() == {"successful": 0, "failed": 0, "unknown": 1, "skipped": 48}


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([(1, {"business_name": "A"}), (2, {})], r"^items\[1\]: body is empty"),
        ([(1, {"business_name": "A"}), ("1", {"business_name": "B"})], r"^items\[1\]: the id '1' stands at items\[0\] too"),
        ([(0, {"business_name": "A"})], r"^items\[0\]: id"),
        ([("../x", {"business_name": "A"})], r"^items\[0\]: id"),
        ([{"business_name": "A"}], r"^items\[0\]: dict was given"),
        ([(1, 2, 3)], r"^items\[0\]: tuple was given"),
        (5, "^items: int was given"),
    ],
)
async def test_nothing_is_sent_when_an_update_is_wrong(items: Any, text: str) -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        with pytest.raises(ArgumentError, match=text):
            await update_many(daftra._executor, clients.UPDATE, items, {}, concurrency=1, replace=True)
        assert not sandbox.requests


@pytest.mark.parametrize("ids", [[1, None], [1, True], [1, "a/b"], [1, 0]])
async def test_nothing_is_deleted_when_an_id_is_wrong(ids: Any) -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        with pytest.raises(ArgumentError, match=r"^ids\[1\]: "):
            await delete_many(daftra._executor, clients.DELETE, ids, {}, concurrency=1)
        with pytest.raises(ArgumentError, match=r"^ids: "):
            await delete_many(daftra._executor, clients.DELETE, "123", {}, concurrency=1)
        assert not sandbox.requests
