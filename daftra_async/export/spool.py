"""One resource on its way into files.

Pages are appended to a spool of JSON Lines beside the final place (`.clients.jsonl.part`), each of them on the disk before the
manifest says so. In the end the spool is moved into place, or converted. What a killed process has appended beyond its last
checkpoint is cut off when the export is resumed.
"""

from __future__ import annotations

import asyncio
import os
from typing import IO, TYPE_CHECKING, Any, Final

from daftra_async.errors import ArgumentError
from daftra_async.export.files import create, encode, present, reopen, threaded
from daftra_async.export.merge import identities, merge
from daftra_async.export.protocols import StoreError, Written
from daftra_async.export.tabular import table_of
from daftra_async.wire import census, structure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from daftra_async.export.protocols import Checkpoint, Job
    from daftra_async.export.tabular.files import TableFiles

_SLICE: Final = 100
"""Records encoded at a stretch: a page can take half a second, and the other resources go on in between."""


class FileSink:
    """Takes one resource into files of a folder.

    Args:
        job: The resource.
        folder: Where its files go.
        files: How the final files are made of the complete spool; None leaves them JSON Lines.
    """

    def __init__(self, job: Job, folder: Path, files: TableFiles | None) -> None:
        self._job = job
        self._folder = folder
        self._files = files
        stem = job.target.stem
        self._final = folder / f"{stem}.jsonl"
        self._part = folder / f".{stem}.jsonl.part"
        self._merged = folder / f".{stem}.jsonl.merge"
        self._base = self._final if files is None else folder / f".{stem}.jsonl"
        self._file: IO[bytes] | None = None
        self._records = 0
        self._doubled = False
        """A record came twice."""

    async def begin(self, checkpoint: Checkpoint | None) -> Checkpoint | None:
        """Open the spool, cut to what the checkpoint says; without a usable one it is emptied."""
        job = self._job
        if (
            checkpoint is not None
            and job.resume
            and checkpoint.fingerprint == job.fingerprint
            and self._reopen(checkpoint.offset)
        ):
            self._note(checkpoint)
            return checkpoint
        self._file = create(self._part)
        return None

    def _reopen(self, offset: int) -> bool:
        try:
            file = reopen(self._part, "r+b")
        except FileNotFoundError:
            return False
        if os.fstat(file.fileno()).st_size < offset:
            file.close()
            return False
        file.truncate(offset)
        file.seek(offset)
        self._file = file
        return True

    async def ids(self) -> list[str]:
        """Return the ids of the records that are in the spool already."""

        def look() -> list[str]:
            with reopen(self._part) as file:
                return identities(file)

        return await threaded(look)

    async def write(self, records: Sequence[Any], checkpoint: Checkpoint) -> int:
        """Append the records, and wait until they are on the disk."""
        file = self._open()
        size = 0
        for start in range(0, len(records), _SLICE):
            size += file.write(encode(records[start : start + _SLICE]))
            await asyncio.sleep(0)
        if records:
            await threaded(lambda: _synchronise(file))
        self._note(checkpoint)
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

    def _note(self, checkpoint: Checkpoint) -> None:
        self._records, self._doubled = checkpoint.records, checkpoint.doubled > 0

    def _open(self) -> IO[bytes]:
        assert self._file is not None, "used before begin, or after the end"
        return self._file

    def _publish(self) -> Written:
        source, records = self._part, self._records
        try:
            if self._job.incremental:
                self._restore_base()
                records = merge(self._base, self._part, self._merged)
                source = self._merged
            elif self._doubled:
                # Rows moved while the list was read; of records that came twice the last one counts.
                records = merge(None, self._part, self._merged)
                source = self._merged
            written = self._place(source, records)
            self._part.unlink(missing_ok=True)
        finally:
            self._merged.unlink(missing_ok=True)
        return written

    def _restore_base(self) -> None:
        """Make what to merge into of the files that an earlier run left, where it has kept nothing beside them."""
        files, model = self._files, self._job.model
        if files is None or present(self._base):
            return
        main = self._folder / f"{self._job.target.stem}.{files.suffix}"
        if not main.is_file():
            return
        try:
            # What is read from our own file must not be counted again.
            with census.counting({}), create(self._merged) as file:
                for row in files.rows(main, table_of(model)):
                    file.write(encode([row if model is None else structure(model, row)]))
        except ArgumentError as error:
            msg = f"{main}: it cannot be merged into ({error})"
            raise StoreError(msg) from None
        os.replace(self._merged, self._base)  # noqa: PTH105  # the name says that it takes the place of an old file

    def _place(self, source: Path, records: int) -> Written:
        if self._files is None:
            size = source.stat().st_size
            os.replace(source, self._final)  # noqa: PTH105  # as above
            return Written(name=self._final.name, records=records, bytes=size)
        written = self._files.convert(source, self._job, self._folder)
        if self._job.keep:
            os.replace(source, self._base)  # noqa: PTH105  # as above
        else:
            self._base.unlink(missing_ok=True)  # of an earlier run that kept them: it is out of date now
        return written


def _synchronise(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())
