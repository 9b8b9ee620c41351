"""Workbooks of Excel, by python-calamine (extra `import`): values only, no formula is computed and no macro run.

The sheet is read into memory, about 0.7 kB for a row of eight columns, outside of Python; its rows become Python objects one by
one. Since a workbook is a zip file, what it would unpack to is looked at before.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async._suggest import choices
from daftra_async._words import given
from daftra_async.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from daftra_async.importing.cells import Cell

_ENDINGS: Final = frozenset({".xlsx", ".xlsm"})
_ZIP: Final = b"PK\x03\x04"
_MOST_UNPACKED: Final = 2_000_000_000
_MOST_CELLS: Final = 30_000_000
"""Cells of the rectangle that a sheet spans: calamine keeps one of about 32 bytes for each, empty or not."""
_CHUNK: Final = 1024 * 1024
_OVERLAP: Final = 256
_CELL: Final = re.compile(rb"<c ([^<>]{0,200})>")
_PLACE: Final = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_FAILED: Final = b't="e"'
_EPOCH: Final = re.compile(rb'<workbookPr[^>]*\bdate1904="(?:1|true)"')
ERROR: Final = "#ERROR!"
"""What a cell holds whose formula has failed; calamine gives nothing for it."""


@attrs.frozen
class XlsxTable:
    """A sheet of a workbook."""

    _sheet: Any
    note: str | None
    epoch_1904: bool
    _failed: frozenset[tuple[int, int]]

    def rows(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Give the rows."""
        for number, cells in enumerate(self._sheet.iter_rows(), 1):
            row: list[Cell] = [None if cell == "" else cell for cell in cells]
            if self._failed:
                row = [ERROR if cell is None and (number, at) in self._failed else cell for at, cell in enumerate(row, 1)]
            yield number, row


def is_xlsx(path: Path) -> bool:
    """Return whether a file is a workbook, by its name or its first bytes.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(4) == _ZIP or path.suffix.lower() in _ENDINGS


def open_xlsx(path: Path, sheet: str | None) -> XlsxTable:
    """Open a sheet of a workbook, the first one unless its name is given.

    Raises:
        ArgumentError: python-calamine is not installed, the file is no workbook or too large, or there is no such sheet.
        OSError: the file cannot be read.
    """
    try:
        import python_calamine as calamine  # noqa: PLC0415  # an extra
    except ImportError:
        msg = "file: Excel files need python-calamine: pip install 'daftra-async[import]', or save the sheet as CSV"
        raise ArgumentError(msg, "path") from None
    epoch_1904, failed = _look_into(path)
    try:
        workbook: Any = calamine.CalamineWorkbook  # its types are incomplete
        book = workbook.from_path(str(path))
        names = book.sheet_names
        if sheet is not None and sheet not in names:
            msg = f"sheet: the workbook has no {sheet!r:.60}{choices(sheet, names)}"
            raise ArgumentError(msg, "sheet")
        opened = book.get_sheet_by_name(sheet if sheet is not None else names[0])
    except calamine.PasswordError:
        msg = "file: it is protected by a password; save it without one"
        raise ArgumentError(msg, "path") from None
    except (calamine.CalamineError, IndexError) as error:
        msg = f"file: it is no workbook that can be read ({type(error).__name__}); save it as .xlsx again, or as CSV"
        raise ArgumentError(msg, "path") from None
    others = [name for name in names if name != opened.name]
    note = f"the sheet {opened.name!r:.60} is read; {given('sheet')} names another" if others and sheet is None else None
    return XlsxTable(opened, note, epoch_1904, frozenset(failed.get(opened.name, ())))


def _look_into(path: Path) -> tuple[bool, dict[str, set[tuple[int, int]]]]:
    """Return whether days count from 1904, and by the names of sheets where formulas have failed.

    Raises:
        ArgumentError: it is no zip file, or what it holds is too large.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MOST_UNPACKED:
                msg = f"file: it unpacks to more than {_MOST_UNPACKED // 1_000_000_000} GB; divide it, or save the sheet as CSV"
                raise ArgumentError(msg, "path")
            measured = {
                name: _measure(archive, name)
                for name in archive.namelist()
                if name.startswith("xl/worksheets/") and name.endswith(".xml")
            }
            names = _names(archive)
            epoch_1904 = _EPOCH.search(archive.read("xl/workbook.xml")) is not None
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, zlib.error, ET.ParseError):
        msg = "file: it is no workbook that can be read; save it as .xlsx again, or as CSV"
        raise ArgumentError(msg, "path") from None
    return epoch_1904, {names[part]: failed for part, failed in measured.items() if part in names}


def _names(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the names of the sheets by the parts of the archive that hold them."""
    relations = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314  # expat bounds what entities may grow to
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    book = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314  # likewise
    # Their namespaces differ between the two forms of the format.
    sheets = [each.attrib for each in book.iter() if each.tag.rpartition("}")[2] == "sheet"]
    parts = {
        sheet.get("name", ""): targets.get(next((value for name, value in sheet.items() if name.endswith("}id")), None), "")
        for sheet in sheets
    }
    return {part.removeprefix("/") if part.startswith("/") else f"xl/{part}": name for name, part in parts.items()}


def _measure(archive: zipfile.ZipFile, name: str) -> set[tuple[int, int]]:
    """Return the cells of a sheet whose formula has failed.

    Raises:
        ArgumentError: a cell is far away from the others: the rectangle between them would fill the memory.
    """
    widest = lowest = 0
    failed: set[tuple[int, int]] = set()
    with archive.open(name) as file:
        rest = b""
        while chunk := file.read(_CHUNK):
            piece = rest + chunk
            for cell in _CELL.findall(piece):
                if (place := _PLACE.search(cell)) is None:
                    continue
                at = int(place[2]), _number(place[1])
                lowest, widest = max(lowest, at[0]), max(widest, at[1])
                if _FAILED in cell:
                    failed.add(at)
            rest = piece[-_OVERLAP:]
    if widest * lowest > _MOST_CELLS:
        msg = (
            f"file: a sheet spans {lowest:,} rows and {widest:,} columns, more than can be read: delete the rows below and the"
            " columns beside the table, or save it as CSV"
        )
        raise ArgumentError(msg, "path")
    return failed


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
