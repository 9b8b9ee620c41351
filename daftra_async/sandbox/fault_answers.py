"""Carrying a fault out.

What can be said in HTTP is an ordinary answer; the rest is written to the connection by hand, which is closed afterwards.
"""

from __future__ import annotations

import asyncio
import email.utils
import socket
import struct
import time
from typing import TYPE_CHECKING, Final

from aiohttp import web

from daftra_async.sandbox.answers import v1_failure, v2_failure
from daftra_async.sandbox.codec import dumps
from daftra_async.sandbox.truncation import truncate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiohttp.abc import AbstractStreamWriter

    from daftra_async.sandbox.account import Write
    from daftra_async.sandbox.faults import Fault

    Handle = Callable[[], Awaitable[web.StreamResponse]]
    Play = Callable[[web.BaseRequest], Awaitable[None]]

_LOGIN: Final = "https://login.invalid/auth?next=/api2"
_PAGE: Final = b"<!DOCTYPE html><html><head><title>Daftra</title></head><body>%s</body></html>"
_WARNING: Final = b"<br />\n<b>Warning</b>:  Undefined index: id in <b>/var/www/app.php</b> on line <b>7</b><br />\n"
_PIECES: Final = 8


class Acknowledgement(web.Response):
    """An answer that notes in the ledger that it was sent whole."""

    def __init__(self, status: int, body: bytes, writes: list[Write]) -> None:
        super().__init__(status=status, body=body, content_type="application/json", charset="utf-8")
        self._writes = writes

    async def write_eof(self, data: bytes = b"") -> None:
        """Send the rest."""
        await super().write_eof(data)
        self.sent()

    def sent(self) -> None:
        """Note that the whole answer went out."""
        for write in self._writes if self.status < 300 else ():
            write.acknowledged = True


class _ByHand(web.StreamResponse):
    """An answer that is written to the connection directly; the connection ends with it."""

    def __init__(self, play: Play) -> None:
        super().__init__()
        self._play = play

    @property
    def prepared(self) -> bool:
        return True

    async def prepare(self, request: web.BaseRequest) -> AbstractStreamWriter | None:
        await self._play(request)
        msg = "the sandbox ends the connection on purpose"
        raise ConnectionResetError(msg)


async def carry_out(fault: Fault, request: web.Request, handle: Handle) -> web.StreamResponse:
    """Answer a request the wrong way; `handle` is what gives the right answer, and has the request's effect."""
    name = fault.kind.name
    if name == "delay":
        await asyncio.sleep(fault.value)
        return await handle()
    answer = await handle() if fault.kind.effect else None
    if name.startswith("drop-before") or name == "drop-after-read":
        return _ByHand(_close)
    if name.startswith("reset"):
        return _ByHand(_reset)
    if name == "hang":
        return _ByHand(lambda found: _hang(found, fault.value))
    if answer is None or name.endswith("-after"):
        return _instead(name.removesuffix("-after"), fault.value, v1=request.path.startswith("/api2"))
    return _spoilt(name, fault.value, answer)


def _instead(name: str, value: float, *, v1: bool) -> web.Response:  # noqa: PLR0911  # one for each kind
    """An answer in place of the right one."""
    failure = v1_failure if v1 else v2_failure
    match name:
        case "html":
            return _html(200, b"<form action='/login'></form>")
        case "login-redirect":
            return web.Response(status=302, headers={"Location": _LOGIN})
        case "error-in-200":
            return _json(200, {"error": "Entity Not exists"})
        case "null-id":
            return _json(202, {"code": 202, "result": "successful", "id": None})
        case "expired-token":
            body = failure(401, "Unauthorized" if v1 else "Unauthenticated.").body
            return _json(401, body)
        case "502" | "504":
            return _html(int(name), b"nginx")
        case _:
            status, _, form = name.partition("-")
            later = {"seconds": f"{value:.0f}", "date": email.utils.formatdate(time.time() + value, usegmt=True)}
            headers = {"Retry-After": later[form]} if form else {}
            return _json(int(status), failure(int(status), "try again later").body, headers)


def _spoilt(name: str, value: float, answer: web.StreamResponse) -> web.StreamResponse:  # noqa: PLR0911  # one for each kind
    """The right answer, damaged on its way."""
    body = answer.body if isinstance(answer, web.Response) and isinstance(answer.body, bytes) else b""
    half = body[: len(body) // 2]
    head = _head(answer.status, len(body))
    match name:
        case "empty-page" | "short-page" | "no-next" | "few-pages":
            return truncate(name, answer)
        case "no-id":
            return _json(202, {"code": 202, "result": "successful"})
        case "php-warning":
            return web.Response(status=answer.status, body=_WARNING + body, content_type="text/html")
        case "truncated-json":
            return web.Response(status=answer.status, body=half, content_type="application/json")
        case "gzip-garbage":
            headers = {"Content-Encoding": "gzip"}
            return web.Response(
                status=answer.status, body=b"\x00garbage" + half, content_type="application/json", headers=headers
            )
        case "drop-after-headers":
            return _ByHand(lambda request: _write(request, head))
        case "half-body":
            return _ByHand(lambda request: _write(request, head + half))
        case "wrong-length":
            return _ByHand(lambda request: _write(request, _head(answer.status, len(body) + int(value)) + body))
        case "short-length":
            return _ByHand(lambda request: _write(request, _head(answer.status, max(0, len(body) - int(value))) + body))
        case _:
            return _ByHand(lambda request: _drip(request, answer, head, body, value))


async def _write(request: web.BaseRequest, data: bytes) -> None:
    if request.transport is None:
        return
    request.transport.write(data)
    request.transport.close()


async def _close(request: web.BaseRequest) -> None:
    await _write(request, b"")


async def _reset(request: web.BaseRequest) -> None:
    """Close the connection with RST instead of FIN."""
    if request.transport is None:
        return
    found: socket.socket | None = request.transport.get_extra_info("socket")
    if found is not None:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.transport.abort()


async def _hang(request: web.BaseRequest, seconds: float) -> None:
    """Wait until the client closes the connection, or the time is over."""
    ends = time.monotonic() + seconds
    # A transport announces its closing to nobody.
    while not _gone(request) and time.monotonic() < ends:  # noqa: ASYNC110  # a closed transport sends no event
        await asyncio.sleep(0.02)
    await _close(request)


def _gone(request: web.BaseRequest) -> bool:
    return request.transport is None or request.transport.is_closing()


async def _drip(request: web.BaseRequest, answer: web.StreamResponse, head: bytes, body: bytes, pause: float) -> None:
    data = head + body
    size = max(1, -(-len(data) // _PIECES))
    for start in range(0, len(data), size):
        if start:
            await asyncio.sleep(pause)
        if request.transport is None or request.transport.is_closing():
            return
        request.transport.write(data[start : start + size])
    if isinstance(answer, Acknowledgement):
        answer.sent()
    await _close(request)


def _head(status: int, length: int) -> bytes:
    lines = (
        f"HTTP/1.1 {status} Daftra",
        "Content-Type: application/json; charset=utf-8",
        f"Content-Length: {length}",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode()


def _json(status: int, body: object, headers: dict[str, str] | None = None) -> web.Response:
    return web.Response(status=status, body=dumps(body), content_type="application/json", headers=headers)


def _html(status: int, body: bytes) -> web.Response:
    return web.Response(status=status, body=_PAGE % body, content_type="text/html")
