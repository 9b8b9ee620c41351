"""The script that keeps an account's limit in Redis, and how it is called."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async._text import refuse
from daftra_async.redaction.shown import MASK

try:
    from redis import asyncio as aioredis
    from redis import exceptions
    from redis.asyncio.retry import Retry
    from redis.backoff import NoBackoff
except ImportError as error:  # pragma: no cover  # the tools of this repository bring it
    message = "daftra_async.integrations.redis needs redis-py: pip install 'daftra-async[redis]'"
    raise ImportError(message) from error

if TYPE_CHECKING:
    from redis.asyncio import Redis, RedisCluster

    from daftra_async.settings import Settings

_SCRIPT: Final = resources.files("daftra_async.integrations.redis").joinpath("limits.lua").read_text("utf-8")
_SHA: Final = hashlib.sha1(_SCRIPT.encode(), usedforsecurity=False).hexdigest()
_MICRO: Final = 1_000_000
_URL: Final = "a URL such as 'redis://:password@localhost:6379/0' (redis://, rediss:// or unix://), or a client of redis.asyncio"


class Away(Exception):  # internal; the limiter makes its own error of it
    """Redis did not answer, or refused; the text says why and shows no password."""


@attrs.define
class Report:
    """What a process reports about an account."""

    running: int = 0
    """Requests that run now."""
    waiting: int = 0
    """Requests that wait for a slot now."""
    unused: int = 0
    """Requests that were let through since the last report and did not begin."""
    well: int = 0
    """Answers other than 429 since the last report."""
    refused: int = -1
    """Period of the latest slot that got a 429 since the last report, -1 if none did."""
    rest: float = 0.0
    """Seconds that the server asked to wait."""


@attrs.frozen
class Grant:
    """The reply to a report."""

    given: int
    """Requests that may begin."""
    back: float
    """Seconds until it is worth asking for the others; 0 if none is left."""
    period: int
    """How many slow-downs there were."""
    width: int
    """Slots there are now."""
    speed: float
    """Part of the full rate that is allowed now."""


class AccountLimit:
    """The limit of an account, as one process sees it.

    Args:
        redis: URL of Redis, or a client, which is never closed here.
        key: What the names of the two keys begin with; its part in braces puts both on one node of a cluster.
        settings: Concurrency, rate and the like.
        lease: Seconds for which a report holds.
        timeout: Seconds to wait for Redis.

    Raises:
        ArgumentError: the URL is malformed.
    """

    __slots__ = ("_args", "_keys", "_own", "_redis", "_timeout")

    def __init__(self, redis: str | Redis | RedisCluster, key: str, settings: Settings, lease: float, timeout: float) -> None:
        self._own = isinstance(redis, str)
        self._redis: Any = _open(redis, timeout) if isinstance(redis, str) else redis
        self._keys = (f"{key}:limit", f"{key}:processes")
        rate = settings.requests_per_second
        self._args = (
            settings.concurrency,
            0 if rate is None else _MICRO / rate,
            settings.burst,
            settings.recovery if settings.slow_down else 0,
            round(lease * _MICRO),
        )
        self._timeout = timeout

    async def exchange(self, process: str, report: Report) -> Grant:
        """Report what a process does, and return what it may do.

        Raises:
            Away: Redis did not answer in time, or refused.
        """
        sent = (report.running, report.waiting, report.unused, report.well, report.refused, round(report.rest * _MICRO))
        values = (*self._keys, process, *sent, *self._args)
        reasons = [f"no answer in {self._timeout:g} s"]
        try:
            async with asyncio.timeout(self._timeout):
                given, back, period, width, speed = await self._until_answered(values, reasons)
                return Grant(given, back / _MICRO, period, width, speed / 10_000)
        except TimeoutError:
            pass
        except Exception as error:  # noqa: BLE001  # the client may be of any version, or closed: each failure means the same
            reasons.append(self._shown(error))
        # Outside of the blocks: tracebacks of redis-py have the password among their variables.
        raise Away(reasons[-1])

    async def close(self) -> None:
        """Close the connections, unless they are those of a client of the user."""
        if self._own:
            await self._redis.aclose()

    async def _until_answered(self, values: tuple[object, ...], reasons: list[str]) -> list[int]:
        """Try until there is an answer, and note why there was none."""
        while True:
            try:
                return await self._run(values)
            except (exceptions.ConnectionError, exceptions.TimeoutError, OSError) as error:
                # Redis may be starting again, or the connection is an old one.
                reasons.append(self._shown(error))
            await asyncio.sleep(self._timeout / 20)

    async def _run(self, values: tuple[object, ...]) -> list[int]:
        try:
            reply = await self._redis.evalsha(_SHA, len(self._keys), *values)
        except exceptions.NoScriptError:
            # Redis is new, or was started again.
            reply = await self._redis.eval(_SCRIPT, len(self._keys), *values)
        return list(reply)

    def _shown(self, error: Exception) -> str:
        text = str(error)
        pool = getattr(self._redis, "connection_pool", None)
        password = getattr(pool, "connection_kwargs", {}).get("password")
        return f"{type(error).__name__}: {text.replace(password, MASK) if password else text:.200}"


def _open(url: str, timeout: float) -> Any:
    client: Any = aioredis.Redis  # its options are typed in part only
    with contextlib.suppress(ValueError, TypeError):  # not chained: the text of either may quote the password
        retry = Retry(NoBackoff(), 0)  # `exchange` tries again
        return client.from_url(str(url), socket_timeout=timeout, socket_connect_timeout=timeout, retry=retry)
    return refuse("redis", "the URL is malformed", _URL)
