"""Files of what did not make it."""

from __future__ import annotations

import json
import pickle
import stat
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import ArgumentError, ClientInput, DaftraClient, operations
from daftra_async.resources import clients, products
from daftra_async.sandbox import Sandbox, spec
from daftra_async.sandbox.faults import Faults, Rule
from daftra_async.settings import Settings
from daftra_async.wire import dumps
from daftra_async.wire.bodies import set_apart
from daftra_async.wire.envelopes import write_body
from daftra_async.writes.bulk import read_dead_letters
from daftra_async.writes.bulk.writes import create_many, delete_many, update_many
from tests.sandbox.bodies import body

if TYPE_CHECKING:
    from pathlib import Path


def connect(sandbox: Sandbox) -> DaftraClient:
    settings = Settings(backoff_base=0.01, max_attempts=1)
    return DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url, settings=settings)


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


async def test_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "failed.jsonl"
    path.write_text("old\n")
    path.chmod(0o644)
    items: list[Any] = [{"name": f"منتج {at}", "unit_price": Decimal("10.10"), "product_code": f"P-{at}"} for at in range(6)]
    items[1] = {**items[1], "status": "odd"}
    faults = Faults(
        [
            Rule("none", operation="products.create", times=3),
            Rule("drop-after-read", operation="products.create", times=1),
            Rule("expired-token", operation="products.create", times=1),
        ]
    )
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox) as daftra:
        references = [f"P-{at}" for at in range(6)]
        result = await create_many(daftra._executor, products.CREATE, items, {}, concurrency=1, references=references)
        assert [entry.bucket for entry in result] == ["successful", "failed", "successful", "unknown", "failed", "skipped"]
        assert result.to_jsonl(path) == 4
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert names(tmp_path) == [path.name]

        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        assert [line["index"] for line in lines] == [1, 3, 4, 5]
        assert "منتج 3" in path.read_text("utf-8")
        assert lines[0]["error"]["type"] == "ValidationError"
        assert lines[0]["error"]["status"] == 400
        assert lines[0]["error"]["validation_errors"]
        assert lines[1]["error"]["type"] == "OutcomeUnknown"
        assert lines[3]["error"]["type"] == "AuthenticationError"

        letters = read_dead_letters(path)
        assert [letter.bucket for letter in letters] == ["failed", "unknown", "failed", "skipped"]
        assert [letter.reference for letter in letters] == ["P-1", "P-3", "P-4", "P-5"]
        assert letters[0].input["Product"]["unit_price"] == "10.10"
        letters[0].input["Product"]["status"] = 0
        again = [letter for letter in letters if letter.bucket != "unknown"]
        done = await create_many(
            daftra._executor,
            products.CREATE,
            [letter.input for letter in again],
            {},
            concurrency=1,
            references=[letter.reference or "" for letter in again],
        )
        assert done.ok, [str(entry.error) for entry in done]
        stored = [sandbox.record("product", write.id)["product_code"] for write in sandbox.ledger]
        assert sorted(stored) == references


async def test_what_is_not_described_is_sent_and_kept_under_extra(tmp_path: Path) -> None:
    path = tmp_path / "failed.jsonl"
    item = ClientInput(business_name="A", extra={"loyalty": 7})
    faults = Faults([Rule("none", operation="clients.create", times=1), Rule("500", operation="clients.create", times=1)])
    async with Sandbox("empty", faults=faults) as sandbox, connect(sandbox) as daftra:
        result = await create_many(daftra._executor, clients.CREATE, [item, item], {}, concurrency=1)
        assert [json.loads(each.body)["Client"]["loyalty"] for each in sandbox.requests] == [7, 7]
        for one in (result, pickle.loads(pickle.dumps(result))):
            assert one.to_jsonl(path) == 1
            (letter,) = read_dead_letters(path)
            assert letter.input == {"Client": {"business_name": "A", "extra": {"loyalty": 7}}}
        done = await create_many(daftra._executor, clients.CREATE, [letter.input], {}, concurrency=1)
        assert done.ok
        assert json.loads(sandbox.requests[-1].body)["Client"] == {"business_name": "A", "loyalty": 7}


async def test_updates_deletes_and_nothing(tmp_path: Path) -> None:
    path = tmp_path / "failed.jsonl"
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        result = await update_many(
            daftra._executor, clients.UPDATE, {77: ClientInput(business_name="A")}, {}, concurrency=1, replace=True
        )
        result.to_jsonl(str(path))
        (letter,) = read_dead_letters(path)
        assert (letter.id, letter.input, letter.error["status"]) == (77, {"Client": {"business_name": "A"}}, 404)
        gone = await delete_many(daftra._executor, clients.DELETE, [77, "78"], {}, concurrency=1)
        assert gone.to_jsonl(path) == 2
        assert [(each.id, each.input) for each in read_dead_letters(path)] == [(77, None), ("78", None)]
        assert (await delete_many(daftra._executor, clients.DELETE, [], {}, concurrency=1)).to_jsonl(path) == 0
        assert path.read_bytes() == b""
        assert read_dead_letters(path) == []


async def test_failure_to_write_keeps_the_old_file(tmp_path: Path) -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        result = await delete_many(daftra._executor, clients.DELETE, [77], {}, concurrency=1)
    with pytest.raises(OSError, match="No such file"):
        result.to_jsonl(tmp_path / "absent" / "failed.jsonl")
    folder = tmp_path / "failed.jsonl"
    folder.mkdir()
    with pytest.raises(OSError, match="directory"):
        result.to_jsonl(folder)
    assert names(tmp_path) == [folder.name]


@pytest.mark.parametrize(
    "line", ["no json", "7", "{}", '{"index": 1}', '{"index": "1", "bucket": "failed"}', '{"index": 1, "bucket": "x"}']
)
def test_other_files_are_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_text('{"index": 0, "bucket": "failed"}\n\n' + line + "\n")
    with pytest.raises(ArgumentError, match="line 3 is not a dead letter"):
        read_dead_letters(path)


@pytest.mark.parametrize(
    "op", [op for op in operations() if op.verb in {"create", "update", "bulk_create"}], ids=lambda op: op.id
)
def test_what_was_written_is_written_the_same_again(op: Any) -> None:
    """Bodies pass through the writer a second time when they are sent."""
    given = body(spec.load().operations[op.id])
    if op.request.fixed:
        given.get(op.request.key, given).update(op.request.fixed)
    identity = None if op.request.identity is None else 1
    once = write_body(op, given, identity)
    assert write_body(op, set_apart(op, once), identity) == once
    assert dumps(write_body(op, once, identity)) == dumps(once)
