"""A limiter whose slots and rate are kept in Redis, for all processes that use an account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import attrs

from daftra_async.http.account import base_url
from daftra_async.http.limiter import Limiter, Slot
from daftra_async.integrations.redis.account_limit import AccountLimit
from daftra_async.integrations.redis.arguments import key_of, seconds, stand_in
from daftra_async.integrations.redis.keeper import Keeper
from daftra_async.redaction.shown import sealed
from daftra_async.settings import Settings

if TYPE_CHECKING:
    from types import TracebackType

    from redis.asyncio import Redis, RedisCluster

    from daftra_async.integrations.redis.arguments import WhenAway


@attrs.frozen
class _LocalSlot(Slot):
    """A slot of the limiter that stands in while Redis is away."""

    limiter: Limiter
    slot: Slot


class RedisLimiter:
    """Bounds the requests of an account for all processes together; for `DaftraClient(limiter=)`.

        async with RedisLimiter("redis://localhost:6379/0", account="acme", requests_per_second=50) as limiter:
            ...

    Close it after the clients that use it. It belongs to the event loop of its first use.

    A 429 slows all processes down, and they all wait as long as its `Retry-After` says, at most a minute (not with
    `slow_down=False`).

    Args:
        redis: URL of Redis (`redis://`, `rediss://`, `unix://`), or a client of `redis.asyncio`, which is not closed here.
        account: Subdomain, host or URL of the account, as for `DaftraClient`. The names of the keys in Redis are made of it.
        concurrency: Requests of all processes at the same time.
        requests_per_second: Requests that may begin per second, on average; None is no limit.
        burst: Requests that may begin at once after a quiet time.
        slow_down: Whether an answer 429 halves concurrency and rate.
        recovery: Answers in a row without a 429 after which one slot and a tenth of the rate are given back.
        lease: Seconds after which the slots of a killed process are free, 0.1 to 600. A process whose event loop stands still
            for longer loses its slots to others.
        timeout: Seconds to wait for Redis.
        when_away: What happens to requests while Redis is away. `"error"`: they raise `LimiterError`. `"local"`: each process
            keeps these limits by itself, so that several together may exceed them. A limiter: it is used instead, such as
            `LocalLimiter(concurrency=2)`.
        prefix: What the names of the keys in Redis begin with.

    Raises:
        ArgumentError: a value is out of range, or the URL or account is malformed.
    """

    def __init__(
        self,
        redis: str | Redis | RedisCluster,
        account: str,
        *,
        concurrency: int = 8,
        requests_per_second: float | None = None,
        burst: int = 1,
        slow_down: bool = True,
        recovery: int = 10,
        lease: float = 15.0,
        timeout: float = 2.0,
        when_away: WhenAway | Limiter = "error",
        prefix: str = "daftra",
    ) -> None:
        redis = sealed(redis)
        settings = Settings(
            concurrency=concurrency,
            requests_per_second=requests_per_second,
            burst=burst,
            slow_down=slow_down,
            recovery=recovery,
        )
        lease, timeout = seconds("lease", lease), seconds("timeout", timeout)
        self._account = str(base_url(account, allow_insecure=True)).partition("://")[2]
        self._rate = requests_per_second
        self._instead = stand_in(when_away, settings)
        self._limit = AccountLimit(redis, key_of(prefix, self._account), settings, lease, timeout)
        self._keeper = Keeper(self._limit, self._account, concurrency, lease, refuses=self._instead is None)

    def __repr__(self) -> str:
        rate = "" if self.rate is None else f", {self.rate:g}/s together"
        here = f"{self.in_use} requests here, {self.waiting} waiting"
        return f"RedisLimiter({self._account!r}, {here}, {self.concurrency} slots{rate})"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()

    @property
    def in_use(self) -> int:
        """Requests of this process that have a slot now."""
        return self._keeper.report.running

    @property
    def waiting(self) -> int:
        """Requests of this process that wait for a slot now."""
        return self._keeper.waiters.waiting

    @property
    def concurrency(self) -> int:
        """Slots of the account, as Redis said last."""
        return self._keeper.width

    @property
    def rate(self) -> float | None:
        """Requests per second allowed to the account, as Redis said last."""
        return None if self._rate is None else self._rate * self._keeper.speed

    async def acquire(self, kind: str | None = None) -> Slot:
        """Wait for a slot; it has to be given back by `release`.

        Args:
            kind: What the request is for, such as an operation id: kinds take turns within the process.

        Raises:
            LimiterError: Redis is away, and `when_away="error"`.
            RequestNotSent: the limiter is closed, or belongs to another event loop.
        """
        slot = await self._keeper.turn(kind)
        if slot is not None:
            return slot
        assert self._instead is not None, "else the keeper raises"
        slot = await self._instead.acquire(kind)
        self._keeper.report.running += 1
        # Redis is tried meanwhile, and will have to count it.
        self._keeper.keep_on(news=False)
        return _LocalSlot(slot.period, self._instead, slot)

    def answered(self, slot: Slot, status: int, retry_after: float | None = None) -> None:
        """Note the answer of the request that has this slot; Redis learns of it with the release."""
        report = self._keeper.report
        if isinstance(slot, _LocalSlot):
            slot.limiter.answered(slot.slot, status, retry_after)
        elif status == 429:
            report.refused = max(report.refused, slot.period)
            report.rest = max(report.rest, retry_after or 0.0)
        else:
            report.well += 1

    def release(self, slot: Slot) -> None:
        """Give a slot back."""
        if isinstance(slot, _LocalSlot):
            slot.limiter.release(slot.slot)
        self._keeper.report.running -= 1
        self._keeper.keep_on()

    async def close(self) -> None:
        """Give all slots back, refuse new requests and close the connections to Redis, unless they are yours.

        Requests that wait for a slot raise `RequestNotSent`.
        """
        await self._keeper.stop()
        await self._limit.close()
