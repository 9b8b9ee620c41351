"""The result file of an import: what became of each row.

It is the journal while an import runs: a line is added before a record is sent and one when its fate is known, and each is on
disk before the import goes on. So after a crash it tells which rows may have been written. When the import ends, the last line of
each row stays. It holds no values of the table but the keys, and those only where the field is not personal.
"""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import os
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async._files import try_lock
from daftra_async._words import given
from daftra_async.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

COLUMNS: Final = ("row", "key", "outcome", "id", "message", "time", "check")
SENDING: Final = "sending"
UNKNOWN: Final = "unknown"
_MARK: Final = "\ufeff"
"""By which Excel knows the file as UTF-8."""
_FORMULAS: Final = tuple("=+-@\t\r")


@attrs.frozen(kw_only=True)
class Line:
    """What became of one row."""

    row: int
    key: str = ""
    outcome: str
    id: str = ""
    message: str = ""
    check: str = ""
    """Of rows without a key: tells whether the row is still the same."""


@attrs.define
class Past:
    """What an earlier import has left in the result file."""

    open: dict[int, dt.datetime] = attrs.field(factory=dict[int, dt.datetime])
    """When the rows were sent whose outcome is unknown."""
    rows: dict[int, tuple[str, str, str]] = attrs.field(factory=dict[int, "tuple[str, str, str]"])
    """Check, outcome and id of rows without a key."""

    def take(self, line: Line, moment: dt.datetime) -> None:
        """Take a line; later ones of a row count."""
        if line.outcome in {SENDING, UNKNOWN}:
            self.open[line.row] = moment
        else:
            self.open.pop(line.row, None)
        if line.check:
            self.rows[line.row] = (line.check, line.outcome, line.id)

    def age(self) -> float:
        """Return the seconds since the last of the open rows was sent; infinite when there is none."""
        if not self.open:
            return float("inf")
        return (dt.datetime.now(dt.UTC) - max(self.open.values())).total_seconds()


class Journal:
    """The result file, open for one import at a time.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: TextIO | None = None
        self._is_empty = False
        """It was made now, and nothing was written to it."""

    def open(self) -> Past:
        """Open the file for this import alone, and return what an earlier one has left in it.

        Raises:
            ArgumentError: another import has it, or it is no result file.
            OSError: it cannot be made.
        """
        file = self.path.open("a+", newline="", encoding="utf-8")
        try:
            _lock(file, self.path)
            file.seek(0)
            past, whole = _read(file, self.path)
            file.seek(0, os.SEEK_END)
            if file.tell() == 0:
                self._is_empty = True
                file.write(_MARK)
                csv.writer(file).writerow(COLUMNS)
            elif not whole:
                file.write("\r\n")  # after a line that a crash has cut off
        except BaseException:
            file.close()
            raise
        self._file = file
        return past

    def write(self, lines: Iterable[Line]) -> None:
        """Add lines; they are on disk when this returns."""
        assert self._file is not None
        self._is_empty = False
        csv.writer(self._file).writerows(map(_cells, lines))
        self._file.flush()
        os.fsync(self._file.fileno())

    def finish(self, lines: Iterable[Line]) -> None:
        """Put one line for each row in place of what was added on the way."""
        beside = self.path.with_name(f"{self.path.name}.new")
        with beside.open("w", newline="", encoding="utf-8") as file:
            file.write(_MARK)
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            writer.writerows(map(_cells, lines))
            file.flush()
            os.fsync(file.fileno())
        self._is_empty = False
        self.close()
        beside.replace(self.path)

    def close(self) -> None:
        """Give the file back, one that nothing was written to removed; without effect when it is closed."""
        if self._file is not None:
            self._file.close()
            self._file = None
            if self._is_empty:
                self.path.unlink(missing_ok=True)


def _lock(file: TextIO, path: Path) -> None:
    if not try_lock(file.fileno()):
        msg = f"results: another import is writing {path.name}; wait for its end, or name another file ({given('results')})"
        raise ArgumentError(msg, "results")


def _read(file: TextIO, path: Path) -> tuple[Past, bool]:
    """Return what the file tells, and whether its last line is whole."""
    past, last = Past(), "\n"

    def lines() -> Iterator[str]:
        nonlocal last
        for text in file:
            last = text
            yield text.removeprefix(_MARK)

    reader = csv.reader(lines())
    header = next(reader, None)
    if header is not None and tuple(header) != COLUMNS:
        msg = f"results: {path.name} is no result file of an import; move it away, or name another file ({given('results')})"
        raise ArgumentError(msg, "results")
    for cells in reader:
        with contextlib.suppress(ValueError):  # a line that a crash has cut off
            row, key, outcome, identity, message, moment, check = cells
            line = Line(row=int(row), key=key, outcome=outcome, id=identity, message=message, check=check)
            past.take(line, dt.datetime.fromisoformat(moment))
    return past, last.endswith("\n")


def _cells(line: Line) -> tuple[object, ...]:
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    return (line.row, _safe(line.key), line.outcome, line.id, _safe(line.message), now, line.check)


def _safe(text: str) -> str:
    """Return text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(_FORMULAS) else text
