"""CSV: a file a table, as RFC 4180 has it, in UTF-8.

Nothing at all between two commas is null, `""` is empty text: PostgreSQL's COPY makes the same difference, and the `csv` module
of Python does not, which is why it is not used here. Values are not altered, unless they are to be safe in a spreadsheet: then
text that it would take for a formula gets an apostrophe before it, and so does text that would look as if it had got one.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from daftra_async.errors import ArgumentError
from daftra_async.export.files import create
from daftra_async.export.tabular import WIDE
from daftra_async.export.tabular.files import read_files, write_files
from daftra_async.wire.scalars import decimal_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from daftra_async.export.protocols import Job, Written
    from daftra_async.export.tabular import Column, Table

_SPECIAL: Final = re.compile(r'[",\r\n]|^[ \t]|[ \t]$|^$')
_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""How text begins that a spreadsheet computes; the wide forms of the four signs count too."""
_NUMBER: Final = re.compile(r"[+-][0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_FIELD: Final = re.compile(r'"([^"]*(?:""[^"]*)*)"|([^,]*)')


def convert(spool: Path, job: Job, folder: Path, *, safe: bool = False, bom: bool = False) -> Written:
    """Write a resource as `<stem>.csv`, and each line relation as `<stem>.<relation>.csv`.

    Args:
        spool: JSON Lines.
        job: The resource.
        folder: Where the files go.
        safe: Whether text that a spreadsheet would take for a formula gets an apostrophe before it.
        bom: Whether the files begin with a byte order mark.
    """
    return write_files(spool, job, folder, "csv", WIDE, partial(_Writer, safe=safe, bom=bom))


def rows(path: Path, table: Table, *, safe: bool = False) -> Iterator[Any]:
    """Yield the records of a file that `convert` wrote, in wire names.

    Args:
        path: The main file.
        table: Its columns.
        safe: Whether it was written so.

    Raises:
        ArgumentError: no export wrote the file.
        OSError: it cannot be read.
    """
    return read_files(path, table, partial(_rows, safe=safe))


class _Writer:
    def __init__(self, path: Path, columns: tuple[Column, ...], _: Job, *, safe: bool, bom: bool) -> None:
        self._file = io.TextIOWrapper(create(path), encoding="utf-8-sig" if bom else "utf-8", newline="")
        self._write = _safe_text if safe else _text
        self.add([column.name for column in columns])

    def add(self, values: Sequence[Any]) -> None:
        self._file.write(",".join(map(self._write, values)) + "\r\n")

    def close(self) -> None:
        self._file.close()


def _safe_text(value: Any) -> str:
    if value.__class__ is str and _FORMULA.match(value) is not None and _NUMBER.fullmatch(value) is None:
        value = f"'{value}"
    return _text(value)


def _original(field: str | None) -> str | None:
    """Return what `_safe_text` was given."""
    return field[1:] if field and field[0] == "'" and _FORMULA.match(field) is not None else field


def _text(value: Any) -> str:  # noqa: PLR0911  # one return a type
    if value is None:
        return ""
    if value.__class__ is str:
        return value if _SPECIAL.search(value) is None else '"' + value.replace('"', '""') + '"'
    if value.__class__ is bool:
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)


def _rows(path: Path, columns: tuple[Column, ...], *, safe: bool) -> Iterator[Sequence[Any]]:
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
