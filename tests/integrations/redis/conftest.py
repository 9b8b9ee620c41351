"""A Redis server for the tests of this folder; they are skipped where there is none."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

pytest.importorskip("redis")

from redis.asyncio import Redis

from daftra_async.integrations.redis import RedisLimiter
from tests.redis_server import VARIABLE, RedisServer, binary

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator


@pytest.fixture
def seconds() -> None:
    """Skip the test unless there is time: it waits for leases, or measures a rate."""
    if VARIABLE not in os.environ:
        pytest.skip("takes seconds: make test-redis")


@pytest.fixture(scope="session")
def redis() -> Iterator[RedisServer]:
    if binary() is None:
        pytest.skip("redis-server is not installed: make test-redis installs it")
    with RedisServer() as server:
        yield server


@pytest.fixture
def account() -> str:
    """An account that no other test uses."""
    return f"a{secrets.token_hex(6)}"


@pytest_asyncio.fixture
async def limiter(redis: RedisServer, account: str) -> AsyncIterator[Callable[..., RedisLimiter]]:
    """Make limiters of one account, as processes of their own would."""
    made: list[RedisLimiter] = []

    def make(**options: Any) -> RedisLimiter:
        made.append(RedisLimiter(options.pop("redis", redis.url), **{"account": account, **options}))
        return made[-1]

    yield make
    for each in made:
        await each.close()


@pytest.fixture
def kept_of(account: str) -> Callable[[str], Any]:
    """Return what a Redis keeps about the processes of the account."""

    async def ask(url: str) -> dict[bytes, bytes]:
        async with Redis.from_url(url) as client:
            return await client.hgetall(f"daftra:{{{account}.daftra.com}}:processes")

    return ask


@pytest.fixture
def kept(redis: RedisServer, kept_of: Callable[[str], Any]) -> Callable[[], Any]:
    return lambda: kept_of(redis.url)
