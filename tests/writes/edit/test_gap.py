"""Between the last look of an edit and its update no other write of the client comes."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async.errors import ConflictError, DaftraTimeout
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async import DaftraClient
    from tests.conftest import RawServer, Seen

    Make = Callable[..., DaftraClient]


def stored(notes: str) -> bytes:
    return http(200, {"code": 200, "result": "successful", "data": {"Client": {"id": 7, "business_name": "A", "notes": notes}}})


DONE = http(200, {"code": 200, "result": "successful"})


@pytest.mark.parametrize("write", ["update", "replace", "update_many", "delete", "delete_many"])
async def test_no_write_of_the_client_comes_between(write: str, client: Make, server: RawServer) -> None:
    daftra, tasks = client(), set[Any]()
    body = () if write.startswith("delete") else ({7: {"notes": "b"}},) if write == "update_many" else ({"notes": "b"},)
    options = {"replace": True} if write.startswith("update") else {}
    arguments: Any = ([7],) if write == "delete_many" else body if write == "update_many" else (7, *body)

    async def look(_: Seen, writer: Any) -> None:
        tasks.add(asyncio.create_task(getattr(daftra.with_settings(timeout=9).clients, write)(*arguments, **options)))
        for _turn in range(20):
            await asyncio.sleep(0)
        writer.write(stored("0"))

    server.script = [stored("0"), look, DONE, DONE]
    async with daftra.clients.edit(7) as draft:
        draft.notes = "a"
    await asyncio.gather(*tasks)
    assert [seen.method for seen in server.seen] == ["GET", "GET", "PUT", "DELETE" if "delete" in write else "PUT"]
    assert json.loads(server.seen[2].body)["Client"]["notes"] == "a"


async def test_the_look_waits_for_a_write_that_is_under_way(client: Make, server: RawServer) -> None:
    daftra, arrived, go_on = client(), asyncio.Event(), asyncio.Event()

    async def slow(_: Seen, writer: Any) -> None:
        arrived.set()
        await go_on.wait()
        writer.write(DONE)

    server.script = [stored("0"), slow, stored("b")]
    with pytest.raises(ConflictError):
        async with daftra.clients.edit("7") as draft:
            writing = asyncio.create_task(daftra.clients.update(7, {"notes": "b"}, replace=True))
            await arrived.wait()
            asyncio.get_running_loop().call_soon(go_on.set)
            draft.notes = "a"
    await writing
    assert [seen.method for seen in server.seen] == ["GET", "PUT", "GET"]


async def test_waiting_is_bounded_by_the_timeout_of_the_call(client: Make, server: RawServer) -> None:
    daftra, arrived, go_on = client(), asyncio.Event(), asyncio.Event()

    async def slow(_: Seen, writer: Any) -> None:
        arrived.set()
        await go_on.wait()
        writer.write(DONE)

    server.script = [slow]
    writing = asyncio.create_task(daftra.clients.update(7, {"notes": "b"}, replace=True))
    await arrived.wait()
    with pytest.raises(DaftraTimeout, match="nothing was sent"):
        await daftra.clients.update(7, {"notes": "c"}, replace=True, timeout=0.001)
    go_on.set()
    await writing
    assert len(server.seen) == 1
