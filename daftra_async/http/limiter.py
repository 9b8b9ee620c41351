"""What a client asks before each request: may it be sent now? For one process, `LocalLimiter` answers."""

from __future__ import annotations

from typing import Protocol

import attrs


@attrs.frozen
class Slot:
    """The right to send one request now. A limiter may subclass it to keep more with it."""

    period: int
    """How many slow-downs there were before it."""


class Limiter(Protocol):
    """What `DaftraClient(limiter=)` takes: `LocalLimiter`, `integrations.redis.RedisLimiter`, or a class of your own.

    Each attempt of a call acquires a slot, tells the status of its answer if one came, and releases the slot, in this order.
    """

    async def acquire(self, kind: str | None = None, /) -> Slot:
        """Wait until a request may be sent, and count it as running.

        Cancelled while it waits, it must leave nothing counted: `release` is called only for what it returned.

        Args:
            kind: What the request is for, such as an operation id: kinds may take turns.

        Raises:
            RequestNotSent: the limiter cannot be used; the call fails with this error.
        """
        ...

    def answered(self, slot: Slot, status: int, retry_after: float | None, /) -> None:
        """Learn from the answer to the request that has this slot.

        Args:
            slot: What `acquire` returned.
            status: HTTP status.
            retry_after: Seconds that the server asks to wait, None if it does not.
        """
        ...

    def release(self, slot: Slot, /) -> None:
        """Give a slot back. It must not wait: it is called in tasks that are being cancelled."""
        ...
