"""One file a table: from a spool of JSON Lines, and back to rows in wire names.

Both ways are streams. The lines of a record follow in the order of the records in all files, so reading needs no look-up: each
record takes as many lines as its column says.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import attrs

from daftra_async.errors import ArgumentError
from daftra_async.export.files import reopen
from daftra_async.export.protocols import Convert, Written
from daftra_async.wire import loads
from daftra_async.wire.columns.keys import Keys
from daftra_async.wire.columns.layout import Table, child_columns, main_columns, table_of
from daftra_async.wire.columns.packing import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from daftra_async.export.protocols import Job
    from daftra_async.wire.columns.fits import DecimalPrecision
    from daftra_async.wire.columns.layout import Column

    OpenWriter = Callable[[Path, tuple[Column, ...], Job], "TableWriter"]
    Rows = Callable[[Path, tuple[Column, ...]], Iterator[Sequence[Any]]]


class TableWriter(Protocol):
    """Writes the file of one table."""

    def add(self, values: Sequence[Any]) -> None:
        """Append a row."""
        ...

    def close(self) -> None:
        """Write what is left and close the file."""
        ...


@attrs.frozen
class TableFiles:
    """One kind of file with columns."""

    suffix: str
    convert: Convert
    """Makes the files of a complete spool."""
    rows: Callable[[Path, Table], Iterator[Any]]
    """Reads them back, in wire names."""


_OWN_COLUMNS: Final = 2
_OWN_LINE_COLUMNS: Final = 3


def write_files(spool: Path, job: Job, folder: Path, suffix: str, limits: DecimalPrecision, open_writer: OpenWriter) -> Written:
    """Write the files of a resource beside their places, then move all of them there, the main one last."""
    table = table_of(job.model)
    names: dict[str | None, str] = {None: f"{job.target.stem}.{suffix}"}
    names |= {column.name: f"{job.target.stem}.{column.name}.{suffix}" for column in table.relations}
    parts = {relation: folder / f".{name}.part" for relation, name in names.items()}
    try:
        with ExitStack() as stack:

            def opened(relation: str | None, columns: tuple[Column, ...]) -> TableWriter:
                writer = open_writer(parts[relation], columns, job)
                stack.callback(writer.close)
                return writer

            main = opened(None, main_columns(table))
            others = {column.name: opened(column.name, child_columns(column.lines)) for column in table.relations if column.lines}
            records = _copy(spool, job.account, table, limits, main, others)
        size = sum(part.stat().st_size for part in parts.values())
        for relation in [*names][::-1]:
            os.replace(parts[relation], folder / names[relation])  # noqa: PTH105  # takes the place of an old file
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return Written(name=names[None], records=records, bytes=size)


def _copy(
    spool: Path, account: str, table: Table, limits: DecimalPrecision, main: TableWriter, others: Mapping[str, TableWriter]
) -> int:
    keys = Keys()
    records = 0
    with reopen(spool) as lines:
        for line in lines:
            row = loads(line)
            key, packed = keys.of(row), pack(table, limits, row)
            main.add([account, key, *packed.values])
            for relation, its_lines in packed.lines.items():
                writer = others[relation]
                for position, values in enumerate(its_lines):
                    writer.add([account, key, position, *values])
            records += 1
    return records


def read_files(path: Path, table: Table, rows_of: Rows) -> Iterator[Any]:
    """Yield rows in wire names from a main file and the files of lines beside it.

    Raises:
        ArgumentError: the files of lines do not fit the main file.
        OSError: a file is missing or cannot be read.
    """
    others = {
        column.name: rows_of(path.with_name(f"{path.stem}.{column.name}{path.suffix}"), child_columns(column.lines))
        for column in table.relations
        if column.lines
    }
    counted = [(at, column.name) for at, column in enumerate(table.columns) if column.lines]
    for row in rows_of(path, main_columns(table)):
        key, values = row[1], row[_OWN_COLUMNS:]
        lines: dict[str, list[Sequence[Any]]] = {}
        for at, relation in counted:
            if values[at] is not None:
                lines[relation] = [_line(path, relation, key, line) for line in islice(others[relation], int(values[at]))]
                if len(lines[relation]) != int(values[at]):
                    raise _unfit(path, relation, key)
        yield unpack(table, values, lines)
    for relation, rest in others.items():
        for line in rest:
            raise _unfit(path, relation, line[1])


def _line(path: Path, relation: str, key: str, line: Sequence[Any]) -> Sequence[Any]:
    if line[1] != key:
        raise _unfit(path, relation, key)
    return line[_OWN_LINE_COLUMNS:]


def _unfit(path: Path, relation: str, key: object) -> ArgumentError:
    msg = f"path: the lines {relation} of record {key} are not those that {path.name} counts; were the files sorted or changed?"
    return ArgumentError(msg, "path")
