"""From the rows of a table to records that wait: each cell read by its field, rows of one document brought together."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.importing import cells
from daftra_async.importing.cells import Rules
from daftra_async.importing.fields import Field, Form
from daftra_async.importing.headers import Column, letters
from daftra_async.importing.refusal import AmbiguousDate, CellRefused
from daftra_async.importing.stage import Stage
from daftra_async.redaction.shown import MASK, clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async.importing.cells import Cell
    from daftra_async.importing.sources import Table
    from daftra_async.importing.stage import Texts

_BREATH: Final = 200
"""Rows between two turns of the event loop."""
_LONGEST_SHOWN: Final = 60
_LONGEST_KEY: Final = 255
_MOST_LINES: Final = 2000


@attrs.define
class Intake:
    """Reads one table into a stage."""

    form: Form
    columns: Sequence[Column]
    key: Field | None
    rules: Rules
    stage: Stage
    ambiguous: bool = False
    """A date was met that the account's own format could tell."""
    rows: int = 0
    _zeros: dict[str, int] = attrs.field(factory=dict[str, int])
    """The most digits of texts with a leading zero, by the header of their column."""
    _numbers: dict[str, dict[int, tuple[int, int]]] = attrs.field(factory=dict[str, "dict[int, tuple[int, int]]"])
    """Cells that were numbers, by header and digits: how many, and the first row."""

    async def read(self, table: Table, progress: Callable[[int], None]) -> None:
        """Read all rows.

        Raises:
            ArgumentError: the file cannot be read to its end.
        """
        width = 1 + max((column.index for column in self.columns), default=-1)
        headers = len(table.headers)
        for number, row in table.rows():
            if self.rows % _BREATH == 0:
                progress(self.rows)
                await asyncio.sleep(0)
            self.rows += 1
            self._row(number, [*row, *[None] * (width - len(row))], headers)
        self.stage.settle()
        self._doubt_zeros()

    def _row(self, number: int, row: Sequence[Cell], headers: int) -> None:
        own: Texts = {}
        line: Texts = {}
        refused: list[tuple[str, str, str]] = []
        for at in range(headers, len(row)):
            if row[at] not in (None, ""):
                refused.append((letters(at), MASK, "the row has more cells than there are headers"))
                break
        for column in self.columns:
            try:
                read = cells.read(row[column.index], column.field, self.rules)
            except CellRefused as error:
                self.ambiguous = self.ambiguous or isinstance(error, AmbiguousDate)
                refused.append((column.header, shown(row[column.index], column.field), str(error)))
                continue
            if read is None:
                continue
            if read.doubt is not None:
                self.stage.doubt(number, column.header, shown(read.text, column.field), read.doubt)
            self._count(number, column, row[column.index], read.text)
            (line if column.field.line else own)[column.field.path] = read.text
        if (
            self.key is not None
            and self.key.path not in own
            and not any(header == self._header(self.key) for header, *_ in refused)
        ):
            refused.append((self._header(self.key), "", "it is empty, and the record is known by it"))
        seq = self._place(number, own, line, refused)
        self.stage.place(number, seq)
        for header, value, reason in refused:
            self.stage.refuse(number, seq, header, value, reason)

    def _place(self, number: int, own: Texts, line: Texts, refused: list[tuple[str, str, str]]) -> int:
        """Put a row where it belongs, and return the number of its record."""
        key = None if self.key is None else own.get(self.key.path)
        as_line = line if self.form.lines is not None else None
        if key is not None and len(key) > _LONGEST_KEY:
            refused.append((self._header(self.key), MASK, f"a key has at most {_LONGEST_KEY} characters"))
            key = None
        before = None if key is None else self.stage.find(key)
        if before is None:
            return self.stage.add(number, key, own, as_line, digest(own, line) if self.key is None else "")
        if as_line is None:
            value = shown(key, self.key)
            refused.append((self._header(self.key), value, f"row {before.row} has the same key"))
            return self.stage.add(number, None, own, None, "")
        for path, text in own.items():
            if before.own.get(path, text) != text:
                field = self.form.field(path)
                refused.append((self._header(field), shown(text, field), f"row {before.row} of the same document says another"))
        if len(before.lines) >= _MOST_LINES:
            refused.append((self._header(self.key), shown(key, self.key), f"a document has at most {_MOST_LINES} lines"))
        else:
            self.stage.extend(before, own, as_line)
        return before.seq

    def _header(self, field: Field | None) -> str:
        return next((column.header for column in self.columns if column.field == field), "")

    def _count(self, number: int, column: Column, cell: Any, text: str) -> None:
        """Note how many digits codes have: a number that is shorter than texts with a leading zero may have lost its own."""
        if not column.field.is_digits or column.field.is_phone or not text.isdigit():
            return
        if isinstance(cell, str):
            if text.startswith("0"):
                self._zeros[column.header] = max(self._zeros.get(column.header, 0), len(text))
            return
        counted = self._numbers.setdefault(column.header, {})
        times, first = counted.get(len(text), (0, number))
        counted[len(text)] = (times + 1, first)

    def _doubt_zeros(self) -> None:
        for header, digits in self._zeros.items():
            shorter = {length: told for length, told in self._numbers.get(header, {}).items() if length < digits}
            for length, (times, first) in shorter.items():
                reason = (
                    f"{times} cells are numbers of {length} digits where texts have {digits}, zeros in front:"
                    " leading zeros may be lost"
                )
                self.stage.doubt(first, header, "", reason)


def shown(cell: object, field: Field | None) -> str:
    """Return the value of a cell as it may be shown: hidden where the field is personal, short elsewhere."""
    if cell is None or cell == "":
        return ""
    if field is None or field.redact:
        return MASK
    text = clean(str(cell))
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def digest(own: Texts, line: Texts) -> str:
    """Return what tells whether a row without a key is the one that an earlier run has written."""
    text = "\x1e".join(f"{path}\x1f{value}" for path, value in sorted({**own, **line}.items()))
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
