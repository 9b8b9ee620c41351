"""What tests wait with: turns of the event loop and its clock, never time that passes."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_PAUSE = 0.005
_MOST_SECONDS = 60
"""After this time, what is waited for will not come any more, even on a busy machine. It is the time of the machine: a test may
have stopped the clock of the loop."""


async def turns(count: int = 100) -> None:
    """Let everything run that can: what is still to be done after so many turns waits for something."""
    for _ in range(count):
        await asyncio.sleep(0)


async def until(condition: Callable[[], Any]) -> None:
    """Wait for what the other side in this loop does, where it has no event for it."""
    ends = _ends()
    while not condition():
        _check(ends)
        await asyncio.sleep(0)


async def until_outside(condition: Callable[[], Any]) -> None:
    """Wait for what another process does. Between two looks a thread pauses, so that the other process has the processor."""
    ends = _ends()
    while not await asyncio.to_thread(_look, condition):
        _check(ends)


def _look(condition: Callable[[], Any]) -> bool:
    return bool(condition()) or threading.Event().wait(_PAUSE)


def _ends() -> float:
    return time.monotonic() + _MOST_SECONDS


def _check(ends: float) -> None:
    if time.monotonic() > ends:
        msg = f"what was waited for did not come within {_MOST_SECONDS} s"
        raise AssertionError(msg)


async def never(*_: Any) -> None:
    """Answer nothing: a step of the raw server, whose fixture ends it."""
    await asyncio.Event().wait()


class LoopClock:
    """The clock of the running loop, which can be put forward: timers that are due by then go off at once."""

    def __init__(self, *, stopped: bool = False) -> None:
        self._loop = asyncio.get_running_loop()
        self._real = self._loop.time
        self._began = self._real() if stopped else None
        self._ahead = 0.0
        self._loop.time = self.time  # put back with the loop, which lives as long as its test

    def time(self) -> float:
        """Return the seconds of the loop; unless it is stopped it goes on by itself, too."""
        return (self._real() if self._began is None else self._began) + self._ahead

    def forward(self, seconds: float) -> None:
        """Let so many seconds be over."""
        self._ahead += seconds

    def after(self, seconds: float) -> Callable[..., Any]:
        """Make a step of the raw server: the request has come, then so many seconds go by without an answer."""

        async def step(*_: Any) -> None:
            self.forward(seconds)
            await asyncio.Event().wait()

        return step
