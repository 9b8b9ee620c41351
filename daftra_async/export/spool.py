"""One resource on its way into files.

Pages are appended to a spool of JSON Lines beside the final place (`.clients.jsonl.part`), each of them on the disk before the
manifest says so. In the end the spool is moved into place, or converted. What a killed process has appended beyond its last
checkpoint is cut off when the export is resumed.
"""

from __future__ import annotations

import asyncio
import os
from typing import IO, TYPE_CHECKING, Any, Final

from daftra_async.export.files import encode, threaded
from daftra_async.export.merge import merge
from daftra_async.export.store import Written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from daftra_async.export.store import Checkpoint, Convert, Job

_SLICE: Final = 100
"""Records encoded at a stretch: a page can take half a second, and the other resources go on in between."""


class FileSink:
    """Takes one resource into files of a folder.

    Args:
        job: The resource.
        folder: Where its files go.
        convert: Makes the final files of the complete spool; None leaves them JSON Lines.
    """

    def __init__(self, job: Job, folder: Path, convert: Convert | None) -> None:
        self._job = job
        self._folder = folder
        self._convert = convert
        stem = job.target.stem
        self._final = folder / f"{stem}.jsonl"
        self._part = folder / f".{stem}.jsonl.part"
        self._merged = folder / f".{stem}.jsonl.merge"
        self._base = self._final if convert is None else folder / f".{stem}.jsonl"
        self._file: IO[bytes] | None = None
        self._records = 0

    async def begin(self, checkpoint: Checkpoint | None) -> Checkpoint | None:
        """Open the spool, cut to what the checkpoint says; without a usable one it is emptied."""
        job = self._job
        if (
            checkpoint is not None
            and job.resume
            and checkpoint.fingerprint == job.fingerprint
            and self._reopen(checkpoint.offset)
        ):
            self._records = checkpoint.records
            return checkpoint
        self._file = self._part.open("wb")
        return None

    def _reopen(self, offset: int) -> bool:
        try:
            if self._part.stat().st_size < offset:
                return False
            self._file = self._part.open("r+b")
        except FileNotFoundError:
            return False
        self._file.truncate(offset)
        self._file.seek(offset)
        return True

    async def write(self, records: Sequence[Any], checkpoint: Checkpoint) -> int:
        """Append the records, and wait until they are on the disk."""
        file = self._open()
        size = 0
        for start in range(0, len(records), _SLICE):
            size += file.write(encode(records[start : start + _SLICE]))
            await asyncio.sleep(0)
        if records:
            await threaded(lambda: _synchronise(file))
        self._records = checkpoint.records
        return size

    async def finish(self) -> Written:
        """Put the complete files into their places."""
        self._open().close()
        self._file = None
        return await threaded(self._publish)

    async def abandon(self) -> None:
        """Close the spool and leave it for the next run."""
        if self._file is not None:
            file, self._file = self._file, None
            try:
                file.close()
            except OSError:
                return  # the disk is full: what was not written is beyond the last checkpoint

    def _open(self) -> IO[bytes]:
        assert self._file is not None, "used before begin, or after the end"
        return self._file

    def _publish(self) -> Written:
        source, records = self._part, self._records
        try:
            if self._job.incremental:
                records = merge(self._base, self._part, self._merged)
                source = self._merged
            written = self._place(source, records)
            self._part.unlink(missing_ok=True)
        finally:
            self._merged.unlink(missing_ok=True)
        return written

    def _place(self, source: Path, records: int) -> Written:
        if self._convert is None:
            size = source.stat().st_size
            os.replace(source, self._final)  # noqa: PTH105  # the name says that it takes the place of an old file
            return Written(name=self._final.name, records=records, bytes=size)
        written = self._convert(source, self._job, self._folder)
        if self._job.keep:
            os.replace(source, self._base)  # noqa: PTH105  # as above
        return written


def _synchronise(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())
