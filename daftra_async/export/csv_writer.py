"""Writes CSV: a file a table, as RFC 4180 has it, in UTF-8.

An empty field is null, `""` is empty text, as in PostgreSQL's COPY. Values are written unchanged, unless the file is to be safe
in a spreadsheet: then text that a spreadsheet would take for a formula gets an apostrophe in front. So does text that is an
apostrophe and such a formula already, so that reading can undo it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from daftra_async.export.files import create
from daftra_async.export.tabular.numbers import number_texts
from daftra_async.export.tabular.writing import write_files
from daftra_async.wire.columns.arrow import pa, pc

if TYPE_CHECKING:
    from pathlib import Path

    from daftra_async.export.protocols import Job, Written

_SPECIAL: Final = r'[",\r\n]|^[ \t]|[ \t]$|^$'
_FORMULA: Final = "^'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
_NUMBER: Final = r"^[+-][0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$"
_ROWS: Final = 1000
"""Rows that are made into text at a time."""


def convert(spool: Path, job: Job, folder: Path, *, safe: bool = False, bom: bool = False) -> Written:
    """Write a resource as `<stem>.csv`, and each line relation as `<stem>.<relation>.csv`.

    With `safe`, text that a spreadsheet would take for a formula gets an apostrophe before it; with `bom`, the files begin with
    a byte order mark.
    """
    return write_files(spool, job, folder, "csv", partial(_Writer, safe=safe, bom=bom))


class _Writer:
    def __init__(self, path: Path, schema: Any, _: Job, *, safe: bool, bom: bool) -> None:
        self._file = create(path)
        self._safe = safe
        self._file.write(("\ufeff" if bom else "").encode() + ",".join(schema.names).encode() + b"\r\n")

    def write(self, batch: Any) -> None:
        for start in range(0, batch.num_rows, _ROWS):
            fields = [self._fields(column) for column in batch.slice(start, _ROWS).columns]
            rows = pc.binary_join_element_wise(*fields, pa.scalar(",", pa.large_string()))
            self._file.write("\r\n".join([*rows.to_pylist(), ""]).encode())

    def close(self) -> None:
        self._file.close()

    def _fields(self, column: Any) -> Any:
        """Return the texts of a column, quoted where they have to be."""
        if pa.types.is_string(column.type):
            texts = _quoted(_made_safe(column) if self._safe else column)
        elif pa.types.is_decimal(column.type):
            texts = number_texts(column)
        elif pa.types.is_timestamp(column.type):
            texts = pc.replace_substring_regex(column.cast(pa.string()), r"\.000000$", "")
        else:
            texts = column.cast(pa.string())
        return pc.coalesce(texts, "").cast(pa.large_string())


def _quoted(texts: Any) -> Any:
    special = pc.match_substring_regex(texts, _SPECIAL)
    if not pc.any(special).as_py():
        return texts
    quoted = pc.binary_join_element_wise('"', pc.replace_substring(texts, '"', '""'), '"', "")
    return pc.if_else(special, quoted, texts)


def _made_safe(texts: Any) -> Any:
    formulas = pc.and_not(pc.match_substring_regex(texts, _FORMULA), pc.match_substring_regex(texts, _NUMBER))
    return pc.if_else(formulas, pc.binary_join_element_wise("'", texts, ""), texts)
