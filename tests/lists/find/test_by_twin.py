"""Look-ups by the v2 twin of a long v1 list that cannot filter; whatever the twin says, the result is that of a walk."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import pytest
from aiohttp import web

from daftra_async import DaftraClient, MultipleFoundError
from daftra_async.sandbox import Sandbox
from daftra_async.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

Change = Callable[[dict[str, Any]], object]


class Twin:
    """Lets a test change what the twin answers."""

    def __init__(self) -> None:
        self.change: Change | None = None
        self.status = 200
        self.query: str | None = None

    def middleware(self) -> Any:
        @web.middleware
        async def rewrite(request: web.Request, handler: Any) -> web.StreamResponse:
            if not request.path.startswith("/v2/"):
                return await handler(request)
            if self.status != 200:
                return web.json_response({"message": "no"}, status=self.status)
            if self.query is not None:
                request = request.clone(rel_url=f"{request.path}?{self.query}")
            response = await handler(request)
            if self.change is None:
                return response
            body = json.loads(response.body)
            return web.json_response(self.change(body))

        return rewrite


@pytest.fixture
async def account() -> AsyncIterator[tuple[Sandbox, DaftraClient, Twin]]:
    twin = Twin()
    async with (
        Sandbox("demo", middlewares=[twin.middleware()]) as sandbox,
        DaftraClient(api_key=sandbox.api_key, base_url=sandbox.url, settings=Settings(max_attempts=1)) as daftra,
    ):
        yield sandbox, daftra, twin


def operations(sandbox: Sandbox) -> list[str | None]:
    found = [seen.operation for seen in sandbox.requests]
    sandbox.requests.clear()
    return found


async def test_personal_data_is_looked_up_without_a_walk_and_is_in_no_log(account: Any, caplog: pytest.LogCaptureFixture) -> None:
    sandbox, daftra, _ = account
    wanted = (await daftra.clients.list(limit=20, page=100)).data[7]
    sandbox.requests.clear()
    with caplog.at_level(logging.DEBUG, "daftra_async"):
        assert await daftra.clients.find_one(email=wanted.email) == wanted
    assert operations(sandbox) == ["clients.list", "entities.list", "entities.list", "clients.get"]
    assert wanted.email not in caplog.text
    assert wanted.email.replace("@", "%40") not in caplog.text


async def test_several_values_and_several_fields(account: Any) -> None:
    sandbox, daftra, _ = account
    rows = (await daftra.clients.list(limit=20, page=100)).data
    sandbox.requests.clear()
    found = await daftra.clients.find_many(client_number=[row.client_number for row in rows[:5]], city=[row.city for row in rows])
    assert sorted(row.id for row in found) == sorted(row.id for row in rows[:5])
    assert operations(sandbox).count("clients.get") == 5
    with pytest.raises(MultipleFoundError):
        await daftra.clients.find_one(id=[rows[0].id, rows[1].id])


async def test_many_matches_and_short_lists_are_walked(account: Any) -> None:
    sandbox, daftra, _ = account
    rows = (await daftra.products.list(limit=100)).data
    sandbox.requests.clear()
    assert len(await daftra.products.find_many(product_code=[row.product_code for row in rows[:21]])) >= 21
    assert "products.get" not in operations(sandbox)
    supplier = (await daftra.suppliers.list(limit=5)).data[4]
    sandbox.requests.clear()
    assert await daftra.suppliers.find_one(supplier_number=supplier.supplier_number) == supplier
    assert set(operations(sandbox)) == {"suppliers.list"}


async def test_no_rows_prove_nothing(account: Any) -> None:
    sandbox, daftra, _ = account
    assert await daftra.clients.find_one(email="nobody@example.invalid") is None
    assert operations(sandbox).count("clients.list") == 1 + 3


def rows(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Change:
    return lambda body: {**body, "data": [change(row) for row in body["data"]]}


LIES: Final[dict[str, dict[str, Any]]] = {
    "403": {"status": 403},
    "404": {"status": 404},
    "a server error": {"status": 500},
    "a plugin that is off": {"change": lambda _: {"error": "Entity Not exists"}},
    "an ignored filter": {"query": "per_page=3"},
    "a field that is not shown": {"change": rows(lambda row: {key: row[key] for key in row if key != "client_number"})},
    "another record": {"change": rows(lambda row: {**row, "id": row["id"] - 1})},
    "a record that is not there": {"change": rows(lambda row: {**row, "id": row["id"] + 100_000})},
    "no ids": {"change": rows(lambda row: {"client_number": row["client_number"]})},
    "fewer records": {"change": lambda body: {**body, "total": min(body["total"], 2879)}},
    "another shape": {"change": lambda body: {"items": body["data"]}},
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
async def test_the_result_is_that_of_a_walk(account: Any, lie: dict[str, Any], caplog: pytest.LogCaptureFixture) -> None:
    sandbox, daftra, twin = account
    wanted = (await daftra.clients.list(limit=20, page=100)).data[7]
    for name, value in lie.items():
        setattr(twin, name, value)
    sandbox.requests.clear()
    with caplog.at_level(logging.INFO, "daftra_async"):
        assert await daftra.clients.find_one(client_number=wanted.client_number) == wanted
    assert operations(sandbox).count("clients.list") > 1
    assert "so the list is walked" in caplog.text
