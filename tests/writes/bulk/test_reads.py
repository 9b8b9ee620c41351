"""Many records by their ids."""

from __future__ import annotations

import asyncio
import copy
import random
from typing import Any

import pytest
from aiohttp import web

from daftra_async import ArgumentError, DaftraClient, NotFoundError, ServerError
from daftra_async.resources import brands, clients, workflow_records
from daftra_async.sandbox import Sandbox
from daftra_async.sandbox.faults import Faults, Rule
from daftra_async.settings import Settings
from daftra_async.writes.bulk.reads import Fetched, get_many
from tests.waiting import never, turns, until


class Delays:
    """Answers after random turns of the loop, and counts how many requests run at once."""

    def __init__(self) -> None:
        self.dice = random.Random(3)
        self.running = 0
        self.most = 0
        self.for_ever = False

    def middleware(self) -> Any:
        @web.middleware
        async def wait(request: web.Request, handler: Any) -> Any:
            self.running += 1
            self.most = max(self.most, self.running)
            try:
                await (never() if self.for_ever else turns(self.dice.randrange(60)))
                return await handler(request)
            finally:
                self.running -= 1

        return wait


def connect(sandbox: Sandbox, **settings: Any) -> DaftraClient:
    options = {"backoff_base": 0.01, "concurrency": 50, **settings}
    return DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url, settings=Settings(**options))


async def test_order_and_concurrency() -> None:
    delays = Delays()
    async with Sandbox("demo", middlewares=[delays.middleware()]) as sandbox, connect(sandbox) as daftra:
        ids = sandbox.account.store.ids("client")[:60]
        random.Random(1).shuffle(ids)
        asked: list[int | str] = [*ids, ids[3], str(ids[4])]
        found = await get_many(daftra._executor, clients.GET, asked, {}, concurrency=6)
        assert [record.id for record in found] == [*ids, ids[3], ids[4]]
        assert list(found.by_id) == list(dict.fromkeys(asked))
        assert found.by_id[str(ids[4])] is found.by_id[ids[4]]
        assert found.errors == {}
        assert found.missing == ()
        assert sandbox.received()["clients.get"] == 60, "one that comes again is fetched once"
        assert delays.most == 6
        twin = copy.copy(found)
        assert (list(twin), twin.by_id) == (list(found), found.by_id)


@pytest.mark.parametrize(
    ("op", "entity", "path"),
    [
        (clients.GET, "client", {}),
        (brands.GET, "brand", {"level": 1}),
        (workflow_records.GET, "le_workflow-type-entity-36", {"workflow_id": 36, "level": 1}),
    ],
)
async def test_missing_ids(op: Any, entity: str, path: dict[str, object]) -> None:
    async with Sandbox("demo") as sandbox, connect(sandbox) as daftra:
        ids = sandbox.account.store.ids(entity)[:5]
        assert len(ids) >= 3
        found = await get_many(daftra._executor, op, [999_999, *ids, 888_888], path, concurrency=3, on_error="collect")
        assert [record.id for record in found] == ids
        assert found.missing == (999_999, 888_888)
        assert list(found.errors) == [999_999, 888_888]
        with pytest.raises(NotFoundError) as caught:
            await get_many(daftra._executor, op, [*ids, 888_888], path, concurrency=3)
        assert "888888" in "".join(caught.value.__notes__)


async def test_other_failures_are_not_missing() -> None:
    async with (
        Sandbox("demo", faults=Faults([Rule("500", operation="clients.get", times=1)])) as sandbox,
        connect(sandbox) as daftra,
    ):
        ids = sandbox.account.store.ids("client")[:3]
        found = await get_many(daftra._executor, clients.GET, ids, {}, concurrency=1, on_error="collect")
        assert [record.id for record in found] == ids[1:]
        assert isinstance(found.errors[ids[0]], ServerError)
        assert found.missing == ()


async def test_first_failure_ends_the_others() -> None:
    delays = Delays()
    async with Sandbox("demo", middlewares=[delays.middleware()]) as sandbox, connect(sandbox) as daftra:
        ids = sandbox.account.store.ids("client")[:40]
        with pytest.raises(NotFoundError):
            await get_many(daftra._executor, clients.GET, [999_999, *ids], {}, concurrency=4)
        asked = sandbox.received()["clients.get"]
        assert asked < 40
        await turns(300)
        assert sandbox.received()["clients.get"] == asked
        assert not [task for task in asyncio.all_tasks() if "fetch" in repr(task.get_coro())]


async def test_cancellation_leaves_nothing_behind() -> None:
    delays = Delays()
    delays.for_ever = True
    async with Sandbox("demo", middlewares=[delays.middleware()]) as sandbox, connect(sandbox) as daftra:
        task = asyncio.create_task(get_many(daftra._executor, clients.GET, [1, 2, 3, 4, 5], {}, concurrency=2))
        await until(lambda: len(sandbox.requests) == 2)
        task.cancel()
        await until(task.done)
        assert task.cancelled()
        assert not [each for each in asyncio.all_tasks() if "fetch" in repr(each.get_coro())]
        await turns(300)
        assert len(sandbox.requests) == 2


async def test_nothing_is_sent_for_nothing_or_for_what_is_wrong() -> None:
    async with Sandbox("empty") as sandbox, connect(sandbox) as daftra:
        empty = await get_many(daftra._executor, clients.GET, [], {}, concurrency=2)
        assert isinstance(empty, Fetched)
        assert empty == []
        wrong: list[tuple[Any, dict[str, Any], str]] = [
            ([1, None], {}, r"^ids\[1\]: id"),
            ([1, "a/b"], {}, r"^ids\[1\]: id"),
            ("123", {}, "^ids: str"),
            (5, {}, "^ids: int"),
            ([1], {"concurrency": 0}, "^concurrency"),
            ([1], {"on_error": "ignore"}, "^on_error"),
            ([1], {"timeout": 0}, "timeout"),
            ([1], {"extra_headers": {"Cookie": "x"}}, "extra_headers"),
        ]
        for ids, more, text in wrong:
            with pytest.raises(ArgumentError, match=text):
                await get_many(daftra._executor, clients.GET, ids, {}, **{"concurrency": 2, **more})
        assert not sandbox.requests


async def test_progress_counts_records_that_came_or_failed() -> None:
    async with Sandbox("demo") as sandbox, connect(sandbox) as daftra:
        ids = sandbox.account.store.ids("client")[:3]
        told: list[tuple[int, int | None]] = []
        asked = [*ids, ids[0], 999_999]
        found = await daftra.clients.get_many(asked, on_error="collect", on_progress=lambda *step: told.append(step))
        assert len(found) == 4
        assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
        rows = sandbox.account.store.ids("brand")[:2]
        await daftra.brands.get_many(rows, on_progress=lambda *step: told.append(step))
        assert told[4:] == [(1, 2), (2, 2)]
