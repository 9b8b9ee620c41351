"""Events of operations and requests, passed to callbacks as they happen.

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

from collections.abc import Awaitable, Callable
from typing import Any

import attrs


@attrs.frozen(kw_only=True)
class Event:
    """Base class of all events."""

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
