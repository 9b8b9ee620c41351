"""How many records of a bulk write are under way: a window that follows what the server can take.

It starts small, grows with each success, and is halved when the server is at its limit: 429, 503 and other failures of the way,
time-outs, broken connections. Until the first trouble it doubles with each round, after that it grows by one a round. Requests
that were under way when it was halved belong to the same trouble and do not halve it again. After a 429 or a 503 no request
begins for a while: for as long as the server asked, or else for a random pause that doubles with each such answer in a row.

The client has limits of its own (`daftra_async.http.limiter`), and the window comes before them: each record under way is one
call, which waits for a slot like any other and holds none while it waits for its retry. So there are never more requests on the
wire than slots, whatever the window, and never more calls in the queue for slots than the window. The limiter learns from every
429, also from those that the client's own retries get over; the window only from those that ended a call. The two never
multiply.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async.errors import APIError, DaftraTimeout, OutcomeUnknown, RateLimitedError, RequestNotSent, ServerError
from daftra_async.http.retry import Runtime
from daftra_async.http.window import AdaptiveWindow

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_WAIT: Final = 60.0
"""Seconds that a run waits at most when the server asks for a pause; asked for more, it stops."""
_START: Final = 2
_FIRST_PAUSE: Final = 0.25
_LONGEST_PAUSE: Final = 20.0


class Pace:
    """The window of one run.

    Args:
        limit: Its largest width.
        runtime: Clock, sleep and random source.
    """

    __slots__ = ("_rising", "_until", "_window", "_with", "strained")

    def __init__(self, limit: int, runtime: Runtime | None = None) -> None:
        self._with = runtime or Runtime()
        self._window = AdaptiveWindow(limit, _START)
        self._rising = True
        self._until = 0.0
        self.strained = 0
        """Answers 429 and 503 in a row."""

    @property
    def width(self) -> int:
        """Calls that may be under way now."""
        return self._window.width

    async def turn(self, stopped: Callable[[], bool]) -> int | None:
        """Wait while the server asks for peace; return what `learn` wants back, None if the run was stopped meanwhile."""
        while not stopped():
            wait = self._until - self._with.clock()
            if wait <= 0:
                return self._window.period
            await self._with.sleep(wait)
        return None

    def learn(self, period: int, error: Exception | None) -> None:
        """Learn from the outcome of a call.

        Args:
            period: What `turn` returned before it.
            error: How it failed, None if it did not.
        """
        if error is None:
            self.strained = 0
            if self._rising:
                self._window.widen()
            else:
                self._window.widen_by_round()
            return
        if not is_trouble(error):
            return
        if self._window.halve(period):
            self._rising = False
            reason = reason_of(error)
            if isinstance(reason, RateLimitedError) or (isinstance(reason, ServerError) and reason.status == 503):
                self.strained += 1
                self._rest(reason.retry_after)

    def _rest(self, asked: float | None) -> None:
        if asked is None:
            asked = self._with.random() * min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** min(self.strained - 1, 30))
        self._until = max(self._until, self._with.clock() + min(asked, LONGEST_WAIT))


def reason_of(error: Exception) -> BaseException:
    """Return the answer that left an outcome unknown, or the error itself."""
    return error.__cause__ if isinstance(error, OutcomeUnknown) and error.__cause__ is not None else error


def is_trouble(error: Exception) -> bool:
    """Return whether an error concerns the server or the way to it, not of the record."""
    if isinstance(error, APIError):
        return isinstance(error, RateLimitedError | ServerError)
    return isinstance(error, OutcomeUnknown | DaftraTimeout | RequestNotSent)
