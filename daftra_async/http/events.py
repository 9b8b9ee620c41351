"""What a client does, as objects handed to callbacks while it happens.

    def note(event: Event) -> None:
        if isinstance(event, RetryPlanned):
            print(event.operation, event.reason, event.delay)

    DaftraClient("acme", api_key="...", events=note)

Two levels, told apart by class. A call of the client is an operation: `OperationStarted`, then `OperationEnded`. Under it stand
the requests it takes: `AttemptStarted` and `AttemptEnded` for each that gets as far as the transport, `RetryPlanned` before each
that comes after a pause, and `TokenRefreshed` for the renewal of a token. All events of one operation have the same `call`.

A callback never breaks a call. One that raises is logged, the first time. An ordinary function runs at once, in the path of the
call, so it should be short; a coroutine function is never awaited there: a task of its own works through a bounded queue, and
what comes while the queue is full is dropped and counted (`DaftraClient.events_dropped`). Closing the client waits a moment for
that task, then ends it.

Events hold no secrets: `url` is the path with harmless query parameters, reasons are words of this package.
"""

from __future__ import annotations

import asyncio
import inspect
import itertools
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, Final, Self

import attrs

from daftra_async._text import refuse
from daftra_async.errors import DaftraError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from daftra_async.http.request import PreparedRequest

_LOG: Final = logging.getLogger("daftra_async")
_QUEUE: Final = 1000
"""Events that wait for one slow callback at most."""
_GRACE: Final = 1.0
"""Seconds that closing waits for slow callbacks."""
_LONG: Final = 0.1
"""Seconds after which an ordinary callback counts as slow: meanwhile the whole loop stood still."""
_numbers: Final = itertools.count(1)


@attrs.frozen(kw_only=True)
class Event:
    """What all events have in common."""

    call: int
    """Number of the operation in this process; the same for all its events."""
    operation: str | None
    """Operation id such as `invoices.get`; `oauth.token` for a token request, None for `DaftraClient.request`."""
    method: str
    url: str
    """Path and harmless query parameters."""
    origin: str
    """Scheme, host and the prefix of all paths."""


@attrs.frozen(kw_only=True)
class OperationStarted(Event):
    """A call of the client begins."""


@attrs.frozen(kw_only=True)
class OperationEnded(Event):
    """A call of the client is over."""

    result: str
    """`ok`, `cancelled`, or the name of the error's class."""
    status: int | None
    """Status of the last answer, None where there was none."""
    attempts: int
    """Requests that got as far as the transport."""
    seconds: float
    """Pauses included."""


@attrs.frozen(kw_only=True)
class AttemptStarted(Event):
    """A request is handed to the transport; it has its slot and its credential."""

    attempt: int
    """From 1."""


@attrs.frozen(kw_only=True)
class AttemptEnded(Event):
    """A request was answered, or will not be."""

    attempt: int
    phase: str
    """`answered`, `sent` (no complete answer came) or `not sent`."""
    status: int | None
    seconds: float
    bytes: int
    """Length of the answer's body, decompressed."""
    reason: str | None
    """Why there is no answer."""
    timed_out: bool = False


@attrs.frozen(kw_only=True)
class RetryPlanned(Event):
    """A pause begins, after which the request is sent again."""

    attempt: int
    """The one that failed."""
    reason: str
    """Why there was no answer, or the status that asks for another try."""
    delay: float
    """Seconds; 0 for the replay with a fresh token."""


@attrs.frozen(kw_only=True)
class TokenRefreshed(Event):
    """The token endpoint answered with a new token; it belongs to the operation `oauth.token`."""

    seconds: float


Callback = Callable[[Any], Awaitable[None] | None]
"""Takes an event; an ordinary function or a coroutine function."""


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
        return Watch(self, call, origin)

    async def close(self) -> None:
        """End what slow callbacks still do."""
        await asyncio.gather(*(listener.close() for listener in self._listeners))


class Watch:
    """Reports one operation; as a context manager, its start and end."""

    __slots__ = ("_began", "_events", "_facts", "_sent_at", "_status", "_token", "attempts")

    def __init__(self, events: Events, call: PreparedRequest, origin: str) -> None:
        self._events = events
        self._facts: dict[str, Any] = {
            "call": next(_numbers),
            "operation": call.operation,
            "method": call.method,
            "url": call.url,
            "origin": origin,
        }
        self._began = time.perf_counter()
        self._sent_at: float | None = None
        self._status: int | None = None
        # Only the client's own token requests go past the queue.
        self._token = not call.queued
        self.attempts = 0

    def __enter__(self) -> Self:
        self._events.emit(OperationStarted(**self._facts))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._sent_at is not None:
            self.attempt_ended("sent", reason="cancelled" if isinstance(error, asyncio.CancelledError) else "given up")
        result = "ok" if error is None else "cancelled" if isinstance(error, asyncio.CancelledError) else _name(error)
        seconds = time.perf_counter() - self._began
        if self._token and error is None:
            self._events.emit(TokenRefreshed(**self._facts, seconds=seconds))
        ended = OperationEnded(**self._facts, result=result, status=self._status, attempts=self.attempts, seconds=seconds)
        self._events.emit(ended)

    def attempt_started(self) -> None:
        """Tell that a request is handed to the transport."""
        self.attempts += 1
        self._status = None
        self._sent_at = time.perf_counter()
        self._events.emit(AttemptStarted(**self._facts, attempt=self.attempts))

    def attempt_ended(
        self, phase: str, *, status: int | None = None, size: int = 0, reason: str | None = None, timed_out: bool = False
    ) -> None:
        """Tell what became of it; nothing if it never got as far as the transport."""
        if self._sent_at is None:
            return
        seconds, self._sent_at = time.perf_counter() - self._sent_at, None
        self._status = status
        self._events.emit(
            AttemptEnded(
                **self._facts,
                attempt=self.attempts,
                phase=phase,
                status=status,
                seconds=seconds,
                bytes=size,
                reason=reason,
                timed_out=timed_out,
            )
        )

    def retry_planned(self, reason: str, delay: float) -> None:
        """Tell that the request will be sent again."""
        self._events.emit(RetryPlanned(**self._facts, attempt=self.attempts, reason=reason, delay=delay))


def _name(error: BaseException | None) -> str:
    return type(error).__name__ if isinstance(error, DaftraError) else "error"


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
