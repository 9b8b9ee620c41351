"""Files that are there completely or not at all, and work on them outside of the event loop.

A folder may be shared, so somebody else may have put a link where a file of ours is to be: none is followed, neither to write
nor to read.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
from typing import IO, TYPE_CHECKING, Any, Final, Literal, TypeVar

from daftra_async import _files
from daftra_async._files import NotOrdinaryFile, has_other_names, open_ordinary, replaced
from daftra_async.export.protocols import StoreError
from daftra_async.wire import dumps, unstructure
from daftra_async.wire.jsonl.line import JsonLine

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable
    from pathlib import Path

T = TypeVar("T")

SHARED: Final = 0o666
"""Permissions of the files of an export, less those that the umask takes."""


def create(path: Path) -> IO[bytes]:
    """Open a new file of an export to write; a file or link of that name is removed first.

    Raises:
        OSError: it cannot be made.
    """
    return _files.create(path, SHARED)


def reopen(path: Path, mode: Literal["rb", "r+b"] = "rb") -> IO[bytes]:
    """Open a file of ours to read or to go on writing.

    Raises:
        FileNotFoundError: there is none.
        StoreError: it is a link or no file.
        OSError: it cannot be opened.
    """
    try:
        descriptor = open_ordinary(path, os.O_RDONLY if mode == "rb" else os.O_RDWR)
    except NotOrdinaryFile:
        raise strange(path) from None
    if mode != "rb" and has_other_names(descriptor):
        os.close(descriptor)
        raise strange(path)
    return os.fdopen(descriptor, mode)


def present(path: Path) -> bool:
    """Return whether something has that name, be it a link that leads nowhere."""
    return os.path.lexists(path)


def strange(path: Path) -> StoreError:
    """Make the error of a file that no export has made."""
    return StoreError(f"{path} is a link or no file, and no export made it; delete it")


def encode(records: Iterable[Any]) -> bytes:
    """Return records as JSON Lines, text as it is (not as escapes)."""
    return b"\n".join([*map(line_of, records), b""])


def line_of(record: Any) -> bytes:
    """Return the JSON of a record on one line."""
    return record.json if record.__class__ is JsonLine else dumps(unstructure(record))


def write_json(path: Path, value: object, *, indent: int | None = 2) -> None:
    """Write one JSON value in one piece: beside its place first, then moved there."""
    part = path.with_name(f".{path.name.removeprefix('.')}.part")
    text = json.dumps(value, indent=indent, ensure_ascii=False) + "\n"
    with replaced(path, part, SHARED, durable=False) as file:
        file.write(text.encode(errors="backslashreplace"))


async def threaded(work: Callable[[], T]) -> T:
    """Do the work in a thread; a cancelled caller waits for its end, since a thread cannot be stopped and uses the files."""
    return await finished(asyncio.to_thread(work))


async def finished(work: Coroutine[Any, Any, T]) -> T:
    """Run the work to its end, also when the caller is cancelled meanwhile; the cancellation follows then."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait([task])
        if not task.cancelled():
            task.exception()  # looked at, or the loop complains
        raise
