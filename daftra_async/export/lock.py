"""One export at a time in a folder."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import TYPE_CHECKING, Final, NoReturn

from daftra_async._text import refuse
from daftra_async.export.files import strange

try:
    import fcntl
except ImportError:  # Windows has no such locks
    fcntl = None  # type: ignore[assignment]  # Windows has none

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
        if fcntl is None:  # noqa: SIM108  # mypy takes the module for always there, in an expression
            file = self._exclusive()
        else:
            file = self._locked()
        self._file = file
        os.ftruncate(file, 0)
        os.write(file, f"{os.getpid()}\n".encode())

    def release(self) -> None:
        """Give it back; without effect when it is not held."""
        if self._file is None:
            return
        file, self._file = self._file, None
        if fcntl is None:
            os.close(file)  # Windows removes no open file
        with contextlib.suppress(OSError):
            self._path.unlink()
        if fcntl is not None:
            os.close(file)

    def _locked(self) -> int:
        assert fcntl is not None
        while True:
            file = self._open()
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                # The one who held it may have removed the file after it was opened here; then the lock is on nothing.
                if os.fstat(file).st_ino == self._path.stat().st_ino:
                    return file
                os.close(file)
            except FileNotFoundError:
                os.close(file)
            except BlockingIOError:
                holder = os.read(file, 20).decode("ascii", "replace").strip()
                os.close(file)
                self._refuse(f"process {holder}" if holder else "another process")
            except BaseException:
                os.close(file)
                raise

    def _open(self) -> int:
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o644)
        except OSError as error:
            if error.errno not in {errno.ELOOP, errno.EMLINK}:
                raise
            raise strange(self._path) from None
        about = os.fstat(file)
        # It is emptied and written to: no other name of it may be that of something else.
        if not stat.S_ISREG(about.st_mode) or about.st_nlink > 1:
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
