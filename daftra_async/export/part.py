"""The file that the pages of a resource are appended to while it is fetched.

Each page is on the disk before the manifest says so. What a killed process has appended beyond its last checkpoint is cut off
when the export is resumed.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from typing import IO, TYPE_CHECKING

from daftra_async.export.files import create, reopen, threaded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from daftra_async.export.protocols import Checkpoint, Job, Written


class PartFile:
    """A file that grows by pages.

    Args:
        path: Beside the final place of the resource.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] | None = None

    def begin(self, job: Job, checkpoint: Checkpoint | None) -> Checkpoint | None:
        """Open it, cut to what the checkpoint says, and return that; None without a usable one, when it is emptied."""
        usable = checkpoint is not None and job.resume and checkpoint.fingerprint == job.fingerprint
        if usable and checkpoint is not None and self._reopen(checkpoint.offset):
            return checkpoint
        self._file = create(self.path)
        return None

    def _reopen(self, offset: int) -> bool:
        try:
            file = reopen(self.path, "r+b")
        except FileNotFoundError:
            return False
        if os.fstat(file.fileno()).st_size < offset:
            file.close()
            return False
        file.truncate(offset)
        file.seek(offset)
        self._file = file
        return True

    def append(self, parts: Iterable[bytes]) -> int:
        """Append to it, and return by how much it grew."""
        assert self._file is not None, "used before begin, or after the end"
        return sum(map(self._file.write, parts))

    def synchronise(self) -> None:
        """Wait until all is on the disk."""
        assert self._file is not None, "as above"
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close it; what was appended is complete."""
        assert self._file is not None, "as above"
        self._file.close()
        self._file = None

    def abandon(self) -> None:
        """Close it for the next run, whatever happened."""
        file, self._file = self._file, None
        try:
            if file is not None:
                file.close()
        except OSError:
            return  # the disk is full: what was not written is beyond the last checkpoint


class SpoolSink(ABC):
    """The common part of all sinks for files: pages are appended to a spool, and the files are made from it at the end.

    Args:
        job: The resource.
        folder: Where its files go.
        kind: Suffix of the spool.
    """

    def __init__(self, job: Job, folder: Path, kind: str) -> None:
        self._job = job
        self._part = PartFile(folder / f".{job.target.stem}.{kind}.part")
        self._merged = folder / f".{job.target.stem}.{kind}.merge"
        self._at: Checkpoint | None = None

    async def begin(self, checkpoint: Checkpoint | None) -> Checkpoint | None:
        """Open the spool, cut to what the checkpoint says; without a usable one it is emptied."""
        self._at = self._part.begin(self._job, checkpoint)
        return self._at

    async def ids(self) -> list[str]:
        """Return the ids of the records that are in the spool already."""
        return await threaded(self._ids)

    async def finish(self) -> Written:
        """Put the complete files into their places."""
        self._part.close()
        return await threaded(self._publish)

    async def abandon(self) -> None:
        """Close the spool and leave it for the next run."""
        self._part.abandon()

    @property
    def _to_merge(self) -> bool:
        # Rows may have moved while the list was read: of records that came twice the last one counts.
        return self._job.incremental or (self._at is not None and self._at.doubled > 0)

    @abstractmethod
    def _ids(self) -> list[str]:
        """Read the ids in the spool."""

    @abstractmethod
    def _publish(self) -> Written:
        """Make the files of the complete spool, and remove it."""
