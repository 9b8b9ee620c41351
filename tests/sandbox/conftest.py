"""A demo account over a real socket, spoken to with plain aiohttp: the client under development has no part in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import aiohttp
import attrs
import pytest

from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@attrs.frozen
class Answer:
    status: int
    headers: Any
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


@attrs.frozen
class Raw:
    """A bare HTTP client."""

    sandbox: Sandbox
    session: aiohttp.ClientSession

    async def __call__(self, method: str, path: str, body: Any = None, *, headers: Any = None, data: Any = None) -> Answer:
        headers = {"apikey": self.sandbox.api_key} if headers is None else headers
        sent = {"json": body} if body is not None else {"data": data}
        async with self.session.request(method, self.sandbox.url + path, headers=headers, **sent) as response:
            return Answer(response.status, response.headers.copy(), await response.text())

    async def get(self, path: str, **more: Any) -> Answer:
        return await self("GET", path, **more)


async def _serve(seed: Any) -> AsyncIterator[Raw]:
    jar = aiohttp.DummyCookieJar()
    async with Sandbox(seed) as sandbox, aiohttp.ClientSession(cookie_jar=jar) as session:
        yield Raw(sandbox, session)


@pytest.fixture
async def empty() -> AsyncIterator[Raw]:
    """An account with nothing but its owner."""
    async for raw in _serve("empty"):
        yield raw


@pytest.fixture
async def demo() -> AsyncIterator[Raw]:
    """The demo account; each test has its own copy."""
    jar = aiohttp.DummyCookieJar()
    async with Sandbox("demo") as sandbox, aiohttp.ClientSession(cookie_jar=jar) as session:
        yield Raw(sandbox, session)
