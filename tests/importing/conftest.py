"""Tables as files, and an account of the test's own behind a real socket."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import openpyxl
import pytest

from daftra_async import DaftraClient
from daftra_async.importing import RowOutcome, import_file
from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from pathlib import Path

    from daftra_async.importing import ImportReport

Rows = "Sequence[Sequence[object]]"


@pytest.fixture
def csv_file(tmp_path: Path) -> Callable[..., Path]:
    """Write lines of text to a file."""

    def write(*lines: str, name: str = "table.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes("".join(f"{line}\r\n" for line in lines).encode(encoding))
        return path

    return write


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write rows to a workbook."""

    def write(*rows: Sequence[object], name: str = "table.xlsx", below: int = 0, **sheets: Rows) -> Path:
        book = openpyxl.Workbook()
        sheet: Any = book.active
        for at, row in enumerate(rows, below + 1):
            for column, value in enumerate(row, 1):
                sheet.cell(at, column, value)
        for title, others in sheets.items():
            more = book.create_sheet(title)
            for row in others:
                more.append(row)
        path = tmp_path / name
        book.save(path)
        return path

    return write


@attrs.define
class Desk:
    """An account, and imports into it."""

    sandbox: Sandbox
    client: DaftraClient
    rows: list[RowOutcome] = attrs.field(factory=list)

    async def load(self, resource: str, path: Path, **options: Any) -> ImportReport:
        self.rows.clear()
        options = {"patience": 0, "on_row": self.rows.append, **options}
        return await import_file(self.client, resource, path, **options)

    @property
    def writes(self) -> list[str]:
        """Operations that have changed the account, in order."""
        return [write.operation for write in self.sandbox.writes]


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with Sandbox("empty") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as client:
        yield Desk(sandbox, client)
