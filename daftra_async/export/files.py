"""Files that are there completely or not at all."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING, Any, Self

from daftra_async.wire import dumps, unstructure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import TracebackType


def encode(records: Iterable[Any]) -> bytes:
    """Return records as JSON Lines, text as it is (not as escapes)."""
    return b"".join(line for record in records for line in (dumps(unstructure(record)), b"\n"))


class JsonLinesFile:
    """A file of one record a line, written beside its place and moved there at the end.

    The name beside is always the same, so that a killed run leaves no pile: one export at a time in one folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = path.with_name(f".{path.name}.part")
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        self._file = self.part.open("wb")
        return self

    def write(self, records: Iterable[Any]) -> int:
        """Append the records and return the bytes this took."""
        assert self._file is not None, "used outside of its `with` block"
        data = encode(records)
        self._file.write(data)
        return len(data)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        assert self._file is not None
        try:
            self._file.close()
            if kind is None:
                os.replace(self.part, self.path)  # noqa: PTH105  # the name says that it takes the place of an old file
        finally:
            self.part.unlink(missing_ok=True)
