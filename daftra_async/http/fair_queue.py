"""A fair queue: kinds take turns, and within a kind it is first come, first served.

A thousand calls of one operation that wait for slots do not hold up a call of another one: with two kinds waiting, each gets
every second slot.
"""

from __future__ import annotations

import contextlib
from collections import OrderedDict, deque
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    import asyncio

    Waiter = asyncio.Future[Any]

W = TypeVar("W", bound="Waiter")


class FairQueue(Generic[W]):
    """Futures that wait for something, by kind. Those that are done, since nobody waits any more, are passed over."""

    __slots__ = ("_kinds",)

    def __init__(self) -> None:
        self._kinds: OrderedDict[str | None, deque[W]] = OrderedDict()
        """Never an empty one; the first is the one whose turn it is."""

    def __len__(self) -> int:
        return sum(len(queue) for queue in self._kinds.values())

    @property
    def waiting(self) -> int:
        """Futures that are not done."""
        return sum(not waiter.done() for queue in self._kinds.values() for waiter in queue)

    def add(self, kind: str | None, waiter: W) -> None:
        """Put a future to the end of its kind; a new kind is last in turn."""
        self._kinds.setdefault(kind, deque()).append(waiter)

    def remove(self, kind: str | None, waiter: W) -> None:
        """Forget a future, if it is still there."""
        queue = self._kinds.get(kind)
        if queue is None:
            return
        with contextlib.suppress(ValueError):
            queue.remove(waiter)
        if not queue:
            del self._kinds[kind]

    def head(self) -> W | None:
        """Return the future that is next, None if nobody waits."""
        while self._kinds:
            kind, queue = next(iter(self._kinds.items()))
            while queue and queue[0].done():
                queue.popleft()
            if queue:
                return queue[0]
            del self._kinds[kind]
        return None

    def pop(self) -> None:
        """Let the head go; another kind is next."""
        kind, queue = next(iter(self._kinds.items()))
        queue.popleft()
        if queue:
            self._kinds.move_to_end(kind)
        else:
            del self._kinds[kind]

    def clear(self) -> None:
        """Forget all."""
        self._kinds.clear()
