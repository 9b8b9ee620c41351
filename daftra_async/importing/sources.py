"""Tables in files: a row of headers, and rows of cells that are read as they are needed."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import attrs

from daftra_async._os_errors import sentence
from daftra_async.errors import ArgumentError
from daftra_async.importing import csv_source, xlsx_source

if TYPE_CHECKING:
    import os
    from collections.abc import Generator, Iterator, Sequence

    from daftra_async.importing.cells import Cell
    from daftra_async.importing.mapping import Mapping

MOST_BYTES: Final = 500 * 1000 * 1000
MOST_ROWS: Final = 1_048_576
"""Rows of a sheet of Excel; of a CSV file no more are read either."""
MOST_COLUMNS: Final = 1000


class Opened(Protocol):
    """A file that was opened as a table."""

    @property
    def note(self) -> str | None:
        """What was guessed about the file, for the user."""
        ...

    @property
    def epoch_1904(self) -> bool:
        """Numbers of days count from 1904."""
        ...

    def rows(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Give the number of each row, as a spreadsheet shows it, and its cells."""
        ...


@attrs.frozen
class Table:
    """A table: its headers, and what gives its rows."""

    headers: tuple[str, ...]
    opened: Opened
    _first: int

    def rows(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Give the rows below the headers, without empty ones.

        Raises:
            ArgumentError: there are too many.
        """
        with _readable():
            for count, (number, cells) in enumerate(self.opened.rows()):
                if count > MOST_ROWS:
                    msg = f"file: it has more than {MOST_ROWS:,} rows; divide it"
                    raise ArgumentError(msg, "path")
                if number > self._first and not _is_empty(cells):
                    yield number, cells


def open_table(path: str | os.PathLike[str], mapping: Mapping) -> Table:
    """Open a file and read its headers: the first row that is not empty.

    Raises:
        ArgumentError: it cannot be read, is no table, or is too large.
    """
    file = Path(path)
    with _readable():
        if file.stat().st_size > MOST_BYTES:
            msg = f"file: it is larger than {MOST_BYTES // 1_000_000} MB; divide it"
            raise ArgumentError(msg, "path")
        opened: Opened = (
            xlsx_source.open_xlsx(file, mapping.sheet)
            if xlsx_source.is_xlsx(file)
            else csv_source.open_csv(file, mapping.encoding, mapping.delimiter)
        )
        for number, cells in opened.rows():
            if not _is_empty(cells):
                headers = ["" if cell is None else str(cell).strip() for cell in cells]
                while headers and not headers[-1]:
                    headers.pop()
                if len(headers) > MOST_COLUMNS:
                    msg = f"file: it has {len(headers)} columns, and the most is {MOST_COLUMNS}"
                    raise ArgumentError(msg, "path")
                return Table(tuple(headers), opened, number)
    msg = "file: it is empty; its first row has to hold the headers of the columns"
    raise ArgumentError(msg, "path")


@contextlib.contextmanager
def _readable() -> Generator[None]:
    try:
        yield
    except OSError as error:
        msg = f"file: {sentence(error)}"
        raise ArgumentError(msg, "path") from None


def _is_empty(cells: Sequence[Cell]) -> bool:
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells)
