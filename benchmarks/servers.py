"""What benchmarks fetch from: a server in a process of its own, which writes bytes that were built before."""

from __future__ import annotations

import asyncio
import contextlib
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

Answer = Callable[[bytes, int], Sequence[bytes]]
"""Takes a request and the number of the page that it asks for; returns the parts of the body."""

_PAGE: Final = re.compile(rb"[?&]page=(\d+)")
_HEAD: Final = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"


class _Server(asyncio.Protocol):
    """As cheap as it gets: finds the number of the page in the request and writes bytes.

    Args:
        answer: Gives the bodies.
        delay: Seconds before each answer.
    """

    def __init__(self, answer: Answer, delay: float) -> None:
        self._answer = answer
        self._delay = delay
        self._received = b""
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        while b"\r\n\r\n" in self._received:
            request, _, self._received = self._received.partition(b"\r\n\r\n")
            if self._delay:
                asyncio.get_running_loop().call_later(self._delay, self._write, request)
            else:
                self._write(request)

    def _write(self, request: bytes) -> None:
        if self._transport.is_closing():
            return
        found = _PAGE.search(request)
        parts = self._answer(request, int(found[1]) if found else 1)
        self._transport.writelines([_HEAD % sum(map(len, parts)), *parts])


async def serve(answer: Answer, delay: float = 0.0) -> None:
    """Print the port and serve until the process is ended."""
    server = await asyncio.get_running_loop().create_server(lambda: _Server(answer, delay), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextlib.contextmanager
def running(script: str, *arguments: str) -> Iterator[str]:
    """Run the server of a script, which prints its port first, and give the port."""
    with subprocess.Popen([sys.executable, script, *arguments], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
