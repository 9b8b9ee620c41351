"""The one path that every request takes: slot, credential, transport, retry, failures."""

from __future__ import annotations

import asyncio
import copy
import logging
import time
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import quote, urlencode

import attrs
from yarl import URL

from daftra_async import __version__
from daftra_async._text import refuse
from daftra_async.errors import Attempt, AuthenticationError, OutcomeUnknown, RequestNotSent, ValidationError
from daftra_async.http import error_response, transport
from daftra_async.http.limiter import LIMITER_SETTINGS, Limiter
from daftra_async.http.request import FORM, JSON, PreparedRequest
from daftra_async.http.retry import Retry, Runtime, read_retry_after, server_time
from daftra_async.http.session import CLOSED, Interrupted, Lifetime
from daftra_async.http.token_store import is_sendable
from daftra_async.http.turns import Turns
from daftra_async.operation import UnsetType
from daftra_async.redaction.shown import hidden

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    import aiohttp

    from daftra_async.errors import UnexpectedResponseError
    from daftra_async.http.auth import Authenticator, Credential
    from daftra_async.http.events import Events, Watch
    from daftra_async.http.limiter import Slot
    from daftra_async.settings import Settings

_LOG: Final = logging.getLogger("daftra_async")
_DELETED: Final = b'{"code": 200, "result": "successful", "message": "deleted by an attempt whose answer was lost"}'
_DONE: Final = b'{"code": 204}'
"""In place of the body that an answer 204 does not have: it says that the work was done."""
_SHARED: Final = frozenset({*LIMITER_SETTINGS, "token_path"})


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


class RequestPipeline:
    """Executes the requests of one client, in one event loop."""

    __slots__ = ("_auth", "_base", "_events", "_headers", "_with", "life", "limiter", "settings", "turns")

    def __init__(
        self,
        base: URL,
        credential: Credential,
        settings: Settings,
        *,
        session: aiohttp.ClientSession | None = None,
        headers: Mapping[str, str] | None = None,
        runtime: Runtime | None = None,
        events: Events | None = None,
        limiter: Limiter | None = None,
    ) -> None:
        self.settings = settings
        self._events = events
        self._base = str(base).rstrip("/")
        self._auth: Authenticator = credential.bind(self._fetch_token, self._base)
        self.life = Lifetime(session)
        self.limiter = limiter or Limiter.of(settings)
        self.turns = Turns()
        self._headers = {"Accept": JSON, **(headers or {})}
        self._with = runtime or Runtime()

    def with_settings(self, changes: Mapping[str, Any]) -> RequestPipeline:
        """Return one that behaves otherwise and shares everything else.

        Raises:
            ArgumentError: a value is out of range, or belongs to what is shared.
        """
        for name in changes.keys() & _SHARED:
            refuse(name, "all views of a client share it", "to set it when the client or its limiter is made")
        view = copy.copy(self)
        view.settings = attrs.evolve(self.settings, **changes)
        return view

    def enter(self) -> aiohttp.ClientSession:
        """Return the session, opened at first use.

        Raises:
            RequestNotSent: the client is closed, its session is, or it was used in another event loop before.
        """
        return self.life.enter()

    async def close(self) -> None:
        """End the calls that run and close what is ours; a session of the user stays open."""
        await self.life.stop_calls()
        stop = getattr(self._auth, "aclose", None)
        if stop is not None and self.life.loop is asyncio.get_running_loop():
            await stop()
        await self.life.close_session()
        if self._events is not None and self.life.loop is asyncio.get_running_loop():
            await self._events.close()

    @property
    def events_dropped(self) -> int:
        """Events that callbacks were too slow for."""
        return 0 if self._events is None else self._events.dropped

    async def send(self, call: PreparedRequest, read: Callable[..., Any] = error_response.read) -> Reply:
        """Send a request until it is answered, or must not be sent again.

        Args:
            call: The request.
            read: Makes what `Reply.body` holds of an answer and its context, or raises the error that the answer stands for.

        Raises:
            DaftraError: nothing was sent, there is no answer, or the answer is a failure.
        """
        if self._events is None:
            return await self._send(call, read, None)
        with self._events.watch(call, self._base) as watch:
            return await self._send(call, read, watch)

    async def _send(self, call: PreparedRequest, read: Callable[..., Any], watch: Watch | None) -> Reply:
        settings = self.settings
        if not isinstance(call.timeout, UnsetType):
            settings = attrs.evolve(settings, timeout=call.timeout, deadline=call.timeout)
        retry = Retry(settings, self._with, idempotent=call.idempotent)
        try:
            with self.life.call():
                return await self._until_answered(call, settings, retry, read, watch)
        except Interrupted as interrupted:
            raise error_response.lost_error(call, transport.Lost(transport.Phase.NOT_SENT, CLOSED), retry) from interrupted
        except OutcomeUnknown:
            raise
        except Exception as error:
            # Whatever ended the last attempt says nothing of an earlier one that may have been done.
            if call.changes and retry.in_doubt:
                raise error_response.unknown(call, error, retry) from error
            raise

    async def _until_answered(
        self, call: PreparedRequest, settings: Settings, retry: Retry, read: Callable[..., Any], watch: Watch | None
    ) -> Reply:
        replayed = False
        while True:
            pause: float | None
            retry.attempts += 1
            began = time.perf_counter()
            try:
                answer, headers = await self._attempt(call, settings, retry, watch)
            except transport.Lost as lost:
                retry.history.append(Attempt(lost.phase.value, lost.reason, time.perf_counter() - began))
                reason, pause = lost.reason, self._after_loss(call, lost, retry, watch)
            else:
                now = server_time(answer.headers.get("Date"), self._with.now())
                wait = read_retry_after(answer.headers.get("Retry-After"), now)
                renewable = answer.status == 401 and call.authenticated and self._auth.rejected(headers)
                if renewable and not replayed and not retry.exhausted:
                    replayed = True
                    retry.history.append(Attempt("answered", "status 401", time.perf_counter() - began))
                    if watch is not None:
                        watch.retry_planned("status 401", 0.0)
                    continue
                is_page = call.method == "GET" and 200 <= answer.status < 300 and error_response.is_page(answer.body)
                pause = retry.after_page() if is_page else retry.after_answer(answer.status, wait)
                if pause is None:
                    return self._read(call, answer, wait, retry, read, began)
                reason = f"status {answer.status}"
                retry.history.append(Attempt("answered", reason, time.perf_counter() - began))
                _LOG.debug("%s %s: %d, again in %.2f s", call.method, call.url, answer.status, pause)
            if watch is not None:
                watch.retry_planned(reason, pause)
            await self._with.sleep(pause)

    def _after_loss(self, call: PreparedRequest, lost: transport.Lost, retry: Retry, watch: Watch | None) -> float:
        """Return the pause after an attempt without an answer, or raise the error that ends the call."""
        if watch is not None:
            watch.attempt_ended(lost.phase.value, reason=lost.reason, timed_out=lost.timed_out)
        pause = retry.after_loss(lost.phase)
        if pause is None or lost.final:
            raise error_response.lost_error(call, lost, retry) from lost
        _LOG.debug("%s %s: %s, again in %.2f s", call.method, call.url, lost.reason, pause)
        return pause

    def _read(
        self,
        call: PreparedRequest,
        answer: transport.Answer,
        wait: float | None,
        retry: Retry,
        read: Callable[..., Any],
        began: float,
    ) -> Reply:
        """Read the answer that ends a call."""
        if call.method == "DELETE" and retry.in_doubt and error_response.is_missing(answer):
            # What an earlier attempt deleted is gone now: that is what was asked for.
            answer = transport.Answer(200, answer.headers, _DELETED)
        elif answer.status == 204 and call.changes:
            answer = transport.Answer(204, answer.headers, _DONE)
        context = self._context(call)
        try:
            return Reply(read(answer, context, retry_after=wait), answer, context)
        except Exception:
            retry.in_doubt = retry.in_doubt or not error_response.refused(answer)
            retry.history.append(Attempt("answered", f"status {answer.status}", time.perf_counter() - began))
            raise

    async def _attempt(  # noqa: C901  # one attempt in one piece
        self, call: PreparedRequest, settings: Settings, retry: Retry, watch: Watch | None
    ) -> tuple[transport.Answer, dict[str, str]]:
        """Send once; the slot is held for this attempt only, not for the pause after it."""
        bound = "deadline" if isinstance(call.timeout, UnsetType) else "timeout="
        progress = transport.Progress()
        try:
            session = self.enter()
            slot = await self._slot(call, settings, retry, bound) if call.queued else None
        except RequestNotSent as error:
            # An earlier attempt may have been sent, so this alone does not say what became of the call.
            raise transport.Lost(transport.Phase.NOT_SENT, str(error), final=True) from error
        retry.begin()
        try:
            credential: dict[str, str] = {}
            if call.authenticated:
                async with _Deadline(retry.remaining(), f"no token in time ({bound})"):
                    credential = hidden(await self._auth.headers())
            agent = settings.user_agent or f"daftra-async/{__version__}"
            headers = {"User-Agent": agent, **self._headers, **call.headers, **credential}
            if call.body is not None:
                headers["Content-Type"] = call.content_type
            remaining = retry.remaining()
            total = settings.timeout if remaining is None else min(remaining, settings.timeout or remaining)
            if watch is not None:
                watch.attempt_started()
            began = time.perf_counter()
            answer = await transport.send(
                session,
                call.method,
                self._url(call),
                headers,
                call.body,
                transport.RequestLimits(
                    total=total,
                    total_name="timeout" if total == settings.timeout else bound,
                    connect=settings.connect_timeout,
                    read=settings.read_timeout,
                    max_body=settings.max_body,
                    max_error_body=settings.max_error_body,
                ),
                progress,
            )
            if slot is not None:
                self.limiter.answered(slot, answer.status)
        except transport.BodyTooLarge as error:
            retry.in_doubt = True
            if watch is not None:
                watch.attempt_ended("answered", status=error.status, reason="the answer is too long")
            raise error_response.unexpected(str(error), transport.Answer(error.status, {}, b""), self._context(call)) from error
        except transport.Lost:
            raise
        except (asyncio.CancelledError, Exception):
            # The client is closed, or a stranger's code failed: callbacks, middlewares and tokens are not all ours.
            retry.in_doubt = retry.in_doubt or progress.sent
            raise
        finally:
            retry.rest()
            if slot is not None:
                self.limiter.release()
        if watch is not None:
            watch.attempt_ended("answered", status=answer.status, size=len(answer.body))
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

    async def _slot(self, call: PreparedRequest, settings: Settings, retry: Retry, bound: str) -> Slot:
        most, remaining = settings.pool_timeout, retry.remaining()
        if remaining is None or (most is not None and most < remaining):
            deadline = _Deadline(most, "no free slot in time (pool_timeout)")
        else:
            deadline = _Deadline(remaining, f"no free slot in time ({bound})")
        async with deadline:
            return await self.limiter.acquire(call.operation or call.path)

    def _context(self, call: PreparedRequest) -> error_response.Context:
        return error_response.Context(
            operation=call.operation,
            method=call.method,
            url=call.url,
            secrets=self._auth.secrets(),
            names_record=call.names_record,
        )

    def _url(self, call: PreparedRequest) -> URL:
        query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in call.query)
        # Everything is encoded by now; encoding it again would change what was checked.
        return URL(f"{self._base}{call.path}{'?' if query else ''}{query}", encoded=True)

    async def _fetch_token(self, form: Mapping[str, str]) -> Mapping[str, Any]:
        """Post to the token endpoint."""
        form = hidden(form)
        call = PreparedRequest(
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
        # No local variable holds the answer, which a traceback might show.
        problem = _token_problem(reply.body)
        if problem is not None:
            message = f"the token endpoint answered {problem}"
            raise reply.unexpected(message)
        return hidden(reply.body)


def _token_problem(body: Any) -> str | None:
    """Return what is wrong with the answer of the token endpoint, None if it holds a token."""
    members = cast("dict[str, Any]", body) if isinstance(body, dict) else {}
    access, refresh = members.get("access_token"), members.get("refresh_token")
    if not access:
        return "without access_token"
    if not is_sendable(str(access) if isinstance(access, int) else access):
        return "with an access_token that no header can carry"
    if isinstance(refresh, str) and refresh and not is_sendable(refresh):
        return "with a refresh_token that is none"
    return None


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
