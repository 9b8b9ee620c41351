"""A thread with an event loop, in which a sandbox serves."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from daftra_async.sandbox import Sandbox

T = TypeVar("T")
_PATIENCE: Final = 30.0
"""Seconds to wait for the thread."""


class SandboxThread:
    """Serves a sandbox until it is told to stop.

    Args:
        sandbox: Is started in the thread.
        prepare: Fills the account before anybody else may use it.
    """

    def __init__(self, sandbox: Sandbox, prepare: Callable[[Sandbox], Awaitable[None]]) -> None:
        self.sandbox = sandbox
        self._prepare = prepare
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="daftra-sandbox", daemon=True)
        self._ready: Future[None] = Future()

    def start(self) -> None:
        """Start the thread and wait until the account listens; what fails before that is raised here."""
        self._thread.start()
        try:
            self._ready.result()
        except BaseException:
            self._thread.join(_PATIENCE)
            raise

    def stop(self) -> None:
        """Stop serving and wait for the end of the thread."""
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_PATIENCE)

    def ask(self, work: Callable[[Sandbox], T]) -> T:
        """Do something in the thread, between two requests."""
        done = Future[T]()

        def do() -> None:
            try:
                done.set_result(work(self.sandbox))
            except Exception as error:  # noqa: BLE001  # raised where it was asked for
                done.set_exception(error)

        self._loop.call_soon_threadsafe(do)
        return done.result(_PATIENCE)

    def _run(self) -> None:
        try:
            with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
                runner.run(self._serve())
        except BaseException as error:
            if self._ready.done():
                raise
            self._ready.set_exception(error)

    async def _serve(self) -> None:
        async with self.sandbox:
            await self._prepare(self.sandbox)
            self._ready.set_result(None)
            await self._stop.wait()
