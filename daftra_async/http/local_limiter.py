"""Limits on the requests of one process to an account: how many at a time (slots), and how many per second.

Daftra documents no limits, so there are two that the user sets, and one that is learned. A request takes a slot and, with a
rate, a token from a bucket that fills steadily. Operations take turns, so that one call does not wait for a thousand of another
kind; the calls of one operation are served in the order in which they came. A 429 halves the slots and the rate; every few
answers after it give one slot and a tenth of the rate back. Requests that were under way when a 429 was answered belong to the
same burst: their own 429 halves nothing.

A request that waits for its retry holds no slot. A cancelled waiter holds no slot and no token afterwards, even if it is
cancelled in the moment in which it got them.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from daftra_async.errors import RequestNotSent
from daftra_async.http.fair_queue import FairQueue
from daftra_async.http.limiter import Slot
from daftra_async.http.window import AdaptiveWindow
from daftra_async.settings import Settings

if TYPE_CHECKING:
    from typing import Self

LIMITER_SETTINGS: Final = ("concurrency", "requests_per_second", "burst", "slow_down", "recovery")
"""What a limiter takes from the settings; clients that share one share these."""


class Bucket:
    """A token bucket; full at first."""

    __slots__ = ("_size", "_stamp", "_tokens", "rate")

    def __init__(self, rate: float, size: int, now: float) -> None:
        self.rate = rate
        """Tokens per second that come in."""
        self._size = size
        self._tokens = float(size)
        self._stamp = now

    def fill(self, now: float) -> None:
        """Add the tokens that are due; call it before the rate changes."""
        self._tokens = min(self._size, self._tokens + max(0.0, now - self._stamp) * self.rate)
        self._stamp = now

    def wait(self, now: float) -> float:
        """Return the seconds until there is a token; 0 if there is one."""
        self.fill(now)
        # A timer may come a little early, and sums of floats fall a little short.
        return 0.0 if self._tokens >= 1 - 1e-9 else (1 - self._tokens) / self.rate

    def take(self, count: int = 1) -> None:
        """Take tokens out, or with a negative count put them back."""
        self._tokens = min(self._size, self._tokens - count)


class LocalLimiter:
    """Bounds the requests of an account; give the same one to all clients of the account in this process.

        limiter = LocalLimiter(concurrency=4, requests_per_second=5)
        DaftraClient("acme", api_key="...", limiter=limiter)

    The arguments are described with the settings of the same names. It belongs to the event loop that uses it; when nothing of it
    is in use, another loop may take it over.

    Raises:
        ArgumentError: a value is out of range.
    """

    __slots__ = ("_answers", "_bucket", "_in_use", "_loop", "_settings", "_timer", "_waiters", "_window")

    def __init__(
        self,
        *,
        concurrency: int = 8,
        requests_per_second: float | None = None,
        burst: int = 1,
        slow_down: bool = True,
        recovery: int = 10,
    ) -> None:
        # The settings have the rules and the words for them.
        self._settings = Settings(
            concurrency=concurrency,
            requests_per_second=requests_per_second,
            burst=burst,
            slow_down=slow_down,
            recovery=recovery,
        )
        self._loop: asyncio.AbstractEventLoop | None = None
        self._bucket: Bucket | None = None
        self._window = AdaptiveWindow(concurrency)
        self._in_use = 0
        self._waiters: FairQueue[asyncio.Future[Slot]] = FairQueue()
        self._timer: asyncio.TimerHandle | None = None
        self._answers = 0

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Make a limiter as the settings say."""
        return cls(**{name: getattr(settings, name) for name in LIMITER_SETTINGS})

    def __repr__(self) -> str:
        rate = "" if self.rate is None else f", {self.rate:g}/s"
        return f"LocalLimiter({self._in_use} of {self.concurrency} slots in use, {self.waiting} waiting{rate})"

    @property
    def in_use(self) -> int:
        """Requests that have a slot now."""
        return self._in_use

    @property
    def waiting(self) -> int:
        """Requests that wait for a slot now."""
        return self._waiters.waiting

    @property
    def concurrency(self) -> int:
        """Slots there are now; fewer than set while it is slowed down."""
        return self._window.width

    @property
    def rate(self) -> float | None:
        """Requests per second allowed now; lower than set while it is slowed down."""
        return self._settings.requests_per_second if self._bucket is None else self._bucket.rate

    async def acquire(self, kind: str | None = None) -> Slot:
        """Wait for a slot; it has to be given back by `release`.

        Args:
            kind: What the request is for, such as an operation id: kinds take turns.

        Raises:
            RequestNotSent: another event loop uses the limiter.
        """
        loop = self._enter()
        waiter: asyncio.Future[Slot] = loop.create_future()
        self._waiters.add(kind, waiter)
        self._serve()
        if waiter.done():
            return waiter.result()
        try:
            return await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled():
                # Its turn had come, but it was cancelled before it ran again.
                self._in_use -= 1
                if self._bucket is not None:
                    self._bucket.take(-1)
            else:
                self._waiters.remove(kind, waiter)
            self._serve()
            raise

    def release(self, slot: Slot) -> None:  # noqa: ARG002  # all slots are alike here
        """Give a slot back."""
        self._in_use -= 1
        self._serve()

    def answered(self, slot: Slot, status: int, retry_after: float | None = None) -> None:  # noqa: ARG002  # the call itself waits
        """Adapt to the answer of the request that had this slot."""
        settings = self._settings
        if not settings.slow_down:
            return
        if status != 429:
            self._answers += 1
            if self._answers >= settings.recovery:
                self._answers = 0
                self._window.widen()
                self._set_rate(1.0, 0.1)
            return
        self._answers = 0
        if self._window.halve(slot.period):
            self._set_rate(0.5, 0.0)

    def _set_rate(self, factor: float, more: float) -> None:
        """Multiply the rate, then raise it by a part of the full one; serve those who can go on now."""
        full = self._settings.requests_per_second
        if self._bucket is not None and full is not None:
            self._bucket.fill(asyncio.get_running_loop().time())
            # Not below a hundredth: at some point it would stand still.
            self._bucket.rate = min(full, max(full / 100, self._bucket.rate * factor + more * full))
        self._serve()

    def _enter(self) -> asyncio.AbstractEventLoop:
        loop = asyncio.get_running_loop()
        if self._loop is loop:
            return loop
        if self._loop is not None and not self._loop.is_closed() and (self._in_use or self.waiting):
            msg = "the limiter is in use in another event loop: make one for each"
            raise RequestNotSent(msg)
        # What a loop that is closed has left behind will not come back.
        self._loop, self._in_use, self._timer = loop, 0, None
        self._waiters.clear()
        rate = self._settings.requests_per_second
        if rate is not None:
            self._bucket = Bucket(self.rate or rate, self._settings.burst, loop.time())
        return loop

    def _serve(self) -> None:
        """Give slots to those who wait, as far as there are any."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while (waiter := self._waiters.head()) is not None:
            if self._in_use >= self._window.width:
                return
            if self._bucket is not None:
                loop = waiter.get_loop()
                wait = self._bucket.wait(loop.time())
                if wait > 0:
                    self._timer = loop.call_later(wait, self._serve)
                    return
                self._bucket.take()
            self._waiters.pop()
            self._in_use += 1
            waiter.set_result(Slot(self._window.period))
