"""Writes the files of a resource, one a table, from its complete spool."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, Any, Protocol

from daftra_async.export.protocols import Written
from daftra_async.export.tabular.complete import batches_of, schemas_of
from daftra_async.wire.columns.batches import MAIN
from daftra_async.wire.columns.layout import table_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from daftra_async.export.protocols import Job

    OpenWriter = Callable[[Path, Any, Job], "TableWriter"]
    """Opens the writer of a table, given its file, its schema and the resource."""


class TableWriter(Protocol):
    """Writes the file of one table."""

    def write(self, batch: Any) -> None:
        """Append the rows of a record batch."""
        ...

    def close(self) -> None:
        """Write what is left and close the file."""
        ...


def write_files(spool: Path, job: Job, folder: Path, suffix: str, open_writer: OpenWriter) -> Written:
    """Write the files of a resource beside their places, then move all of them there, the main one last.

    One file is written at a time: several would hold as many row groups in memory.
    """
    schemas = schemas_of(table_of(job.model))
    names = {name: f"{job.target.stem}.{name}.{suffix}" if name else f"{job.target.stem}.{suffix}" for name in schemas}
    parts = {name: folder / f".{file}.part" for name, file in names.items()}
    rows = dict.fromkeys(names, 0)
    try:
        for name, schema in schemas.items():
            with closing(open_writer(parts[name], schema, job)) as writer:
                for batch in batches_of(spool, job, name):
                    writer.write(batch)
                    rows[name] += batch.num_rows
        size = sum(part.stat().st_size for part in parts.values())
        for name in [*names][::-1]:
            os.replace(parts[name], folder / names[name])  # noqa: PTH105  # takes the place of an old file
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return Written(name=names[MAIN], records=rows[MAIN], bytes=size)
