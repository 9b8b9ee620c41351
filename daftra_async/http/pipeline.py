"""The one path that every request takes: its calls, attempts, slots, credentials and events share this code."""

from __future__ import annotations

import asyncio
import copy
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.errors import ArgumentError
from daftra_async.http import error_response
from daftra_async.http.attempt import Sender
from daftra_async.http.call import Call
from daftra_async.http.local_limiter import LIMITER_SETTINGS, LocalLimiter
from daftra_async.http.request import JSON
from daftra_async.http.retry import Runtime
from daftra_async.http.session import Lifetime
from daftra_async.http.token_request import fetch_token
from daftra_async.http.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import aiohttp
    from yarl import URL

    from daftra_async.http.auth import Credential
    from daftra_async.http.call import Reply
    from daftra_async.http.limiter import Limiter
    from daftra_async.http.listeners import Events
    from daftra_async.http.request import PreparedRequest
    from daftra_async.settings import Settings

_SHARED: Final = frozenset({*LIMITER_SETTINGS, "token_path"})


class RequestPipeline:
    """Executes the requests of one client, in one event loop."""

    __slots__ = ("_events", "life", "limiter", "runtime", "sender", "settings", "turns")

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
        self.runtime = runtime or Runtime()
        self.life = Lifetime(session)
        self.limiter: Limiter = LocalLimiter.of(settings) if limiter is None else limiter
        self.turns = Turns()
        self._events = events
        url = str(base).rstrip("/")
        auth = credential.bind(partial(fetch_token, self), url)
        self.sender = Sender(url, auth, {"Accept": JSON, **(headers or {})}, self.life, self.limiter)

    def with_settings(self, changes: Mapping[str, Any]) -> RequestPipeline:
        """Return a pipeline with other settings; it shares everything else.

        Raises:
            ArgumentError: a value is out of range, or belongs to what is shared.
        """
        for name in changes.keys() & _SHARED:
            msg = f"{name}: all views of a client share it; set it when the client or its limiter is made"
            raise ArgumentError(msg, name)
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
        stop = getattr(self.sender.auth, "aclose", None)
        if stop is not None and self.life.loop is asyncio.get_running_loop():
            await stop()
        await self.life.close_session()
        if self._events is not None and self.life.loop is asyncio.get_running_loop():
            await self._events.close()

    @property
    def events_dropped(self) -> int:
        """Events that were dropped because callbacks were too slow."""
        return 0 if self._events is None else self._events.dropped

    async def send(self, request: PreparedRequest, read: Callable[..., Any] = error_response.read) -> Reply:
        """Send a request until it is answered, or must not be sent again.

        Args:
            request: The request.
            read: Makes what `Reply.body` holds of an answer and its context, or raises the error that the answer stands for.

        Raises:
            DaftraError: nothing was sent, there is no answer, or the answer is a failure.
        """
        if self._events is None:
            return await Call(request, read, self.sender, self.settings, self.runtime, None).run()
        with self._events.watch(request, self.sender.base) as watch:
            return await Call(request, read, self.sender, self.settings, self.runtime, watch).run()
