"""The callbacks of a client: each gets every event, and none can break or delay a call."""

from __future__ import annotations

import asyncio
import inspect
import logging
import time
from collections import deque
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Final

from daftra_async._text import refuse
from daftra_async.http.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    from daftra_async.http.events import Callback, Event
    from daftra_async.http.request import PreparedRequest

_LOG: Final = logging.getLogger("daftra_async")
_QUEUE: Final = 1000
"""Events that wait for one slow callback at most."""
_GRACE: Final = 1.0
"""Seconds that closing waits for slow callbacks."""
_LONG: Final = 0.1
"""Seconds after which an ordinary callback counts as slow: meanwhile the whole loop stood still."""


class _Listener:
    """One callback, and the events that wait for it."""

    __slots__ = ("_callback", "_complained", "_task", "_waiting", "dropped")

    def __init__(self, callback: Callback) -> None:
        self._callback = callback
        self._waiting: deque[Awaitable[None]] = deque()
        self._task: asyncio.Task[None] | None = None
        self._complained = False
        self.dropped = 0

    def tell(self, event: Event) -> None:
        """Call the callback; what it returns to be awaited waits in the queue."""
        began = time.perf_counter()
        try:
            later = self._callback(event)
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001  # whatever it is, it is not the call's
            self._complain("raised", error)
            return
        if later is None or not inspect.isawaitable(later):
            if time.perf_counter() - began > _LONG:
                self._complain("is slow and blocks the event loop: make it a coroutine function")
            return
        if len(self._waiting) >= _QUEUE:
            self._drop(later)
            return
        self._waiting.append(later)
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._work(), name="daftra_async events")

    async def _work(self) -> None:
        try:
            while self._waiting:
                try:
                    await self._waiting.popleft()
                except Exception as error:  # noqa: BLE001  # whatever a callback raises
                    self._complain("raised", error)
        finally:
            self._task = None

    def _complain(self, what: str, error: BaseException | None = None) -> None:
        if not self._complained:
            self._complained = True
            # The text of the error is the callback's own; only its kind is surely harmless.
            kind = "" if error is None else f" {type(error).__name__}"
            name = getattr(self._callback, "__qualname__", type(self._callback).__name__)
            _LOG.warning("the events callback %s %s%s; more of this is not logged", name, what, kind)

    def _drop(self, later: Awaitable[None]) -> None:
        self.dropped += 1
        if isinstance(later, Coroutine):
            later.close()
        elif isinstance(later, asyncio.Future):
            later.cancel()

    async def close(self) -> None:
        """Wait a moment for what is queued, then end it."""
        if self._task is not None:
            task = self._task
            await asyncio.wait([task], timeout=_GRACE)
            if not task.done():
                # The event being worked on is lost with the task.
                self.dropped += 1
                task.cancel()
                await asyncio.wait([task])
        while self._waiting:
            self._drop(self._waiting.popleft())


class Events:
    """The callbacks of one client."""

    __slots__ = ("_listeners",)

    def __init__(self, callbacks: Sequence[Callback]) -> None:
        self._listeners = tuple(_Listener(callback) for callback in callbacks)

    @property
    def dropped(self) -> int:
        """Events that slow callbacks did not get."""
        return sum(listener.dropped for listener in self._listeners)

    def emit(self, event: Event) -> None:
        """Tell every callback."""
        for listener in self._listeners:
            listener.tell(event)

    def watch(self, call: PreparedRequest, origin: str) -> Watch:
        """Return the reporter of one operation."""
        return Watch(self.emit, call, origin)

    async def close(self) -> None:
        """End what slow callbacks still do."""
        await asyncio.gather(*(listener.close() for listener in self._listeners))


def events_of(callbacks: Callback | Sequence[Callback] | None) -> Events | None:
    """Return the callbacks as one object, None when there are none: then no event is ever made.

    Raises:
        ArgumentError: one of them cannot be called.
    """
    if callbacks is None:
        return None
    listed = [callbacks] if callable(callbacks) else list(callbacks)
    for callback in listed:
        if not callable(callback):
            refuse("events", f"{type(callback).__name__} was given", "a function, a coroutine function, or a sequence of such")
    return Events(listed) if listed else None
