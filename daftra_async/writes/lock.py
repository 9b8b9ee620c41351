"""Locks that keep programs from creating the same records at once, and one for the programs of one machine."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, runtime_checkable

from daftra_async._files import NotOrdinaryFile, has_locks, open_ordinary, try_lock
from daftra_async._text import refuse
from daftra_async.errors import OutcomeUnknown, RequestNotSent
from daftra_async.operation import UnsetType

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from daftra_async.lists.executor import Executor

_POLL: Final = 0.05
"""Seconds between two tries for a lock that another program holds."""
_NO_TIMEOUT: Final = 60.0
"""Seconds to wait for calls that may take for ever."""
_MARK: Final = b"A program holds this lock, or ended without knowing what became of the last records that it sent.\n"


@runtime_checkable
class Lock(Protocol):
    """What `lock=` takes: `FileLock`, `redis.asyncio.Redis(...).lock("orders", timeout=600)`, or a class of your own."""

    async def acquire(self) -> object:
        """Wait for the lock; returning False says that it was not given."""
        ...

    async def release(self) -> object:
        """Give it back."""
        ...


class FileLock:
    """A lock for the programs of one machine that sync the same records: `create_many(..., lock=FileLock("orders.lock"))`.

    The lock belongs to the process that holds it and ends with it, however that ends. The file stays and stops nobody; a line in
    it tells the next holder that this one did not end well, and may have sent records that the server is still at work on. It
    works on one machine, on Linux and macOS: not on Windows, and not on every network drive. Where programs run on several
    machines, bring a lock that they share, such as that of Redis. Waiting has no end; `asyncio.timeout` sets one.

    Args:
        path: A file of its own for the lock; it is made if there is none, and stays.

    Raises:
        ArgumentError: this system has no locks on files.
    """

    __slots__ = ("_descriptor", "_path", "in_doubt")

    def __init__(self, path: str | os.PathLike[str]) -> None:
        if not has_locks():
            refuse("lock", "this system has no locks on files", "a lock of your own with acquire() and release()")
        self._path = Path(path)
        self._descriptor: int | None = None
        self.in_doubt = False
        """Whether the server may be at work on what a holder has sent: the one before, when it was killed, or this one. Once that
        is settled, set it to False; released while it is True, it is True for the next holder."""

    def __repr__(self) -> str:
        return f"FileLock({str(self._path)!r})"

    async def acquire(self) -> None:
        """Wait until no other holder is left, of this process or another.

        Raises:
            ArgumentError: a link, a folder or something else that is no ordinary file lies there, or a file with other contents.
            OSError: the file cannot be made or opened.
        """
        try:
            descriptor = open_ordinary(self._path, os.O_RDWR | os.O_CREAT)
        except NotOrdinaryFile as error:
            refuse("lock", f"{self._path} is {error}", "a file of its own for the lock")
        try:
            while not try_lock(descriptor):  # noqa: ASYNC110  # another process sends no event when it is done
                await asyncio.sleep(_POLL)
            in_doubt = self._left_in_doubt(descriptor)
            os.pwrite(descriptor, _MARK, 0)  # which a killed process leaves
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor, self.in_doubt = descriptor, in_doubt

    def _left_in_doubt(self, descriptor: int) -> bool:
        """Return whether the holder before has left its mark.

        Raises:
            ArgumentError: the file holds something else, which would be overwritten.
        """
        found = os.pread(descriptor, len(_MARK) + 1, 0)
        if not _MARK.startswith(found):
            refuse("lock", f"{self._path} holds something else than a lock", "a file of its own for the lock")
        return bool(found)

    async def release(self) -> None:
        """Give it back; without effect when it is not held.

        Raises:
            OSError: the file cannot be written; the lock is given back nevertheless.
        """
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            try:
                if not self.in_doubt:
                    os.ftruncate(descriptor, 0)
            finally:
                os.close(descriptor)


@contextlib.asynccontextmanager
async def holding(lock: Lock) -> AsyncGenerator[None]:
    """Hold a lock.

    Raises:
        RequestNotSent: it was not given.
    """
    if await lock.acquire() is False:
        msg = "lock: it was not given in time, so nothing was sent: try again later"
        raise RequestNotSent(msg, "lock")
    try:
        yield
    finally:
        await lock.release()


@contextlib.asynccontextmanager
async def looking_alone(lock: Lock, client: Executor, timeout: Any) -> AsyncGenerator[None]:
    """Hold a lock from a look-up to the create that it may lead to, and while the server may be at work on one.

    Args:
        lock: The lock.
        client: What executes the operations.
        timeout: The option of the calls; UNSET where it was left out.

    Raises:
        RequestNotSent: it was not given.
    """
    async with holding(lock):
        if isinstance(lock, FileLock) and lock.in_doubt:
            await wait_for_server(client, timeout)
        mark(lock, in_doubt=True)
        try:
            yield
        except Exception as error:
            if isinstance(error, OutcomeUnknown):
                await wait_for_server(client, timeout)
            mark(lock, in_doubt=False)
            raise
        mark(lock, in_doubt=False)


def mark(lock: Lock, *, in_doubt: bool) -> None:
    """Note whether the next holder has to wait when this one is cancelled."""
    if isinstance(lock, FileLock):
        lock.in_doubt = in_doubt


async def wait_for_server(client: Executor, timeout: Any) -> None:
    """Wait for as long as a call may take: after that the server is at work on none that was sent before."""
    given = client.settings.timeout if isinstance(timeout, UnsetType) else timeout
    await client.runtime.sleep(_NO_TIMEOUT if given is None else given)


def check_lock(lock: object) -> None:
    """Check what is given as a lock.

    Raises:
        ArgumentError: it cannot be used as one.
    """
    if not (isinstance(lock, Lock) and inspect.iscoroutinefunction(lock.acquire) and inspect.iscoroutinefunction(lock.release)):
        refuse("lock", f"{type(lock).__name__} was given", "a FileLock, or an object with async acquire() and release()")
