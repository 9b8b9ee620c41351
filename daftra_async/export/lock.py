"""One export at a time in a folder."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Final, NoReturn

from daftra_async._files import NotOrdinaryFile, has_locks, has_other_names, open_ordinary, try_lock
from daftra_async._text import refuse
from daftra_async.export.files import strange

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = ".daftra-export.lock"


class FolderLock:
    """Keeps other exports out of a folder, those of other processes and of this one.

    The lock belongs to the open file, so it ends with its process, however that ends: what a killed run leaves is the file, with
    the number of a process that is gone, and stops nobody. Where there are no such locks (Windows), the file itself is the lock,
    and one that a killed run left has to be deleted by hand.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._file: int | None = None

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            ArgumentError: another export has it.
            OSError: the file cannot be made.
        """
        self._file = file = self._locked() if has_locks() else self._exclusive()
        os.ftruncate(file, 0)
        os.write(file, f"{os.getpid()}\n".encode())

    def release(self) -> None:
        """Give it back; without effect when it is not held."""
        if self._file is None:
            return
        file, self._file = self._file, None
        if not has_locks():
            os.close(file)  # Windows removes no open file
        with contextlib.suppress(OSError):
            self._path.unlink()
        if has_locks():
            os.close(file)

    def _locked(self) -> int:
        while True:
            file = self._open()
            try:
                if not try_lock(file):
                    holder = os.read(file, 20).decode("ascii", "replace").strip()
                    self._refuse(f"process {holder}" if holder else "another process")
                # The one who held it may have removed the file after it was opened here; then the lock is on nothing.
                with contextlib.suppress(FileNotFoundError):
                    if os.fstat(file).st_ino == self._path.stat().st_ino:
                        return file
            except BaseException:
                os.close(file)
                raise
            os.close(file)

    def _open(self) -> int:
        try:
            file = open_ordinary(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except NotOrdinaryFile:
            raise strange(self._path) from None
        # It is emptied and written to: no other name of it may be that of something else.
        if has_other_names(file):
            os.close(file)
            raise strange(self._path)
        return file

    def _exclusive(self) -> int:
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError:
            self._refuse(f"another process (delete {NAME} if there is none)")

    def _refuse(self, who: str) -> NoReturn:
        refuse("to", f"{who} is exporting into {self._path.parent}", "one export at a time in a folder")
