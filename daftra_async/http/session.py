"""The session of a client and the calls that run on it: opened at first use, ended together.

Closing a client ends its calls the way `asyncio.timeout` ends a block: their tasks are cancelled, and where the call began the
cancellation becomes an error, unless somebody else cancelled the task too. So the callers learn what became of their requests,
and when `close` returns nothing of the client runs any more.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from daftra_async.errors import RequestNotSent
from daftra_async.http import transport

if TYPE_CHECKING:
    from types import TracebackType

    import aiohttp

CLOSED: Final = "the client was closed"


class Interrupted(Exception):  # internal; the call makes its own error of it
    """The client was closed while the call ran."""


class InFlightCall:
    """One call; leaving it turns the cancellation by `close` into `Interrupted`."""

    __slots__ = ("_before", "_calls", "closing", "left", "task")

    def __init__(self, calls: dict[InFlightCall, None]) -> None:
        task = asyncio.current_task()
        assert task is not None, "calls run in tasks"
        self.task: asyncio.Task[Any] = task
        self.closing = False
        self.left: asyncio.Future[None] | None = None
        """Done when the call is over; there while somebody waits for it."""
        self._calls = calls
        self._before = task.cancelling()

    def __enter__(self) -> None:
        self._calls[self] = None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        del self._calls[self]
        if self.left is not None and not self.left.done():
            self.left.set_result(None)
        # More requests to cancel than ours: the caller's own cancellation goes first.
        if self.closing and self.task.uncancel() <= self._before and isinstance(error, asyncio.CancelledError):
            raise Interrupted from error

    def cancel(self) -> asyncio.Future[None]:
        """Cancel the call; return a future that is done when it is over."""
        self.closing = True
        self.left = self.task.get_loop().create_future()
        self.task.cancel(CLOSED)
        return self.left


class Lifetime:
    """The session of one client, in one event loop."""

    __slots__ = ("_calls", "_own", "closed", "loop", "session")

    def __init__(self, session: aiohttp.ClientSession | None) -> None:
        self.session = session
        self.loop: asyncio.AbstractEventLoop | None = None
        """The loop of the first call."""
        self.closed = False
        self._own = session is None
        self._calls: dict[InFlightCall, None] = {}
        """In the order in which they began."""

    @property
    def calls(self) -> int:
        """Calls that run now."""
        return len(self._calls)

    def enter(self) -> aiohttp.ClientSession:
        """Return the session, opened at first use.

        Raises:
            RequestNotSent: the client is closed, its session is, or it was used in another event loop before.
        """
        loop = asyncio.get_running_loop()
        if self.closed:
            msg = "the client is closed: make a new one, or keep your work inside 'async with'"
            raise RequestNotSent(msg)
        if self.loop is not None and self.loop is not loop:
            msg = "the client belongs to another event loop: make one client for each asyncio.run()"
            raise RequestNotSent(msg)
        self.loop = loop
        if self.session is None:
            self.session = transport.open_session()
        if self.session.closed:
            msg = "the session given as session= is closed"
            raise RequestNotSent(msg)
        return self.session

    def call(self) -> InFlightCall:
        """Note a call; to be used with `with`."""
        return InFlightCall(self._calls)

    async def stop_calls(self) -> None:
        """Refuse new calls, cancel those that run and wait for their end."""
        self.closed = True
        loop, me = asyncio.get_running_loop(), asyncio.current_task()
        # A call that closes the client itself, by a callback of the user, ends at its next attempt. Of calls nested in one task
        # the last one is cancelled: its error ends the others, or they end at their next attempt.
        running = {call.task: call for call in self._calls if call.task is not me and call.task.get_loop() is loop}
        left = [call.cancel() if not call.closing else call.left for call in running.values()]
        waiting = [done for done in left if done is not None]
        if waiting:
            await asyncio.wait(waiting)

    async def close_session(self) -> None:
        """Close the session if it is ours."""
        if self._own and self.session is not None:
            await self.session.close()
