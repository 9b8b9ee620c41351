"""XLSX: a workbook for each resource, with a sheet for each table. It is a report: it is not read back.

A sheet holds numbers with 15 digits; longer ones are text, so that no digit is lost. A sheet with Arabic text is shown from right
to left. Workbooks are written row by row, and memory does not grow with them.
"""

from __future__ import annotations

import datetime as dt
import importlib
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async._files import replaced
from daftra_async._libraries import missing_library
from daftra_async.export.files import SHARED
from daftra_async.export.protocols import Written

try:
    # It has no types.
    xlsxwriter: Any = importlib.import_module("xlsxwriter")
except ImportError as error:
    raise missing_library(error, "xlsx") from None

from daftra_async.export.tabular.complete import batches_of, schemas_of  # isort: skip  # with another library
from daftra_async.wire.columns.batches import MAIN  # isort: skip
from daftra_async.wire.columns.layout import table_of  # isort: skip

if TYPE_CHECKING:
    from pathlib import Path

    from daftra_async.export.protocols import Job

_ROWS: Final = 1_048_576
"""Rows of a sheet, the header among them."""
_DIGITS: Final = 15
_LONGEST_TEXT: Final = 32_767
_LONGEST_NAME: Final = 31
_FIRST_DAY: Final = dt.date(1900, 3, 1)
"""Earlier days are off by one: Excel has a 29 February 1900."""
_LAST_DAY: Final = dt.date(9999, 12, 30)
"""The last moments of the next one would be rounded up to a day that is none."""
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_OPTIONS: Final = {"constant_memory": True, "default_date_format": "yyyy-mm-dd hh:mm:ss"}


def convert(spool: Path, job: Job, folder: Path) -> Written:
    """Write a resource as `<stem>.xlsx`."""
    name = f"{job.target.stem}.xlsx"
    with replaced(folder / name, folder / f".{name}.part", SHARED, durable=False) as file:
        records = _write(file, spool, job)
    return Written(name=name, records=records, bytes=(folder / name).stat().st_size)


def _write(file: Any, spool: Path, job: Job) -> int:
    rows: dict[str, int] = {}
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        for name, schema in schemas_of(table_of(job.model)).items():
            sheets = _Sheets(book, name or job.target.operation.resource, schema.names)
            rows[name] = sum(map(sheets.write, batches_of(spool, job, name)))
    return rows[MAIN]


class _Sheets:
    """The sheets of one table."""

    def __init__(self, book: Any, name: str, columns: list[str]) -> None:
        self._book = book
        self._name = _FORBIDDEN.sub("_", name)
        self._columns = columns
        self._date = book.add_format({"num_format": "yyyy-mm-dd"})
        self._number = 0
        self._open()

    def write(self, batch: Any) -> int:
        """Append the rows of a record batch, and return how many there are."""
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            if self._row >= _ROWS:
                self._open()
            for at, value in enumerate(row):
                if value is not None:
                    self._put(at, value)
            self._row += 1
        return int(batch.num_rows)

    def _open(self) -> None:
        """Begin the next sheet, with its header."""
        self._number += 1
        last = "" if self._number == 1 else f" {self._number}"
        taken = {sheet.name.lower() for sheet in self._book.worksheets()}
        name = self._name[: _LONGEST_NAME - len(last)] + last
        while name.lower() in taken:
            last += "_"
            name = self._name[: _LONGEST_NAME - len(last)] + last
        self._sheet = self._book.add_worksheet(name)
        self._right_to_left = False
        for at, column in enumerate(self._columns):
            self._sheet.write_string(0, at, column)
        self._row = 1

    def _put(self, at: int, value: Any) -> None:
        sheet, row = self._sheet, self._row
        if isinstance(value, bool):
            sheet.write_boolean(row, at, value)
        elif isinstance(value, int | Decimal):
            number = Decimal(value)
            if _digits(number) <= _DIGITS:
                sheet.write_number(row, at, value)
            else:
                sheet.write_string(row, at, _text(number))
        elif isinstance(value, dt.date):
            self._put_date(at, value)
        else:
            self._put_text(at, str(value))

    def _put_date(self, at: int, value: dt.date) -> None:
        is_moment = isinstance(value, dt.datetime)
        day = value.date() if isinstance(value, dt.datetime) else value
        if not _FIRST_DAY <= day <= _LAST_DAY:
            self._sheet.write_string(self._row, at, str(value))
        else:
            self._sheet.write_datetime(self._row, at, value, None if is_moment else self._date)

    def _put_text(self, at: int, text: str) -> None:
        if not self._right_to_left and not text.isascii() and _ARABIC.search(text) is not None:
            self._right_to_left = True
            self._sheet.right_to_left()
        self._sheet.write_string(self._row, at, text[:_LONGEST_TEXT])


def _digits(number: Decimal) -> int:
    """Return how many digits a number has, without zeros at its ends."""
    return len("".join(map(str, number.as_tuple().digits)).strip("0"))


def _text(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
