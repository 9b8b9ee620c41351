"""Files that are replaced as a whole, opened without following links, and locked against other processes.

A folder may be shared, so what lies at a path may have been put there by somebody else: a link to another file, a pipe that never
ends, a second name of a file that others can open. Files are opened without following links and without waiting, and looked at
before they are read or written. Callers turn `NotOrdinaryFile` into an error of theirs.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

try:
    import fcntl
except ImportError:  # Windows has no such locks
    fcntl = None  # type: ignore[assignment]  # Windows has none

if TYPE_CHECKING:
    from collections.abc import Generator

# Windows lacks the first two, and others the third.
_SAFELY: Final = (
    getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
)


class NotOrdinaryFile(Exception):  # internal; callers make their own error of it
    """What lies there is a link, a pipe, a folder or a device."""


def open_ordinary(path: Path, flags: int, mode: int = 0o600) -> int:
    """Open an ordinary file and return its descriptor.

    Args:
        path: The file.
        flags: As for `os.open`.
        mode: Permissions of a file that the flags make.

    Raises:
        NotOrdinaryFile: it is something else; the text says what.
        OSError: it cannot be opened.
    """
    try:
        descriptor = os.open(path, flags | _SAFELY, mode)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.EMLINK}:
            msg = "a symbolic link"
            raise NotOrdinaryFile(msg) from None
        if error.errno in {errno.ENXIO, errno.EISDIR}:
            msg = "not an ordinary file"
            raise NotOrdinaryFile(msg) from None
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        msg = "not an ordinary file"
        raise NotOrdinaryFile(msg)
    return descriptor


def has_other_names(descriptor: int) -> bool:
    """Return whether the file has a second name (a hard link), by which others may be able to open it."""
    return os.fstat(descriptor).st_nlink > 1


def create(path: Path, mode: int = 0o600) -> IO[bytes]:
    """Open a new file to read and write; a file or link of that name is removed first.

    Raises:
        OSError: it cannot be made.
    """
    path.unlink(missing_ok=True)
    # Others who may create files here cannot put one under the name meanwhile.
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _SAFELY, mode), "w+b")


@contextlib.contextmanager
def replaced(path: Path, part: Path | None = None, mode: int = 0o600, *, durable: bool = True) -> Generator[IO[bytes]]:
    """Give a file to write that takes the place of `path` when the block ends; if it raises, nothing has changed.

    Args:
        path: The file; readers see the old one or the new one.
        part: Where it is written, in the same folder; what a killed run left there is removed. None takes a new name each time,
            for writers that do not exclude each other; the file is then for its owner alone.
        mode: Permissions, with `part`.
        durable: Wait until it is on disk.

    Raises:
        OSError: it cannot be written.
    """
    if part is None:
        # Made with mode 0600; in the same folder because only there a replacement is atomic.
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        part = Path(name)
        opened: IO[bytes] = os.fdopen(descriptor, "w+b")
    else:
        opened = create(part, mode)
    try:
        with opened as file:
            yield file
            file.flush()
            if durable:
                os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def has_locks() -> bool:
    """Return whether this system has locks on files."""
    return fcntl is not None


def try_lock(descriptor: int) -> bool:
    """Lock an open file against other processes; return whether it was free. Does nothing where there are no locks.

    The lock ends with the process that holds it, however that ends, or when the file is closed.
    """
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
