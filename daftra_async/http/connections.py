"""Reuse of connections: one on which unexpected bytes arrived is dropped.

HTTP/1.1 has no numbers that tell which answer belongs to which request: what comes first is taken for the answer. So bytes that
come on an idle connection (an answer that was given up by somebody on the way, a second answer, the good-bye of a gateway) would
become the answer to the next request. Before a kept connection is used again it is looked at twice: what the event loop has read
from it, and what still waits in its socket. If there is anything, or the other side has closed it, another connection is taken.

What comes after that, but before the true answer, cannot be told apart by anybody.
"""

from __future__ import annotations

import select
import weakref
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from aiohttp.connector import Connection


class CleanConnector(aiohttp.TCPConnector):
    """A connector that never reuses a connection on which bytes arrived meanwhile."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)  # pyright: ignore[reportUnknownMemberType]  # aiohttp leaves one of the types open
        self._used: weakref.WeakSet[Any] = weakref.WeakSet()
        """Protocols of connections that were given before."""

    async def connect(self, *args: Any, **options: Any) -> Connection:
        """Get a connection from the pool, or make one."""
        while True:
            connection = await super().connect(*args, **options)
            protocol = connection.protocol
            # A new one is taken as it is: a server that talks first would make this an endless loop.
            if protocol is None or protocol not in self._used or not (protocol.should_close or _has_input(connection)):
                self._used.add(protocol)
                return connection
            connection.close()


def _has_input(connection: Connection) -> bool:
    """Return whether bytes, or the end of the stream, wait in the socket of a connection."""
    transport = connection.transport
    sock = None if transport is None else transport.get_extra_info("socket")
    number = -1 if sock is None else sock.fileno()
    if number < 0:
        return transport is None or transport.is_closing()
    try:
        if hasattr(select, "poll"):
            poll = select.poll()
            poll.register(number, select.POLLIN)
            return bool(poll.poll(0))
        return bool(select.select([number], [], [], 0)[0])
    except (OSError, ValueError):
        return True
