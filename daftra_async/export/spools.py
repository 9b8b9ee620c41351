"""Temporary folders of this machine for spools; those of killed processes are removed by the next one."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

from daftra_async._files import has_locks
from daftra_async.errors import ArgumentError
from daftra_async.export.lock import NAME, FolderLock

_PREFIX: Final = "daftra-export-"


class TemporaryFolder:
    """A folder of this process, made now. It is locked, so a folder that is not belongs to a process that was killed.

    Raises:
        OSError: it cannot be made.
    """

    def __init__(self) -> None:
        _sweep(Path(tempfile.gettempdir()))
        # Others do not know it by that name: without a lock they would take it for a left one.
        made = Path(tempfile.mkdtemp(prefix=f".{_PREFIX}"))
        self._lock = FolderLock(made)
        self._lock.acquire()
        self.path = made.rename(made.with_name(made.name.removeprefix(".")))

    def remove(self) -> None:
        """Remove it with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.release()


def _sweep(parent: Path) -> None:
    """Remove the folders that killed processes of this user have left."""
    if not has_locks():
        return
    for folder in parent.glob(f"{_PREFIX}*"):
        # Others may remove it at the same time, or still work in it.
        with contextlib.suppress(OSError, ArgumentError):
            if folder.is_symlink() or folder.stat().st_uid != os.getuid() or not (folder / NAME).exists():
                continue
            lock = FolderLock(folder)
            lock.acquire()
            shutil.rmtree(folder, ignore_errors=True)
            lock.release()
