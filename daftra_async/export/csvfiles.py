"""Reads CSV: a file a table, as RFC 4180 has it, in UTF-8.

An empty field is null, `""` is empty text, as in PostgreSQL's COPY. Python's `csv` module reads both as empty text, so it is not
used here. Apostrophes that `csv_writer` added for spreadsheets are removed again.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from daftra_async.errors import ArgumentError
from daftra_async.export.tabular.files import read_packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from daftra_async.wire.columns.layout import Column, Table
    from daftra_async.wire.columns.packing import Packed

_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""How text begins that a spreadsheet computes; the wide forms of the four signs count too."""
_FIELD: Final = re.compile(r'"([^"]*(?:""[^"]*)*)"|([^,]*)')


def packed(path: Path, table: Table, *, safe: bool = False) -> Iterator[tuple[str, Packed]]:
    """Yield the key and the columns of each record of a file (that was written so, if `safe`), as texts.

    Raises:
        ArgumentError: no export wrote the file.
        OSError: it cannot be read.
    """
    return read_packed(path, table, partial(_rows, safe=safe))


def _original(field: str | None) -> str | None:
    """Return text as it was before it was made safe."""
    return field[1:] if field and field[0] == "'" and _FORMULA.match(field) is not None else field


def _rows(path: Path, columns: tuple[Column, ...], *, safe: bool) -> Iterator[Sequence[str | None]]:
    """Yield rows by the columns asked for; values stay text, which the wire layer reads."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        records = _records(path, file)
        nothing: list[str | None] = []
        header = next(records, nothing)
        if columns[0].name not in header:
            msg = f"path: {path.name} has no column {columns[0].name}; expected a file that an export wrote"
            raise ArgumentError(msg, "path")
        places = [header.index(column.name) if column.name in header else None for column in columns]
        for record in records:
            if len(record) != len(header):
                raise _malformed(path)
            fields = list(map(_original, record)) if safe else record
            yield [None if at is None else fields[at] for at in places]


def _records(path: Path, file: Iterator[str]) -> Iterator[list[str | None]]:
    """Yield the fields of each record, which ends with the first line that leaves no quotation open."""
    lines: list[str] = []
    quoted = False
    for line in file:
        lines.append(line)
        quoted ^= line.count('"') % 2 == 1
        if not quoted:
            yield _split(path, "".join(lines).removesuffix("\n").removesuffix("\r"))
            lines.clear()
    if lines:
        raise _malformed(path)


def _split(path: Path, text: str) -> list[str | None]:
    fields: list[str | None] = []
    at = 0
    while True:
        match = _FIELD.match(text, at)
        assert match is not None, "the pattern matches nothing at all too"
        fields.append(match[1].replace('""', '"') if match[1] is not None else match[2] or None)
        at = match.end()
        if at >= len(text):
            return fields
        if text[at] != ",":
            raise _malformed(path)
        at += 1


def _malformed(path: Path) -> ArgumentError:
    msg = f"path: {path.name} is malformed; expected CSV with the same number of fields in each row"
    return ArgumentError(msg, "path")
