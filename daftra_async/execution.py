"""The one path that every request takes: slot, credential, transport, retry, failures."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode

import attrs
from yarl import URL

from daftra_async import __version__, failures, transport
from daftra_async._unset import UnsetType
from daftra_async.call import FORM, JSON, Call
from daftra_async.errors import AuthenticationError, RequestNotSent, ValidationError
from daftra_async.retry import Retry, Surroundings, read_retry_after

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    import aiohttp

    from daftra_async.auth import Authenticator, Credential
    from daftra_async.errors import UnexpectedResponseError
    from daftra_async.settings import Settings

_LOG: Final = logging.getLogger("daftra_async")


@attrs.frozen
class Reply:
    """A successful answer."""

    body: Any
    """Its JSON, or what the reader of the call made of the answer."""
    answer: transport.Answer
    context: failures.Context

    def unexpected(self, message: str) -> UnexpectedResponseError:
        """Make the error for JSON that is not what the operation describes."""
        return failures.unexpected(message, self.answer, self.context)


class Execution:
    """Executes the requests of one client, in one event loop."""

    __slots__ = ("_auth", "_base", "_closed", "_headers", "_loop", "_own", "_session", "_slots", "_with", "settings")

    def __init__(  # noqa: PLR0913
        self,
        base: URL,
        credential: Credential,
        settings: Settings,
        *,
        session: aiohttp.ClientSession | None = None,
        headers: Mapping[str, str] | None = None,
        surroundings: Surroundings | None = None,
    ) -> None:
        self.settings = settings
        self._base = str(base).rstrip("/")
        self._auth: Authenticator = credential.bind(self._fetch_token)
        self._session = session
        self._own = session is None
        self._headers = {
            "Accept": JSON,
            "User-Agent": settings.user_agent or f"daftra-async/{__version__}",
            **(headers or {}),
        }
        self._slots = asyncio.Semaphore(settings.concurrency)
        self._with = surroundings or Surroundings()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    def enter(self) -> aiohttp.ClientSession:
        """Return the session, opened at first use.

        Raises:
            RequestNotSent: the client is closed, its session is, or it was used in another event loop before.
        """
        loop = asyncio.get_running_loop()
        if self._closed:
            msg = "the client is closed: make a new one, or keep your work inside 'async with'"
            raise RequestNotSent(msg)
        if self._loop is not None and self._loop is not loop:
            msg = "the client belongs to another event loop: make one client for each asyncio.run()"
            raise RequestNotSent(msg)
        self._loop = loop
        if self._session is None:
            self._session = transport.open_session()
        if self._session.closed:
            msg = "the session given as session= is closed"
            raise RequestNotSent(msg)
        return self._session

    async def close(self) -> None:
        """Close what is ours; a session of the user stays open."""
        self._closed = True
        stop = getattr(self._auth, "aclose", None)
        if stop is not None and self._loop is asyncio.get_running_loop():
            await stop()
        if self._own and self._session is not None:
            await self._session.close()

    async def send(self, call: Call, read: Callable[..., Any] = failures.read) -> Reply:
        """Send a request until it is answered, or must not be sent again.

        Args:
            call: The request.
            read: Makes what `Reply.body` holds of an answer and its context, or raises the error that the answer stands for.

        Raises:
            DaftraError: nothing was sent, there is no answer, or the answer is a failure.
        """
        settings = self.settings
        if not isinstance(call.timeout, UnsetType):
            settings = attrs.evolve(settings, timeout=call.timeout, deadline=call.timeout)
        retry = Retry(settings, self._with, idempotent=call.idempotent)
        replayed = False
        while True:
            pause: float | None
            retry.attempts += 1
            try:
                answer, headers = await self._attempt(call, settings, retry)
            except transport.Lost as lost:
                pause = retry.after_loss(lost.phase)
                if pause is None:
                    raise failures.lost_error(call, lost, retry) from lost
                _LOG.debug("%s %s: %s, again in %.2f s", call.method, call.url, lost.reason, pause)
            else:
                wait = read_retry_after(answer.headers.get("Retry-After"), self._with.now())
                renewable = answer.status == 401 and call.authenticated and self._auth.rejected(headers)
                if renewable and not replayed and not retry.exhausted:
                    replayed = True
                    continue
                pause = retry.after_answer(answer.status, wait)
                if pause is None:
                    context = self._context(call)
                    return Reply(read(answer, context, retry_after=wait), answer, context)
                _LOG.debug("%s %s: %d, again in %.2f s", call.method, call.url, answer.status, pause)
            await self._with.sleep(pause)

    async def _attempt(self, call: Call, settings: Settings, retry: Retry) -> tuple[transport.Answer, dict[str, str]]:
        """Send once; the slot is held for this attempt only, not for the pause after it."""
        session = self.enter()
        slots = self._slots if call.queued else asyncio.Semaphore()
        async with self._within(retry, "no free slot in time (concurrency)"):
            await slots.acquire()
        try:
            credential: dict[str, str] = {}
            if call.authenticated:
                async with self._within(retry, "no token in time"):
                    credential = await self._auth.headers()
            headers = {**self._headers, **call.headers, **credential}
            if call.body is not None:
                headers["Content-Type"] = call.content_type
            remaining = retry.remaining()
            total = settings.timeout if remaining is None else min(remaining, settings.timeout or remaining)
            began = time.perf_counter()
            answer = await transport.send(
                session,
                call.method,
                self._url(call),
                headers,
                call.body,
                transport.Limits(
                    total=total,
                    connect=settings.connect_timeout,
                    read=settings.read_timeout,
                    max_body=settings.max_body,
                    max_error_body=settings.max_error_body,
                ),
            )
        except transport.BodyTooLarge as error:
            raise failures.unexpected(str(error), transport.Answer(error.status, {}, b""), self._context(call)) from error
        finally:
            slots.release()
        _LOG.debug(
            "%s %s: %d, %d bytes in %.3f s (%s, attempt %d)",
            call.method,
            call.url,
            answer.status,
            len(answer.body),
            time.perf_counter() - began,
            call.operation,
            retry.attempts,
        )
        return answer, credential

    def _within(self, retry: Retry, reason: str) -> _Deadline:
        return _Deadline(retry.remaining(), reason)

    def _context(self, call: Call) -> failures.Context:
        return failures.Context(
            operation=call.operation,
            method=call.method,
            url=call.url,
            secrets=self._auth.secrets(),
            names_record=call.names_record,
        )

    def _url(self, call: Call) -> URL:
        query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in call.query)
        # Everything is encoded by now; encoding it again would change what was checked.
        return URL(f"{self._base}{call.path}{'?' if query else ''}{query}", encoded=True)

    async def _fetch_token(self, form: Mapping[str, str]) -> Mapping[str, Any]:
        """Post to the token endpoint."""
        call = Call(
            operation="oauth.token",
            method="POST",
            path=self.settings.token_path,
            body=urlencode(form).encode(),
            content_type=FORM,
            idempotent=True,
            changes=False,
            authenticated=False,
            queued=False,
        )
        try:
            reply = await self.send(call)
        except ValidationError as error:
            # OAuth refuses credentials with 400.
            refused = AuthenticationError.__new__(AuthenticationError)
            refused.__dict__.update(error.__dict__)
            refused.args = error.args
            raise refused from error
        token: Mapping[str, Any] = reply.body  # whatever JSON it is, until it is checked
        if not isinstance(reply.body, dict) or not token.get("access_token"):
            message = "the token endpoint answered without access_token"
            raise reply.unexpected(message)
        return token


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
            raise transport.Lost(transport.Phase.NOT_SENT, self._reason, timed_out=True) from timeout
