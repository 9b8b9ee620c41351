"""Files that are there completely or not at all, and work on them outside of the event loop."""

from __future__ import annotations

import asyncio
import json
import os
from typing import TYPE_CHECKING, Any, TypeVar

from daftra_async.wire import dumps, unstructure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

T = TypeVar("T")


def encode(records: Iterable[Any]) -> bytes:
    """Return records as JSON Lines, text as it is (not as escapes)."""
    return b"".join(line for record in records for line in (dumps(unstructure(record)), b"\n"))


def write_json(path: Path, value: object, *, indent: int | None = 2) -> None:
    """Write one JSON value in one piece: beside its place first, then moved there."""
    part = path.with_name(f".{path.name.removeprefix('.')}.part")
    try:
        part.write_text(json.dumps(value, indent=indent, ensure_ascii=False) + "\n", "utf-8", errors="backslashreplace")
        os.replace(part, path)  # noqa: PTH105  # the name says that it takes the place of an old file
    finally:
        part.unlink(missing_ok=True)


async def threaded(work: Callable[[], T]) -> T:
    """Do the work in a thread; a cancelled caller waits for its end, since a thread cannot be stopped and uses the files."""
    task = asyncio.ensure_future(asyncio.to_thread(work))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        if not task.cancelled():
            task.exception()  # looked at, or the loop complains
        raise
