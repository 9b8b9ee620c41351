"""Operations whose answer nobody has seen take each known envelope, over a real socket, and give what their type promises."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from daftra_async import Ack, Created, OutcomeUnknown, Page, UnexpectedResponseError, models, operations
from daftra_async.wire import by_shape
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async import DaftraClient
    from daftra_async.operation import AnyOperation
    from tests.conftest import RawServer

DOUBTFUL = [op for op in operations() if op.doubtful]
SINGLES = [op for op in DOUBTFUL if op.response.kind in {"v1-single", "v2-single", "payload-single", "bare"}]
LISTS = [op for op in DOUBTFUL if op.response.kind in {"v1-list", "v2-list", "payload-list"}]
ACKS = [op for op in DOUBTFUL if op.response.kind in {"v1-ack", "v2-ack"}]
CREATES = [op for op in DOUBTFUL if op.response.kind in {"v1-created", "v2-created"}]
FOLDER = Path(__file__).parents[1] / "reference" / "examples"
EXAMPLES = [entry["file"] for entry in json.loads((FOLDER / "INDEX.json").read_text("utf-8")) if entry["kind"].startswith("2")]
NO_LISTS = {"purchase_debit_notes.list/200-1.json"}
"""The acknowledgement of a create, as the example of a list."""
BY_ID = {op.id: op for op in operations()}
V1 = {"code": 200, "result": "successful"}
LARAVEL = {"current_page": 1, "last_page": 1, "per_page": 20, "total": 1, "next_page_url": None}


def name(op: AnyOperation) -> str:
    return op.response.key or op.response.model or "".join(part.title() for part in op.entity.split("_"))


def singles(op: AnyOperation, record: dict[str, Any]) -> dict[str, Any]:
    """Return a record in each known envelope."""
    return {
        "bare": record,
        "bare, in its wrapper": {name(op): record},
        "v1": {**V1, "data": {name(op): record}},
        "v1, a line beside it": {**V1, "data": {name(op): record, f"{name(op)}Item": [{"id": 9}]}},
        "v1, another wrapper": {**V1, "data": {"Another": record}},
        "v1, no wrapper": {**V1, "data": record},
        "v1, a list of one": {**V1, "data": [{name(op): record}]},
        "v2": {"message": "ok", "data": record},
        "payload": {"payload": {"data": record}, "version": 1, "message": "ok"},
        "a page of one": {**LARAVEL, "data": [record]},
        "a list of one": [record],
    }


def lists(op: AnyOperation, rows: list[Any]) -> dict[str, Any]:
    """Return rows in each known envelope."""
    laravel = {**LARAVEL, "data": rows}
    v1_paging = {"prev": None, "next": None, "page": 1, "page_count": 1, "total_results": 1}
    return {
        "v1": {**V1, "data": [{name(op): row} for row in rows], "pagination": v1_paging},
        "v1, no wrappers": {**V1, "data": rows, "pagination": v1_paging},
        "v1, other wrappers": {**V1, "data": [{"Another": row} for row in rows], "pagination": v1_paging},
        "laravel": laravel,
        "laravel, wrappers": {**LARAVEL, "data": [{name(op): row} for row in rows]},
        "laravel, meta": {"data": rows, "meta": {"current_page": 1, "last_page": 1, "total": 1}, "links": {"next": None}},
        "laravel in data": {**V1, "data": laravel},
        "payload": {"payload": {"data": rows, "pagination": {"current_page": 1, "total": 1, "per_page": 20}}, "version": 1},
    }


def named(op: AnyOperation) -> dict[str, Any]:
    """Return what acknowledges a write and names its record."""
    return {
        "v1": {**V1, "id": "7"},
        "v2": {"message": "ok", "id": 7},
        **{f"record, {what}": body for what, body in singles(op, {"id": 7, "notes": "x"}).items() if not isinstance(body, list)},
    }


def nameless() -> dict[str, Any]:
    return {
        "v1": V1,
        "v2": {"message": "ok"},
        "success": {"success": True},
        "{}": {},
        "[]": [],
        "null": None,
        "true": True,
        "1": 1,
    }


async def ask(daftra: DaftraClient, op: AnyOperation, **given: Any) -> Any:
    """Call an operation with as little as it needs; what is sent is not the point."""
    op = attrs.evolve(op, request=None, query_params=(), reference=None)
    path = {**arguments(op), **given}
    return await (daftra._executor.paginate(op, path, {}) if op.pagination else daftra._executor.execute(op, path, {}))


def arguments(op: AnyOperation) -> dict[str, Any]:
    known = {"status": 3, "model": "Product", "entity": "invoice", "type": "invoice"}
    return {p.name: known.get(p.name, 7) if p.default is None else p.default for p in op.path_params}


@pytest.fixture
def daftra(client: Callable[..., DaftraClient]) -> DaftraClient:
    return client()


@pytest.mark.parametrize("op", SINGLES, ids=lambda op: op.id)
async def test_a_record(op: AnyOperation, server: RawServer, daftra: DaftraClient) -> None:
    token = op.response.model == "OAuthToken"
    sent = {"access_token": "t-1", "token_type": "Bearer"} if token else {"id": "7", "notes": "x"}
    for what, body in singles(op, sent).items():
        server.script.append(http(200, body))
        record = await ask(daftra, op)
        assert type(record) is getattr(models, str(op.response.model)), what
        if token:
            assert record.access_token == "t-1", what
        else:
            identity = record.id if "id" in attrs.fields_dict(type(record)) else record.extra["id"]
            assert str(identity) == "7", what
        assert not record.extra.keys() & {"data", "payload", name(op), "Another"}, what


@pytest.mark.parametrize("op", [op for op in SINGLES if op.response.kind != "bare"], ids=lambda op: op.id)
async def test_no_record(op: AnyOperation, server: RawServer, daftra: DaftraClient) -> None:
    for body in ({}, [], V1, {"message": "ok"}, {**V1, "data": {name(op): None}}, {**V1, "data": []}, None):
        server.script.append(http(200, body))
        with pytest.raises((UnexpectedResponseError, OutcomeUnknown)):
            await ask(daftra, op)


@pytest.mark.parametrize("op", LISTS, ids=lambda op: op.id)
async def test_a_page(op: AnyOperation, server: RawServer, daftra: DaftraClient) -> None:
    for what, body in lists(op, [{"id": "7", "notes": "x"}]).items():
        for _ in range(2):  # the second may be read in C
            server.script.append(http(200, body))
            page = await ask(daftra, op)
            assert isinstance(page, Page), what
            (record,) = page.data
            identity = record.id if "id" in attrs.fields_dict(type(record)) else record.extra["id"]
            assert str(identity) == "7", what
            assert not record.extra.keys() & {name(op), "Another"}, what
            assert not page.has_next, what


@pytest.mark.parametrize("op", ACKS, ids=lambda op: op.id)
async def test_an_acknowledgement(op: AnyOperation, server: RawServer, daftra: DaftraClient) -> None:
    for what, body in {**named(op), **nameless()}.items():
        server.script.append(http(200, body))
        ack = await ask(daftra, op)
        assert type(ack) is Ack, what
        assert ack.id == (7 if isinstance(body, dict) and body in named(op).values() else None), what
    for nothing in (b"HTTP/1.1 204 No Content\r\n\r\n", http(200, raw=b"")):
        server.script.append(nothing)
        assert type(await ask(daftra, op)) is Ack


@pytest.mark.parametrize("op", CREATES, ids=lambda op: op.id)
async def test_a_created_record(op: AnyOperation, server: RawServer, daftra: DaftraClient) -> None:
    for what, body in named(op).items():
        server.script.append(http(200, body))
        created = await ask(daftra, op)
        assert type(created) is Created, what
        assert created.id == 7, what


@pytest.mark.parametrize("file", EXAMPLES)
async def test_an_example_of_the_vendor(file: str, server: RawServer, daftra: DaftraClient) -> None:
    op = BY_ID[file.partition("/")[0]]
    server.script.append(http(200, raw=(FOLDER / file).read_bytes()))
    if file in NO_LISTS:
        with pytest.raises(UnexpectedResponseError):
            await ask(daftra, op)
        return
    record = by_shape.record_in(op, json.loads((FOLDER / file).read_bytes())) or {}
    asked = {param.name: record["id"] for param in op.path_params if param.name == "id" and "id" in record}
    answer = await ask(daftra, op, **asked)
    if isinstance(answer, Page):
        assert all(type(record) is getattr(models, str(op.response.model)) for record in answer.data)
    elif op.response.model is not None:
        assert type(answer) is getattr(models, op.response.model)


async def test_results_of_a_batch_in_each_envelope(server: RawServer, daftra: DaftraClient) -> None:
    (op,) = [op for op in DOUBTFUL if op.response.kind == "bulk-array"]
    result = {"code": 202, "result": "successful", "id": 7}
    for body in (
        [result],
        {"0": result},
        {**V1, "data": [result]},
        {"payload": {"data": [result]}},
        {"results": [result]},
        result,
    ):
        server.script.append(http(200, body))
        (read,) = await ask(daftra, op)
        assert read.id == 7


async def test_titles_in_each_envelope(server: RawServer, daftra: DaftraClient) -> None:
    (op,) = [op for op in DOUBTFUL if op.response.kind == "v1-listing"]
    titles = {"7": "Main", "8": 5}
    for body in ({**V1, "data": {"Listing": titles}}, {"Listing": titles}, {**V1, "data": titles}):
        server.script.append(http(200, body))
        assert await ask(daftra, op) == {"7": "Main", "8": "5"}
