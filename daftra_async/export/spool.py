"""One resource on its way into a file of JSON Lines.

Pages are appended to a spool beside the final place (`.clients.jsonl.part`); in the end it is moved there.
"""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Any, Final

from daftra_async.export.files import encode, reopen, threaded
from daftra_async.export.merge import identities, merge
from daftra_async.export.part import SpoolSink
from daftra_async.export.protocols import Written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from daftra_async.export.protocols import Checkpoint, Job

_SLICE: Final = 100
"""Records encoded at a stretch: a page can take half a second, and the other resources go on in between."""


class FileSink(SpoolSink):
    """Takes one resource into a file of JSON Lines.

    Args:
        job: The resource.
        folder: Where its file goes.
    """

    form: Final = "lines"

    def __init__(self, job: Job, folder: Path) -> None:
        super().__init__(job, folder, "jsonl")
        self._final = folder / f"{job.target.stem}.jsonl"

    async def write(self, records: Sequence[Any], checkpoint: Checkpoint) -> int:
        """Append records, or lines of JSON, and wait until they are on the disk."""
        size = 0
        for start in range(0, len(records), _SLICE):
            size += self._part.append([encode(records[start : start + _SLICE])])
            await asyncio.sleep(0)
        if records:
            await threaded(self._part.synchronise)
        self._at = checkpoint
        return size

    def _ids(self) -> list[str]:
        with reopen(self._part.path) as file:
            return identities(file)

    def _publish(self) -> Written:
        source, records = self._part.path, self._at.records if self._at else 0
        try:
            if self._to_merge:
                records = merge(self._final if self._job.incremental else None, source, self._merged)
                source = self._merged
            size = source.stat().st_size
            os.replace(source, self._final)  # noqa: PTH105  # the name says that it takes the place of an old file
            self._part.path.unlink(missing_ok=True)
        finally:
            self._merged.unlink(missing_ok=True)
        return Written(name=self._final.name, records=records, bytes=size)
