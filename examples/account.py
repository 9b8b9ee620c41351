"""The account of the other examples: your own, or a local one with some thousand records.

DAFTRA_ACCOUNT and DAFTRA_API_KEY (or DAFTRA_ACCESS_TOKEN) name your own.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from daftra_async import DaftraClient
from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    import aiohttp

    from daftra_async import Limiter


@asynccontextmanager
async def open_account(
    *, sandbox: bool, session: aiohttp.ClientSession | None = None, limiter: Limiter | None = None
) -> AsyncGenerator[DaftraClient, None]:
    """Open a client of the account in the environment, or of a sandbox that lives as long as the client.

    Args:
        sandbox: Whether to start a sandbox and leave the environment alone.
        session: A session to send with, which stays open.
        limiter: A limit of requests in place of the usual one.
    """
    if not sandbox:
        async with DaftraClient.from_env(session=session, limiter=limiter) as daftra:
            yield daftra
        return
    async with (
        Sandbox("demo") as local,
        DaftraClient("acme", api_key=local.api_key, base_url=local.url, session=session, limiter=limiter) as daftra,
    ):
        yield daftra
