"""CSV files as people have them: in UTF-8 with or without a mark, in the Arabic encoding of Windows, with three separators."""

from __future__ import annotations

import codecs
import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async._words import given
from daftra_async.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from daftra_async.importing.cells import Cell

_DELIMITERS: Final = (",", ";", "\t", "|")
_CHUNK: Final = 1024 * 1024
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ARABIC_WINDOWS: Final = "cp1256"
_ARABIC: Final = re.compile("[\u0621-\u0652]")
_OTHER: Final = re.compile("[^\x00-\x7f\u0621-\u0652\u060c\u061b\u061f\xa0]")
_TOLD: Final = re.compile(r"sep=(.)")
"""A first line that names the separator to Excel."""


@attrs.frozen
class CsvTable:
    """A CSV file."""

    _path: Path
    encoding: str
    delimiter: str
    note: str | None
    _skip: int
    epoch_1904: bool = False

    def rows(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Give the rows; a cell may hold line breaks.

        Raises:
            ArgumentError: it is not CSV, or not in this encoding.
        """
        with self._path.open(newline="", encoding=self.encoding) as file:
            for _ in range(self._skip):
                file.readline()
            reader = csv.reader(file, delimiter=self.delimiter)
            number = self._skip
            try:
                for cells in reader:
                    number += 1
                    yield number, cells
            except csv.Error as error:
                msg = f"file: row {number + 1} is not CSV: {error}"
                raise ArgumentError(msg, "path") from None
            except UnicodeError:
                msg = f"file: after row {number} it is not in {self.encoding}; say its encoding ({given('encoding')})"
                raise ArgumentError(msg, "encoding") from None


def open_csv(path: Path, encoding: str | None, delimiter: str | None) -> CsvTable:
    """Find out encoding and separator of a CSV file, unless they are given.

    Raises:
        ArgumentError: there is no such encoding, the separator is none, or the encoding cannot be told.
        OSError: the file cannot be read.
    """
    note = None
    if encoding is None:
        encoding, note = _encoding(path)
    else:
        _check(encoding)
    if delimiter is not None and (len(delimiter) != 1 or delimiter in '"\r\n\0'):
        msg = f"delimiter: {delimiter!r:.60} was given; expected one character such as , or ;"
        raise ArgumentError(msg, "delimiter")
    try:
        with path.open(newline="", encoding=encoding) as file:
            first = file.readline(_CHUNK)
    except UnicodeError:
        msg = f"file: it is not in {encoding}; say its encoding ({given('encoding')})"
        raise ArgumentError(msg, "encoding") from None
    told = _TOLD.fullmatch(first.strip("\r\n"))
    if told is not None:
        return CsvTable(path, encoding, delimiter or told[1], note, 1)
    return CsvTable(path, encoding, delimiter or _delimiter(first), note, 0)


def _check(encoding: str) -> None:
    try:
        known = codecs.lookup(encoding)
    except LookupError:
        known = None
    if known is None or not getattr(known, "_is_text_encoding", True):
        msg = f"encoding: {encoding!r:.60} is unknown; expected utf-8, cp1256, utf-16 and the like"
        raise ArgumentError(msg, "encoding")


def _encoding(path: Path) -> tuple[str, str | None]:
    """Return the encoding of a file, and what is to be said about it."""
    with path.open("rb") as file:
        start = file.read(4)
        for mark, name in _MARKS:
            if start.startswith(mark):
                return name, None
    if _decodes(path, "utf-8"):
        return "utf-8", None
    if _is_arabic(path):
        return _ARABIC_WINDOWS, f"the file was read as {_ARABIC_WINDOWS} (Arabic Windows); {given('encoding')} names another"
    msg = f"encoding: the file is neither UTF-8 nor Arabic in {_ARABIC_WINDOWS}; say its encoding ({given('encoding', 'cp1252')})"
    raise ArgumentError(msg, "encoding")


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _is_arabic(path: Path) -> bool:
    """Return whether most of what is beyond ASCII are Arabic letters, read as the Arabic Windows writes them."""
    arabic = other = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            text = chunk.decode(_ARABIC_WINDOWS, "replace")
            arabic += len(_ARABIC.findall(text))
            other += len(_OTHER.findall(text))
    return arabic > 2 * other


def _delimiter(line: str) -> str:
    """Return the separator that divides the line of headers into most parts."""

    def parts(delimiter: str) -> int:
        try:
            return len(next(iter(csv.reader([line], delimiter=delimiter)), ()))
        except csv.Error:
            return 0

    return max(_DELIMITERS, key=parts)
