"""One HTTP request through aiohttp: bytes in, bytes out, and how far it got.

Whether a request may be sent again depends on the phase it reached, so this module is strict about it:

- aiohttp re-sends GET, PUT and DELETE by itself when the server drops the connection. A middleware of each request turns those
  errors into one that aiohttp does not know, so that every request stands for exactly one on the wire.
- An error while connecting is `NOT_SENT` by its type. A time limit says nothing by itself; the body notes when it is handed
  to the socket, and requests other than GET have one, if an empty one. A GET without an answer counts as sent.
- Redirects are not followed: they lead to login pages, or away from the account with its credentials.

This works by arguments of the request alone, so a session of the user behaves like our own and is not changed.
"""

from __future__ import annotations

import asyncio
import enum
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import attrs
from aiohttp import payload

from daftra_async.http.connections import CleanConnector
from daftra_async.http.heap import HEAP

if TYPE_CHECKING:
    from aiohttp.abc import AbstractStreamWriter
    from yarl import URL

_CREDENTIALS: Final = frozenset({"apikey", "authorization", "cookie"})
_NEVER_CONNECTED: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)


class Phase(enum.Enum):
    """How far a request got."""

    NOT_SENT = "not sent"
    SENT = "sent"


class Lost(Exception):  # internal; it says what became of the request
    """There is no complete answer."""

    def __init__(self, phase: Phase, reason: str, *, timed_out: bool = False, final: bool = False) -> None:
        super().__init__(reason)
        self.phase = phase
        self.reason = reason
        self.timed_out = timed_out
        """A time limit ended it, other than the one on getting a connection."""
        self.final = final
        """Another try would be no better."""


class BodyTooLarge(Exception):
    """The answer is longer than allowed; reading it was stopped."""

    def __init__(self, status: int, limit: int) -> None:
        super().__init__(f"the answer is longer than {limit} bytes (max_body)")
        self.status = status


@attrs.frozen(kw_only=True)
class RequestLimits:
    """Bounds of one request; seconds and bytes."""

    total: float | None = None
    total_name: str = "timeout"
    """What the user calls the total."""
    connect: float | None = None
    read: float | None = None
    max_body: int
    max_error_body: int


@attrs.frozen
class Answer:
    """A complete answer."""

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    """Looked up without regard to case."""
    body: bytes = attrs.field(repr=False)


class _Dropped(Exception):
    """The connection broke; deliberately neither a ClientError nor an OSError, see the module docstring."""


@attrs.define
class Progress:
    """How far a request got, also when it is cancelled."""

    sent: bool = False
    """The server may have seen it."""


class _NotedBody(payload.BytesPayload):
    """A body that notes when it is written, which is right after the headers: they wait for it."""

    def __init__(self, value: bytes, progress: Progress) -> None:
        super().__init__(value)
        self._progress = progress

    async def write_with_length(self, writer: AbstractStreamWriter, content_length: int | None) -> None:
        self._progress.sent = True
        await super().write_with_length(writer, content_length)


def open_session() -> aiohttp.ClientSession:
    """Open a session in the running loop. No cookies: a jar would carry a login from one account to another."""
    # The client bounds its own concurrency; a second queue in the connector would only blur time limits.
    return aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), connector=CleanConnector(limit=0))


async def send(  # the parts of a request
    session: aiohttp.ClientSession,
    method: str,
    url: URL,
    headers: Mapping[str, str],
    body: bytes | None,
    limits: RequestLimits,
    progress: Progress,
) -> Answer:
    """Send one request and read its answer to the end.

    Raises:
        Lost: there is no complete answer; the phase says whether the server may have seen the request.
        BodyTooLarge: the answer is longer than `limits` say.
    """
    noted = None if method in {"GET", "HEAD"} and body is None else _NotedBody(body or b"", progress)
    progress.sent = noted is None
    try:
        async with asyncio.timeout(limits.total):
            return await _exchange(session, method, url, headers, noted, limits)
    except _NEVER_CONNECTED as error:
        raise Lost(Phase.NOT_SENT, _describe(error)) from error
    except (_Dropped, aiohttp.ClientError, OSError) as error:
        phase = Phase.SENT if progress.sent else Phase.NOT_SENT
        own = type(error) is TimeoutError
        reason = f"no complete answer in time ({limits.total_name})" if own else _describe(error)
        # TimeoutError covers our own limit and aiohttp's sock_read.
        raise Lost(phase, reason, timed_out=isinstance(error, TimeoutError)) from error


async def _exchange(  # the parts of a request
    session: aiohttp.ClientSession,
    method: str,
    url: URL,
    headers: Mapping[str, str],
    noted: _NotedBody | None,
    limits: RequestLimits,
) -> Answer:
    async def guard(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
        # The session may add credentials of its own (default headers, netrc, cookies); ours are the only ones.
        for name in [name for name in request.headers if name.lower() in _CREDENTIALS and name not in headers]:
            del request.headers[name]
        try:
            return await handler(request)
        except _NEVER_CONNECTED:
            raise
        except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
            raise _Dropped(_describe(error)) from error

    # Middlewares of a request take the place of the session's; public API has no way to ask for those.
    middlewares: tuple[Any, ...] = (guard, *getattr(session, "_middlewares", ()))
    async with session.request(
        method,
        url,
        data=noted,
        headers=headers,
        skip_auto_headers=("Content-Type",),
        allow_redirects=False,
        raise_for_status=False,
        timeout=aiohttp.ClientTimeout(total=None, connect=limits.connect, sock_read=limits.read),
        middlewares=middlewares,
    ) as response:
        failed = response.status >= 300
        body = await _read(response, limits.max_error_body if failed else limits.max_body, cut=failed)
        return Answer(response.status, response.headers, body)


async def _read(response: aiohttp.ClientResponse, most: int, *, cut: bool) -> bytes:
    """Read the body; what is beyond the limit is cut off (error pages) or refused."""
    if not cut and response.content_length is not None and response.content_length > most:
        response.close()
        raise BodyTooLarge(response.status, most)
    chunks: list[bytes] = []
    size = 0
    async for chunk in response.content.iter_any():
        chunks.append(chunk)
        size += len(chunk)
        if size > most:
            response.close()
            if not cut:
                raise BodyTooLarge(response.status, most)
            return b"".join(chunks)[:most]
    if HEAP is not None:
        HEAP.expect(size)
    return b"".join(chunks)


def _describe(error: BaseException) -> str:
    """Say what happened in words without URL and headers, which the texts of aiohttp may hold."""
    match error:
        case aiohttp.ConnectionTimeoutError():
            return "no connection in time (connect_timeout)"
        case aiohttp.SocketTimeoutError():
            return "the answer paused for too long (read_timeout)"
        case aiohttp.ClientConnectorError():
            return f"no connection to {error.host}: {error.os_error.strerror or type(error.os_error).__name__}"
        case aiohttp.ClientPayloadError() | aiohttp.ClientResponseError():
            return "the answer is broken or breaks off"
        case _Dropped():
            return str(error)
        case _:
            return f"the connection broke ({type(error).__name__})"
