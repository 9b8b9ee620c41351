"""Each operation of the bundle routes and answers with its documented status on the demo account."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
import pytest_asyncio

from daftra_async.sandbox import Behaviours, Sandbox, spec
from tests.sandbox.bodies import body
from tests.sandbox.conftest import Raw

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SPEC = spec.load()
ROWS = {"v1-list", "v2-list", "payload-list"}


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[Raw]:
    async with (
        Sandbox(
            "demo", behaviours=Behaviours(duplicates="accepted", unknown_client="accepted", unknown_tax="ignored")
        ) as sandbox,
        aiohttp.ClientSession() as session,
    ):
        yield Raw(sandbox, session)


def path_of(raw: Raw, operation: spec.Operation) -> str:
    entity = operation.entity.replace("{workflow_id}", "36")
    ids = raw.sandbox.account.store.ids(entity, kind=operation.resource if entity == "follow_up_reminder" else None)
    values = {
        "id": str(ids[0] if ids else 1),
        "format": ".json",
        "level": "2",
        "entity": "shift_day",
        "workflow_id": "36",
        "status": "3",
        "model": "Product",
        "type": "client",
    }
    return re.sub(r"\{(\w+)\}", lambda found: values[found[1]], operation.path)


async def test_there_are_251() -> None:
    assert len(SPEC.operations) == 251


@pytest.mark.parametrize("resource", sorted({operation.resource for operation in SPEC.operations.values()}))
async def test_resource(shared: Raw, resource: str) -> None:
    order = ["list", "get", "create", "update", "delete"]
    found = [operation for operation in SPEC.operations.values() if operation.resource == resource]
    for operation in sorted(found, key=lambda item: order.index(item.verb) if item.verb in order else 3):
        path = path_of(shared, operation)
        sent: Any = None
        data: Any = None
        if operation.request_kind == "form":
            data = {"grant_type": "password", "client_id": "1", "client_secret": "sandbox-secret"}
            data |= {"username": "owner@example.com", "password": "sandbox-password"}
        elif operation.write is not None:
            sent = body(operation)
            if operation.id == "advance_payments.create":
                sent["Invoice"]["type"] = 19
        answer = await shared(operation.method, path, sent, data=data)
        assert answer.status == operation.status, (operation.id, path, answer.text[:500])
        # Both kinds of invoice are made by the same route; the body tells which is meant.
        expected = operation.id.replace("advance_payments.create", "invoices.create")
        assert shared.sandbox.requests[-1].operation == expected
        assert "Set-Cookie" in answer.headers
        _check(operation, answer.json)


def _check(operation: spec.Operation, answer: Any) -> None:
    kind = operation.response_kind
    if kind == "v1-list":
        assert answer["data"], operation.id
        assert set(answer["data"][0]) == {operation.response_key}
    elif kind == "v2-list":
        assert answer["data"], operation.id
        assert answer["total"] >= len(answer["data"])
    elif kind == "payload-list":
        assert answer["payload"]["data"]
    elif kind == "v1-single":
        assert answer["data"][operation.response_key]
    elif kind in {"v1-created", "v2-created"}:
        assert int(answer["id"]) > 0
    elif kind == "bulk-array":
        assert answer[0]["result"] == "successful"
    elif kind == "v2-single":
        assert answer["id"]
