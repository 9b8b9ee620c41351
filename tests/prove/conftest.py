"""Accounts that are asked, behind a real socket."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async import DaftraClient, Settings
from daftra_async.prove import prove
from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from daftra_async.prove import Proof


@attrs.frozen
class Examined:
    """An account and a client of it."""

    sandbox: Sandbox
    client: DaftraClient

    async def prove(self, *only: str, **options: Any) -> Proof:
        return await prove(self.client, only=only, **options)


@asynccontextmanager
async def examined(**options: Any) -> AsyncIterator[Examined]:
    """Open an account of the test's own, with nothing in it."""
    settings = Settings(max_attempts=1)  # faults are met at once
    async with (
        Sandbox(options.pop("seed", "empty"), **options) as sandbox,
        DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key, settings=settings) as client,
    ):
        yield Examined(sandbox, client)
