"""Files of tables, and how rows are read back from them, in wire names.

Reading is a stream. The lines of a record follow in the order of the records in all files, so reading needs no look-up: each
record takes as many lines as its column says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.errors import ArgumentError
from daftra_async.export.protocols import Job, Written
from daftra_async.wire.columns.layout import Table, child_columns, main_columns
from daftra_async.wire.columns.packing import Packed, unpack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.wire.columns.layout import Column

    Rows = Callable[[Path, tuple[Column, ...]], Iterator[Sequence[Any]]]


@attrs.frozen
class TableFiles:
    """One kind of file with columns."""

    suffix: str
    convert: Callable[[Path, Job, Path], Written]
    """Reads a complete spool of columns and puts the files of the resource into a folder, each atomically; called in a thread."""
    packed: Callable[[Path, Table], Iterator[tuple[str, Packed]]] | None
    """Reads them back, see `read_packed`; None where that cannot be done."""
    merges: bool = False
    """Whether `convert` merges an incremental run into what is there; otherwise it is given all records."""


_OWN_COLUMNS: Final = 2
_OWN_LINE_COLUMNS: Final = 3


def read_packed(path: Path, table: Table, rows_of: Rows) -> Iterator[tuple[str, Packed]]:
    """Yield the key and the columns of each record, from a main file and the files of lines beside it.

    Raises:
        ArgumentError: the files of lines do not fit the main file.
        OSError: a file is missing or cannot be read.
    """
    others = {
        name: rows_of(path.with_name(f"{path.stem}.{name}{path.suffix}"), child_columns(lines))
        for name, lines in table.lines.items()
    }
    counted = [(at, column.name) for at, column in enumerate(table.columns) if column.lines]
    for row in rows_of(path, main_columns(table)):
        key, values = row[1], row[_OWN_COLUMNS:]
        lines: dict[str, list[list[Any]]] = {}
        for at, relation in counted:
            if values[at] is not None:
                lines[relation] = [_line(path, relation, key, line) for line in islice(others[relation], int(values[at]))]
                if len(lines[relation]) != int(values[at]):
                    raise _unfit(path, relation, key)
        yield key, Packed(list(values), lines)
    for relation, rest in others.items():
        for line in rest:
            raise _unfit(path, relation, line[1])


def unpacked(table: Table, found: Iterator[tuple[str, Packed]]) -> Iterator[Any]:
    """Yield rows in wire names."""
    for _, packed in found:
        yield unpack(table, packed.values, packed.lines)


def _line(path: Path, relation: str, key: str, line: Sequence[Any]) -> list[Any]:
    if line[1] != key:
        raise _unfit(path, relation, key)
    return list(line[_OWN_LINE_COLUMNS:])


def _unfit(path: Path, relation: str, key: object) -> ArgumentError:
    msg = f"path: the lines {relation} of record {key} are not those that {path.name} counts; were the files sorted or changed?"
    return ArgumentError(msg, "path")
