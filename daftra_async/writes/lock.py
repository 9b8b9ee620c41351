"""Locks that keep programs from creating the same records at once, and one for the programs of one machine."""

from __future__ import annotations

import asyncio
import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from daftra_async._files import NotOrdinaryFile, has_locks, open_ordinary, try_lock
from daftra_async._text import refuse
from daftra_async.errors import RequestNotSent

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

_POLL: Final = 0.05
"""Seconds between two tries for a lock that another program holds."""


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

    The lock belongs to the process that holds it and ends with it, however that ends: what is left is an empty file, which stops
    nobody. It works on one machine, on Linux and macOS: not on Windows, and not on every network drive. Where programs run on
    several machines, bring a lock that they share, such as that of Redis. Waiting has no end; `asyncio.timeout` sets one.

    Args:
        path: A file of its own for the lock; it is made if there is none, and stays.

    Raises:
        ArgumentError: this system has no locks on files.
    """

    __slots__ = ("_descriptor", "_path")

    def __init__(self, path: str | os.PathLike[str]) -> None:
        if not has_locks():
            refuse("lock", "this system has no locks on files", "a lock of your own with acquire() and release()")
        self._path = Path(path)
        self._descriptor: int | None = None

    def __repr__(self) -> str:
        return f"FileLock({str(self._path)!r})"

    async def acquire(self) -> None:
        """Wait until no other holder is left, of this process or another.

        Raises:
            ArgumentError: a link, a folder or something else that is no ordinary file lies there.
            OSError: the file cannot be made or opened.
        """
        try:
            descriptor = open_ordinary(self._path, os.O_RDWR | os.O_CREAT)
        except NotOrdinaryFile as error:
            refuse("lock", f"{self._path} is {error}", "a file of its own for the lock")
        try:
            while not try_lock(descriptor):  # noqa: ASYNC110  # another process sends no event when it is done
                await asyncio.sleep(_POLL)
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor

    async def release(self) -> None:
        """Give it back; without effect when it is not held."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
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
