"""Reports the events of one operation while it runs."""

from __future__ import annotations

import asyncio
import itertools
import time
from typing import TYPE_CHECKING, Any, Final, Self

from daftra_async.errors import DaftraError
from daftra_async.http.events import AttemptEnded, AttemptStarted, OperationEnded, OperationStarted, RetryPlanned, TokenRefreshed

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from daftra_async.http.events import Event
    from daftra_async.http.request import PreparedRequest

_numbers: Final = itertools.count(1)


class Watch:
    """Reports one operation; as a context manager, its start and end."""

    __slots__ = ("_began", "_emit", "_facts", "_sent_at", "_status", "_token", "attempts")

    def __init__(self, emit: Callable[[Event], None], call: PreparedRequest, origin: str) -> None:
        self._emit = emit
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
        self._emit(OperationStarted(**self._facts))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._sent_at is not None:
            self.attempt_ended("sent", reason="cancelled" if isinstance(error, asyncio.CancelledError) else "given up")
        result = "ok" if error is None else "cancelled" if isinstance(error, asyncio.CancelledError) else _name(error)
        seconds = time.perf_counter() - self._began
        if self._token and error is None:
            self._emit(TokenRefreshed(**self._facts, seconds=seconds))
        ended = OperationEnded(**self._facts, result=result, status=self._status, attempts=self.attempts, seconds=seconds)
        self._emit(ended)

    def attempt_started(self) -> None:
        """Report that a request is handed to the transport."""
        self.attempts += 1
        self._status = None
        self._sent_at = time.perf_counter()
        self._emit(AttemptStarted(**self._facts, attempt=self.attempts))

    def attempt_ended(
        self, phase: str, *, status: int | None = None, size: int = 0, reason: str | None = None, timed_out: bool = False
    ) -> None:
        """Report how the attempt ended; does nothing if it never reached the transport."""
        if self._sent_at is None:
            return
        seconds, self._sent_at = time.perf_counter() - self._sent_at, None
        self._status = status
        self._emit(
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
        """Report that the request will be sent again."""
        self._emit(RetryPlanned(**self._facts, attempt=self.attempts, reason=reason, delay=delay))


def _name(error: BaseException | None) -> str:
    return type(error).__name__ if isinstance(error, DaftraError) else "error"
