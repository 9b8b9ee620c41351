"""Reads of whole lists say how far they are."""

from __future__ import annotations

import pytest

from daftra_async import DaftraClient
from daftra_async.sandbox import Sandbox

STEPS = [(1000, 2880), (2000, 2880), (2880, 2880)]


@pytest.mark.parametrize("read", ["collect", "to_arrow", "to_polars", "to_pandas"])
async def test_reads_of_whole_lists_tell_after_each_page(read: str) -> None:
    told: list[tuple[int, int | None]] = []
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        found = await getattr(daftra.clients.list(limit=1000), read)(on_progress=lambda *step: told.append(step))
    assert len(found) == 2880
    assert told == STEPS


async def test_a_stream_tells_after_each_item() -> None:
    told: list[tuple[int, int | None]] = []
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        found = await daftra.clients.list().limit(5).chunk(2).collect(on_progress=lambda *step: told.append(step))
    assert [len(group) for group in found] == [2, 2, 1]
    assert told == [(1, None), (2, None), (3, None)]


async def test_what_it_raises_ends_the_read() -> None:
    def stop(done: int, total: int | None) -> None:
        told = f"{done} of {total}"
        raise InterruptedError(told)

    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        with pytest.raises(InterruptedError, match="1000 of 2880"):
            await daftra.clients.list(limit=1000).collect(on_progress=stop)
        assert len(sandbox.requests) == 1
