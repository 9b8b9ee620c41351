"""The client that a test gets: made for its sandbox, and closed in its event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from daftra_async.client import DaftraClient
    from daftra_async.settings import Settings
    from daftra_async.testing.live import LiveSandbox

OTHER_LOOP: Final = (
    "daftra_client was used in another event loop than that of the test, and left open: there, use"
    " 'async with daftra_sandbox.client() as daftra:'"
)


async def serve_client(sandbox: LiveSandbox, settings: Settings) -> AsyncIterator[DaftraClient]:
    """Give a client, and close it."""
    import asyncio  # noqa: PLC0415  # plugins load fast

    client = sandbox.client(settings=settings)
    try:
        yield client
    finally:
        life = client._pipeline.life  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # of the same package
        if life.loop not in {None, asyncio.get_running_loop()} and not life.closed:
            pytest.fail(OTHER_LOOP)
        await client.close()
