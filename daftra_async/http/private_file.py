"""Files that hold secrets: nobody else can read them, and nobody can put something else in their place.

What lies at the path may have been put there by somebody else: a link to another file, a pipe that never ends. So it is opened
without following links and without waiting, looked at, and only then read.
"""

from __future__ import annotations

import contextlib
import json
import os
from typing import TYPE_CHECKING, Any, Final, cast

from daftra_async._files import NotOrdinaryFile, open_ordinary
from daftra_async.errors import TokenStoreError
from daftra_async.redaction.shown import SecretBytes, hidden

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_LONGEST: Final = 4 * 1024 * 1024
"""Bytes; a file of tokens has some hundred for each login."""


@contextlib.contextmanager
def opened(path: Path, flags: int) -> Generator[int]:
    """Open a regular file and give its descriptor; what the flags make is for its owner alone.

    Raises:
        TokenStoreError: it is a link, a pipe, a folder or a device.
        OSError: it cannot be opened.
    """
    try:
        descriptor = open_ordinary(path, flags)
    except NotOrdinaryFile as error:
        msg = f"{path}: it cannot be read or written, since it is {error}; remove it, or name another file"
        raise TokenStoreError(msg) from None
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def read_private(path: Path, what: str, advice: str) -> SecretBytes | None:
    """Return what a file holds that only its owner can read; None if there is none.

    Args:
        path: The file.
        what: What it holds, for errors: "the tokens".
        advice: What to do about a file that others can read.

    Raises:
        TokenStoreError: others can read it, it cannot be read, or it is not a file.
    """
    try:
        with opened(path, os.O_RDONLY) as descriptor:
            mode = os.fstat(descriptor).st_mode & 0o777
            if os.name != "nt" and mode & 0o077:
                msg = f"{path}: others can read it (mode {mode:04o}); {advice}"
                raise TokenStoreError(msg)
            with os.fdopen(os.dup(descriptor), "rb") as file:
                content = SecretBytes(file.read(_LONGEST + 1))
    except FileNotFoundError:
        return None
    except OSError as error:
        msg = f"{path}: {what} cannot be read ({error.strerror or type(error).__name__})"
        raise TokenStoreError(msg) from error
    if len(content) > _LONGEST:
        msg = f"{path}: it is longer than {_LONGEST} bytes, so it holds something else"
        raise TokenStoreError(msg)
    return content


def json_object(content: SecretBytes) -> dict[str, Any] | None:
    """Return the JSON object of such a file, its texts secret; None if it holds something else."""
    try:
        found = json.loads(content)
        return hidden(cast("dict[str, Any]", found)) if isinstance(found, dict) else None
    except (ValueError, RecursionError):
        return None
