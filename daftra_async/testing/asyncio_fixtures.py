"""Clients of tests that pytest-asyncio runs: a fixture for each scope that the loop of a test can have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

import pytest_asyncio

from daftra_async.testing.served_client import serve_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from daftra_async.client import DaftraClient
    from daftra_async.settings import Settings
    from daftra_async.testing.live import LiveSandbox

Scope = Literal["function", "class", "module", "package", "session"]
_SCOPES: Final[tuple[Scope, ...]] = ("function", "class", "module", "package", "session")


def _fixture(scope: Scope) -> Any:
    @pytest_asyncio.fixture(name=f"_daftra_client_{scope}", loop_scope=scope)
    async def client(daftra_sandbox: LiveSandbox, daftra_settings: Settings) -> AsyncIterator[DaftraClient]:
        async for made in serve_client(daftra_sandbox, daftra_settings):
            yield made

    return client


FUNCTION, CLASS, MODULE, PACKAGE, SESSION = (_fixture(scope) for scope in _SCOPES)
