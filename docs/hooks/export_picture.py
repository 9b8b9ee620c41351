"""Draws `docs/assets/export.svg`, the picture of an export that the README shows: `make pictures` runs it.

The export is a real one, of the sandbox's demo account, and the table is the one that the command prints; only fonts are not
fetched from elsewhere, as in the rest of the documentation.
"""

from __future__ import annotations

import asyncio
import io
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from daftra_async import DaftraClient
from daftra_async.cli.tables import drift, summary
from daftra_async.export import export
from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from daftra_async.export import ExportReport

PICTURE = Path(__file__).parent.parent / "assets" / "export.svg"
RESOURCES = ("clients", "invoices", "products", "stock_transactions", "work_orders")
WIDTH = 100
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def exported() -> ExportReport:
    """Export a few lists of the demo account, as the command does it."""
    with tempfile.TemporaryDirectory() as folder:
        before = Path.cwd()
        os.chdir(folder)
        try:
            async with Sandbox("demo") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
                return await export(daftra, resources=list(RESOURCES), to="data")
        finally:
            os.chdir(before)


def drawn(report: ExportReport) -> str:
    """Return the picture: the command, and what it prints."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.assemble(("$ ", "dim"), f"daftra export {' '.join(RESOURCES)} --to data"))
    console.print()
    console.print(summary(report, width=WIDTH))
    if (line := drift(report)) is not None:
        console.print(line)
    return _FONT_FACE.sub("", console.export_svg(title="daftra export", unique_id="export"))


if __name__ == "__main__":
    PICTURE.write_text(drawn(asyncio.run(exported())), "utf-8")
    print(PICTURE)  # noqa: T201  # it says what it made
