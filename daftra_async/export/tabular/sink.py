"""One resource on its way into files of tables.

Pages are appended to a spool of columns beside the final files (`.clients.arrow.part`), which are made of it in the end.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from daftra_async.errors import ArgumentError
from daftra_async.export.files import create, present, reopen, threaded
from daftra_async.export.part import SpoolSink
from daftra_async.export.protocols import StoreError
from daftra_async.export.tabular.merge import merge
from daftra_async.export.tabular.pages import StoredPage, keys_of, write_pages
from daftra_async.export.tabular.restore import restored
from daftra_async.wire.columns.arrow import release_unused
from daftra_async.wire.columns.batches import Batches
from daftra_async.wire.columns.encoder import batches_of
from daftra_async.wire.columns.keys import MADE
from daftra_async.wire.columns.layout import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from daftra_async.export.protocols import Checkpoint, Job, Written
    from daftra_async.export.tabular.files import TableFiles


class ColumnSink(SpoolSink):
    """Takes one resource into files of tables.

    Args:
        job: The resource.
        folder: Where its files go.
        files: How they are made of the complete spool.
    """

    form: Final = "columns"

    def __init__(self, job: Job, folder: Path, files: TableFiles) -> None:
        super().__init__(job, folder, "arrow")
        self._folder = folder
        self._files = files
        self._table = table_of(job.model)
        self._base = folder / f".{job.target.stem}.arrow"

    async def write(self, records: Sequence[Any] | Batches, checkpoint: Checkpoint) -> int:
        """Append records, or a page of columns, and wait until they are on the disk."""
        batches = records if isinstance(records, Batches) else batches_of(self._table, records)
        # Made here, in the memory that decoding has left: each thread takes memory of its own.
        parts = StoredPage.of(batches).parts() if batches.size else []
        size = await threaded(lambda: self._append(parts)) if parts else 0
        self._at = checkpoint
        return size

    def _append(self, parts: list[bytes]) -> int:
        size = self._part.append(parts)
        self._part.synchronise()
        return size

    def _ids(self) -> list[str]:
        with reopen(self._part.path) as file:
            return [key for keys in keys_of(file, self._table) for key in keys if key[0] != MADE]

    def _publish(self) -> Written:
        release_unused()  # what the pages took: this thread takes memory of its own
        source = self._part.path
        try:
            if self._to_merge:
                base = self._base if self._job.incremental and not self._files.merges else None
                if base is not None:
                    self._restore_base()
                merge(self._table, base, source, self._merged)
                source = self._merged
            written = self._files.convert(source, self._job, self._folder)
            if self._job.keep and not self._files.merges:
                os.replace(source, self._base)  # noqa: PTH105  # the name says that it takes the place of an old file
            else:
                self._base.unlink(missing_ok=True)  # of an earlier run that kept it: it is out of date now
            self._part.path.unlink(missing_ok=True)
        finally:
            self._merged.unlink(missing_ok=True)
        return written

    def _restore_base(self) -> None:
        """Make what to merge into of the files that an earlier run left, where it has kept nothing beside them."""
        main = self._folder / f"{self._job.target.stem}.{self._files.suffix}"
        if present(self._base) or not main.is_file():
            return
        if self._files.packed is None:
            msg = f"{main}: it cannot be merged into; delete it, and run the export again"
            raise StoreError(msg)
        try:
            with create(self._merged) as file:
                write_pages(file, restored(self._table, self._files.packed(main, self._table)))
        except (ArgumentError, ValueError) as error:
            msg = f"{main}: it cannot be merged into ({error})"
            raise StoreError(msg) from None
        os.replace(self._merged, self._base)  # noqa: PTH105  # as above
