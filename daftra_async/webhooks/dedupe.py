"""Recognise repeated deliveries of the same event.

An event is claimed before its callback runs and confirmed after it; a callback that fails gives it back, so that the sender's
retry is not taken for a duplicate. While it runs, further deliveries of it are neither new nor done: nobody knows yet how it will
end.
"""

from __future__ import annotations

import datetime as dt
import enum
import math
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Protocol

from daftra_async._text import refuse, whole

if TYPE_CHECKING:
    from collections.abc import Callable


class Claim(enum.Enum):
    """State of a key in a store."""

    NEW = "new"
    """Unknown so far; now claimed by the caller."""
    RUNNING = "running"
    """Claimed by another delivery that is still being handled."""
    DONE = "done"
    """Confirmed within the window."""


class DedupeStore(Protocol):
    """Remembers keys of events. Several processes need a store they share, such as Redis (see docs/webhooks.md).

    A store that raises does not stop an event: it is handled once more rather than not at all.
    """

    async def claim(self, key: str, /) -> Claim:
        """Claim a key atomically if it is new, and return its state."""
        ...

    async def confirm(self, key: str, /) -> None:
        """Remember a key that was claimed as done, for the window."""
        ...

    async def release(self, key: str, /) -> None:
        """Forget a key that was claimed."""
        ...


class Deduplicator:
    """Remembers keys in memory.

    Args:
        window: How long an event counts as done, from when its callback ended: a timedelta, or seconds.
        max_keys: How many are remembered at most; of more, the oldest are forgotten. A key takes about 200 bytes.
        clock: Seconds that only go forward.

    Raises:
        ArgumentError: a value is out of range.
    """

    __slots__ = ("_clock", "_done", "_max_keys", "_running", "_window")

    def __init__(
        self,
        window: dt.timedelta | float = 3600.0,
        max_keys: int = 100_000,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        seconds: Any = window.total_seconds() if isinstance(window, dt.timedelta) else window
        if not isinstance(seconds, int | float) or isinstance(seconds, bool) or not math.isfinite(seconds) or seconds <= 0:
            refuse("window", f"{window!r:.60} was given", "a timedelta or seconds above 0")
        self._window = float(seconds)
        self._max_keys = whole("max_keys", max_keys)
        self._clock = clock
        self._running: set[str] = set()
        self._done: OrderedDict[str, float] = OrderedDict()  # in the order of their ends, since the window is the same for all

    def __repr__(self) -> str:
        return f"{type(self).__name__}(window={self._window:g}, {len(self)} of {self._max_keys} keys)"

    def __len__(self) -> int:
        self._expire()
        return len(self._done)

    async def claim(self, key: str, /) -> Claim:
        """Claim a key if it is new, and return its state."""
        self._expire()
        if key in self._done:
            return Claim.DONE
        if key in self._running:
            return Claim.RUNNING
        self._running.add(key)
        return Claim.NEW

    async def confirm(self, key: str, /) -> None:
        """Remember a key as done."""
        self._running.discard(key)
        self._done[key] = self._clock() + self._window
        self._done.move_to_end(key)
        while len(self._done) > self._max_keys:
            self._done.popitem(last=False)

    async def release(self, key: str, /) -> None:
        """Forget a key."""
        self._running.discard(key)

    def _expire(self) -> None:
        now = self._clock()
        while self._done and next(iter(self._done.values())) <= now:
            self._done.popitem(last=False)
