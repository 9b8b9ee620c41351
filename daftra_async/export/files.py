"""Files that are there completely or not at all."""

from __future__ import annotations

import json
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


def write_json(path: Path, value: object) -> None:
    """Write one JSON value, readable and in one piece: beside its place first, as `JsonLinesFile` does."""
    part = _part(path)
    try:
        part.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", "utf-8", errors="backslashreplace")
        os.replace(part, path)  # noqa: PTH105  # the name says that it takes the place of an old file
    finally:
        part.unlink(missing_ok=True)


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


class JsonLinesFile:
    """A file of one record a line, written beside its place and moved there at the end.

    The name beside is always the same, so that a killed run leaves no pile: one export at a time in one folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = _part(path)
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
