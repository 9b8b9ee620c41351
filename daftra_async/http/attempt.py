"""One attempt of a call: wait for a slot, add the credential, send, and say how far it got."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Final

from yarl import URL

from daftra_async import __version__
from daftra_async.errors import LimiterError, RequestNotSent
from daftra_async.http import error_response, transport
from daftra_async.operation import UnsetType
from daftra_async.redaction.quoting import percent_encoded
from daftra_async.redaction.shown import hidden

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    import aiohttp

    from daftra_async.http.auth import Authenticator
    from daftra_async.http.limiter import Limiter, Slot
    from daftra_async.http.request import PreparedRequest
    from daftra_async.http.retry import Retry
    from daftra_async.http.session import Lifetime
    from daftra_async.http.watch import Watch
    from daftra_async.settings import Settings

_LOG: Final = logging.getLogger("daftra_async")


class Sender:
    """Sends single attempts for one client.

    Args:
        base: URL of the account, without a trailing slash.
        auth: Gives the credential of each attempt.
        headers: Headers of every request.
        life: Holds the session.
        limiter: Gives the slots.
    """

    __slots__ = ("_headers", "auth", "base", "life", "limiter")

    def __init__(self, base: str, auth: Authenticator, headers: Mapping[str, str], life: Lifetime, limiter: Limiter) -> None:
        self.base = base
        self.auth = auth
        self._headers = headers
        self.life = life
        self.limiter = limiter

    async def attempt(
        self, call: PreparedRequest, settings: Settings, retry: Retry, watch: Watch | None
    ) -> tuple[transport.Answer, dict[str, str]]:
        """Send once; the slot is held for this attempt only, not for the pause after it.

        Returns:
            The answer, and the credential that was sent.

        Raises:
            LimiterError: the limiter could not be asked.
            Lost: there is no complete answer.
            UnexpectedResponseError: the answer is too long.
        """
        session, slot = await self._admit(call, settings, retry)
        progress = transport.Progress()
        retry.begin()
        try:
            credential = await self._credential(call, retry)
            if watch is not None:
                watch.attempt_started()
            _LOG.debug("%s %s (%s, attempt %d)", call.method, call.url, call.operation or "request", retry.attempts)
            began = time.perf_counter()
            answer = await self._exchange(session, call, settings, retry, credential, progress)
            if slot is not None:
                self.limiter.answered(slot, answer.status, retry.asked_wait(answer.headers))
        except transport.BodyTooLarge as error:
            retry.in_doubt = True
            if watch is not None:
                watch.attempt_ended("answered", status=error.status, reason="the answer is too long")
            raise error_response.unexpected(str(error), transport.Answer(error.status, {}, b""), self.context(call)) from error
        except transport.Lost:
            raise
        except (asyncio.CancelledError, Exception):
            # The client is closed, or foreign code failed: callbacks, middlewares and token stores are not all ours.
            retry.in_doubt = retry.in_doubt or progress.sent
            raise
        finally:
            retry.rest()
            if slot is not None:
                self.limiter.release(slot)
        _report(call, answer, time.perf_counter() - began, watch)
        return answer, credential

    def context(self, call: PreparedRequest) -> error_response.Context:
        """Return what errors say of a request."""
        return error_response.Context(
            operation=call.operation,
            method=call.method,
            url=call.url,
            secrets=self.auth.secrets(),
            names_record=call.names_record,
        )

    async def _admit(self, call: PreparedRequest, settings: Settings, retry: Retry) -> tuple[aiohttp.ClientSession, Slot | None]:
        """Return the session, and the slot if the request needs one.

        Raises:
            LimiterError: the limiter could not be asked.
            Lost: there is no session, or the limiter refused.
        """
        try:
            session = self.life.enter()
            return session, await self._slot(call, settings, retry) if call.queued else None
        except LimiterError:
            # Callers tell it apart from a closed client; `Call` sees to attempts before this one.
            raise
        except RequestNotSent as error:
            # An earlier attempt may have been sent, so this alone does not say what became of the call.
            raise transport.Lost(transport.Phase.NOT_SENT, str(error), final=True) from error

    async def _slot(self, call: PreparedRequest, settings: Settings, retry: Retry) -> Slot:
        most, remaining = settings.pool_timeout, retry.remaining()
        if remaining is None or (most is not None and most < remaining):
            deadline = _Deadline(most, "no free slot in time (pool_timeout)")
        else:
            deadline = _Deadline(remaining, f"no free slot in time ({_limit_name(call)})")
        async with deadline:
            return await self.limiter.acquire(call.operation or call.path)

    async def _credential(self, call: PreparedRequest, retry: Retry) -> dict[str, str]:
        if not call.authenticated:
            return {}
        async with _Deadline(retry.remaining(), f"no token in time ({_limit_name(call)})"):
            return hidden(await self.auth.headers())

    async def _exchange(
        self,
        session: aiohttp.ClientSession,
        call: PreparedRequest,
        settings: Settings,
        retry: Retry,
        credential: Mapping[str, str],
        progress: transport.Progress,
    ) -> transport.Answer:
        agent = settings.user_agent or f"daftra-async/{__version__}"
        headers = {"User-Agent": agent, **self._headers, **call.headers, **credential}
        if call.body is not None:
            headers["Content-Type"] = call.content_type
        limits = _limits(call, settings, retry.remaining())
        return await transport.send(session, call.method, self._url(call), headers, call.body, limits, progress)

    def _url(self, call: PreparedRequest) -> URL:
        query = "&".join(f"{percent_encoded(name)}={percent_encoded(value)}" for name, value in call.query)
        # Everything is encoded by now; encoding it again would change what was checked.
        return URL(f"{self.base}{call.path}{'?' if query else ''}{query}", encoded=True)


def _limits(call: PreparedRequest, settings: Settings, remaining: float | None) -> transport.RequestLimits:
    """Return the limits of an attempt; what is left of the call's time may be less than the timeout."""
    total = settings.timeout if remaining is None else min(remaining, settings.timeout or remaining)
    return transport.RequestLimits(
        total=total,
        total_name="timeout" if total == settings.timeout else _limit_name(call),
        connect=settings.connect_timeout,
        read=settings.read_timeout,
        max_body=settings.max_body,
        max_error_body=settings.max_error_body,
    )


def _limit_name(call: PreparedRequest) -> str:
    """Return what the user calls the time limit of the whole call."""
    return "deadline" if isinstance(call.timeout, UnsetType) else "timeout="


def _report(call: PreparedRequest, answer: transport.Answer, seconds: float, watch: Watch | None) -> None:
    size = len(answer.body)
    if watch is not None:
        watch.attempt_ended("answered", status=answer.status, size=size)
    _LOG.debug("%s %s: %d, %d bytes in %.3f s", call.method, call.url, answer.status, size, seconds)


class _Deadline:
    """A time limit on our own waiting: nothing was sent when it ends."""

    __slots__ = ("_reason", "_timeout")

    def __init__(self, seconds: float | None, reason: str) -> None:
        self._timeout = asyncio.timeout(seconds)
        self._reason = reason

    async def __aenter__(self) -> None:
        await self._timeout.__aenter__()

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            await self._timeout.__aexit__(kind, error, trace)
        except TimeoutError as timeout:
            raise transport.Lost(transport.Phase.NOT_SENT, self._reason, timed_out=True, final=True) from timeout
