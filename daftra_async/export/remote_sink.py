"""The sink of places that cannot append: a resource is spooled here, and its files are uploaded when it is complete."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from daftra_async.export.protocols import Checkpoint, Job, Written
    from daftra_async.export.remote import RemoteStore
    from daftra_async.export.spool import FileSink
    from daftra_async.export.tabular.sink import ColumnSink
    from daftra_async.wire.columns.batches import Batches


class RemoteSink:
    """Takes one resource into a folder of its own on this machine, where `local` makes its files, and has them uploaded."""

    def __init__(self, job: Job, spool: Path, local: FileSink | ColumnSink, store: RemoteStore) -> None:
        self.form = local.form
        self._job = job
        self._spool = spool
        self._local: Any = local  # both take pages of their own form
        self._store = store

    async def begin(self, checkpoint: Checkpoint | None) -> Checkpoint | None:
        """Open the spool."""
        found: Checkpoint | None = await self._local.begin(checkpoint)
        return found

    async def write(self, records: Sequence[Any] | Batches, checkpoint: Checkpoint) -> int:
        """Append a page to the spool."""
        size: int = await self._local.write(records, checkpoint)
        return size

    async def finish(self) -> Written:
        """Make the files and upload them."""
        if self._job.incremental:
            await self._store.fetch(self._job, self._spool)
        written: Written = await self._local.finish()
        await self._store.publish(self._job, self._spool)
        shutil.rmtree(self._spool, ignore_errors=True)
        return written

    async def abandon(self) -> None:
        """Close the spool."""
        await self._local.abandon()
