"""Every leaf of the demo account survives structure and unstructure, row by row and against the raw pages.

Of each page one row in seven is looked at; all of them by `make test-postgres`.
"""

from __future__ import annotations

import gc
import os
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import UNSET, DaftraClient, operations, structure, unstructure
from daftra_async.export import EVERYTHING, plan
from daftra_async.http.request import build_request
from daftra_async.sandbox import Sandbox
from daftra_async.wire import hints
from daftra_async.wire.envelopes import open_list
from tests.lossless import losses

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMED = ["workflow_records:workflow_id=36", "follow_up_actions:type=invoice", "entities:entity=invoice"]
"""Lists that need an argument."""

EVERY = 1 if os.environ.get("DAFTRA_TEST_POSTGRES") else 7
"""Rows of the seed are made by few rules, so each field is met in these rows too."""

SEEDED: Counter[tuple[str, str]] = Counter()
"""Odd values of the seed that fit no rule, by model and path; it holds none: all its oddities are covered."""


@pytest.fixture
def _no_collection() -> Iterator[None]:
    """Spare the collector the account: walking it over and over takes a third of the time."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_collection")
async def test_every_leaf_comes_back() -> None:
    rows_by_list: Counter[str] = Counter()
    issues: Counter[tuple[str, str]] = Counter()
    extras: set[tuple[str, str]] = set()
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as client:
        for target in plan(operations(), [EVERYTHING, *NAMED]):
            op = target.operation
            if target.missing:
                continue
            # Most of the time goes into requests, so pages are as large as they may be.
            size = {param.name: param.maximum or 1000 for param in op.query_params if param.name in {"limit", "per_page"}}
            page: int | None = 1
            while page is not None:
                body = await _raw(client, op, {**target.arguments, **size, "page": page})
                opened = open_list(op, body)
                page = opened.next_page
                expected = _rows(op, body)
                assert opened.rows == expected
                rows_by_list[op.id] += len(expected)
                if op.response.model is None:
                    continue
                for row, sent in zip(opened.rows[::EVERY], expected[::EVERY], strict=True):
                    record = structure(hints.model(op.response.model), row)
                    assert losses(unstructure(record), sent) == [], (op.id, sent.get("id"))
                    issues.update((op.response.model, issue.path) for issue in record.issues)
                    extras.update((op.response.model, key) for key in record.extra)
        held = sandbox.counts()
    assert issues == SEEDED
    assert {("Client", "loyalty_tier"), ("Client", "marketing")} <= extras
    for op in operations():
        if op.pagination is not None and op.id not in {"workflow_records.list", "follow_up_actions.list", "entities.list"}:
            assert rows_by_list[op.id] == held[op.id], op.id
    assert rows_by_list.total() > 20_000


async def _raw(client: DaftraClient, op: Any, arguments: dict[str, Any]) -> Any:
    inside = {param.name for param in op.path_params}
    path = {name: value for name, value in arguments.items() if name in inside}
    query = {name: value for name, value in arguments.items() if name not in inside}
    call = build_request(op, path, query, UNSET, suffix="", timeout=None, extra_query=None, extra_headers=None)
    return await client.request(op.method, call.path, query=dict(call.query))


def _rows(op: Any, body: Any) -> list[dict[str, Any]]:
    """Take the rows out of their wrappers, without the code that is tested."""
    data = body["payload"]["data"] if "payload" in body else body["data"]
    key = op.response.key
    return [{**row[key], **{k: v for k, v in row.items() if k != key}} if key in row and "id" not in row else row for row in data]
