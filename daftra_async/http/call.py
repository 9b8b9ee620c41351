"""One call: attempts, one after the other, until an answer settles it or it must not be sent again.

                +------------------ pause <------------------+
                v                                            |
    begin --> attempt --> no complete answer --> retry? --yes+
                ^   |                              +-- no --> error
                |   +---> 401, the token is new ---+
                +------------- at once, one time <-+
                    |
                    +---> any other answer ------> retry? --yes--> pause
                                                   +-- no --> read it: Reply, or the error that it stands for

When to retry, and after which pause, is the table in `retry`. Whatever ends a write while an attempt is in doubt becomes
`OutcomeUnknown`.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from daftra_async.errors import Attempt, OutcomeUnknown
from daftra_async.http import error_response, transport
from daftra_async.http.retry import Retry
from daftra_async.http.session import CLOSED, Interrupted
from daftra_async.operation import UnsetType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from daftra_async.errors import UnexpectedResponseError
    from daftra_async.http.attempt import Sender
    from daftra_async.http.request import PreparedRequest
    from daftra_async.http.retry import Runtime
    from daftra_async.http.watch import Watch
    from daftra_async.settings import Settings

_LOG: Final = logging.getLogger("daftra_async")
_DELETED: Final = b'{"code": 200, "result": "successful", "message": "deleted by an attempt whose answer was lost"}'
_DONE: Final = b'{"code": 204}'
"""In place of the body that an answer 204 does not have: it says that the work was done."""


@attrs.frozen
class Reply:
    """A successful answer."""

    body: Any = attrs.field(repr=False)
    """Its JSON, or what the reader of the call made of the answer."""
    answer: transport.Answer
    context: error_response.Context

    def unexpected(self, message: str) -> UnexpectedResponseError:
        """Make the error for JSON that is not what the operation describes."""
        return error_response.unexpected(message, self.answer, self.context)


class _Again(NamedTuple):
    """The request is sent again."""

    reason: str
    pause: float | None
    """Seconds; None is at once."""


class Call:
    """Runs one call.

    Args:
        request: What is sent.
        read: Makes what `Reply.body` holds of an answer and its context, or raises the error that the answer stands for.
        sender: Sends the attempts.
        settings: Settings of the client.
        runtime: Clock, sleep and random source.
        watch: Tells the events of the call; None if nobody listens.
    """

    __slots__ = ("_began", "_read", "_replayed", "_request", "_retry", "_runtime", "_sender", "_settings", "_watch")

    def __init__(
        self,
        request: PreparedRequest,
        read: Callable[..., Any],
        sender: Sender,
        settings: Settings,
        runtime: Runtime,
        watch: Watch | None,
    ) -> None:
        if not isinstance(request.timeout, UnsetType):
            settings = attrs.evolve(settings, timeout=request.timeout, deadline=request.timeout)
        self._request = request
        self._read = read
        self._sender = sender
        self._settings = settings
        self._runtime = runtime
        self._watch = watch
        self._retry = Retry(settings, runtime, idempotent=request.idempotent)
        self._replayed = False
        self._began = 0.0

    async def run(self) -> Reply:
        """Send until the call is settled.

        Raises:
            DaftraError: nothing was sent, there is no answer, or the answer is a failure.
        """
        try:
            with self._sender.life.call():
                return await self._until_settled()
        except Interrupted as interrupted:
            lost = transport.Lost(transport.Phase.NOT_SENT, CLOSED)
            raise error_response.lost_error(self._request, lost, self._retry) from interrupted
        except OutcomeUnknown:
            raise
        except Exception as error:
            # Whatever ended the last attempt says nothing of an earlier one that may have been done.
            if self._request.changes and self._retry.in_doubt:
                raise error_response.unknown(self._request, error, self._retry) from error
            raise

    async def _until_settled(self) -> Reply:
        while True:
            self._retry.attempts += 1
            self._began = time.perf_counter()
            try:
                answer, credential = await self._sender.attempt(self._request, self._settings, self._retry, self._watch)
            except transport.Lost as lost:
                again = self._after_loss(lost)
            else:
                wait = self._retry.asked_wait(answer.headers)
                found = self._after_answer(answer, wait, credential)
                if found is None:
                    return self._settle(answer, wait)
                again = found
            if self._watch is not None:
                self._watch.retry_planned(again.reason, again.pause or 0.0)
            if again.pause is not None:
                await self._runtime.sleep(again.pause)

    def _after_loss(self, lost: transport.Lost) -> _Again:
        """Return how to go on after an attempt without an answer, or raise the error that ends the call."""
        self._note(lost.phase.value, lost.reason)
        if self._watch is not None:
            self._watch.attempt_ended(lost.phase.value, reason=lost.reason, timed_out=lost.timed_out)
        pause = self._retry.after_loss(lost.phase)
        if pause is None or lost.final:
            _LOG.debug("%s %s: %s", self._request.method, self._request.url, lost.reason)
            raise error_response.lost_error(self._request, lost, self._retry) from lost
        _LOG.debug("%s %s: %s, again in %.2f s", self._request.method, self._request.url, lost.reason, pause)
        return _Again(lost.reason, pause)

    def _after_answer(self, answer: transport.Answer, wait: float | None, credential: Mapping[str, str]) -> _Again | None:
        """Return how to go on after an answer, None if it settles the call."""
        reason = f"status {answer.status}"
        if self._may_replay(answer, credential):
            self._replayed = True
            self._note("answered", reason)
            return _Again(reason, None)
        is_read = self._request.method == "GET" and not self._request.raw
        is_page = is_read and 200 <= answer.status < 300 and error_response.is_page(answer.body)
        pause = self._retry.after_page() if is_page else self._retry.after_answer(answer.status, wait)
        if pause is None:
            return None
        self._note("answered", reason)
        _LOG.debug("%s %s: %d, again in %.2f s", self._request.method, self._request.url, answer.status, pause)
        return _Again(reason, pause)

    def _may_replay(self, answer: transport.Answer, credential: Mapping[str, str]) -> bool:
        """Return whether another token may succeed where this one was rejected; notes that it was."""
        if answer.status != 401 or not self._request.authenticated:
            return False
        return self._sender.auth.rejected(credential) and not self._replayed and not self._retry.exhausted

    def _settle(self, answer: transport.Answer, wait: float | None) -> Reply:
        """Read the answer that ends the call."""
        if self._request.method == "DELETE" and self._retry.in_doubt and error_response.is_missing(answer):
            # What an earlier attempt deleted is gone now: that is what was asked for.
            answer = transport.Answer(200, answer.headers, _DELETED)
        elif answer.status == 204 and self._request.changes and not self._request.raw:
            answer = transport.Answer(204, answer.headers, _DONE)
        context = self._sender.context(self._request)
        try:
            return Reply(self._read(answer, context, retry_after=wait), answer, context)
        except Exception:
            self._retry.in_doubt = self._retry.in_doubt or not error_response.refused(answer)
            self._note("answered", f"status {answer.status}")
            raise

    def _note(self, phase: str, reason: str) -> None:
        """Keep what became of an attempt, for the error that may end the call."""
        self._retry.history.append(Attempt(phase, reason, time.perf_counter() - self._began))
