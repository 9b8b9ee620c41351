"""Fetch the next pages of a walk while one is consumed, in order.

At most `most` pages are in flight or waiting; with the one being consumed, that many and one more are in memory. Pages are asked
for only where they are known to exist, and none after one that failed. The creator of a `Prefetcher` closes it: what is in
flight is cancelled, and its end awaited. Look-ups fetch the numbered parts of their answer in the same way.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType
    from typing import Self


T = TypeVar("T")


class Prefetcher(Generic[T]):
    """The pages of one walk that are in flight or waiting.

    Args:
        fetch: Gets a page by its number.
        most: Pages in flight or waiting at most; 1 fetches each one when it is asked for, in the task that asks.
        walks: Where this one stands while it is open.
    """

    __slots__ = ("_closed", "_fetch", "_most", "_tasks", "_walks")

    def __init__(self, fetch: Callable[[int], Awaitable[T]], most: int, walks: set[Prefetcher[Any]]) -> None:
        self._fetch = fetch
        self._most = most
        self._tasks: deque[asyncio.Task[T]] = deque()
        self._closed = False
        self._walks = walks

    async def __aenter__(self) -> Self:
        self._walks.add(self)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.aclose()

    def top_up(self, after: int, last: int) -> None:
        """Begin to fetch the pages after this one up to the last one, as far as there is room."""
        if self._closed or self._most == 1 or any(_failed(task) for task in self._tasks):
            return
        for number in range(after + len(self._tasks) + 1, min(last, after + self._most) + 1):
            self._tasks.append(asyncio.create_task(_get(self._fetch, number), name=f"page {number}"))

    async def get(self, number: int) -> T | None:
        """Return the next page, None when this was closed meanwhile; what fetching it raised is raised here, in its turn."""
        if self._closed:
            return None
        if not self._tasks:
            return await self._fetch(number)
        task = self._tasks[0]
        try:
            page = await task
        except asyncio.CancelledError:
            me = asyncio.current_task()
            if self._closed and not (me is not None and me.cancelling()):
                return None
            raise
        if self._closed:
            return None
        self._tasks.popleft()
        return page

    async def aclose(self) -> None:
        """End what is in flight and wait until it is over; may be called again, and while it waits."""
        self._closed = True
        self._walks.discard(self)
        tasks = [*self._tasks]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.gather(*tasks, return_exceptions=True)
        self._tasks.clear()


async def _get(fetch: Callable[[int], Awaitable[T]], number: int) -> T:
    # Called within the task: one that is cancelled before it starts must not leave a coroutine behind.
    return await fetch(number)


def _failed(task: asyncio.Task[T]) -> bool:
    return task.done() and (task.cancelled() or task.exception() is not None)
