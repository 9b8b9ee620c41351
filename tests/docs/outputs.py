"""Write what the blocks of the documentation print into its pages: `make outputs`.

A block of text right after a block of Python shows what it prints. In the tutorial every block that prints has one; elsewhere
those that are there are kept up to date, and those of the Arabic pages with them. A long output is cut, which a line of dots
says.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.docs.blocks import PAGES, blocks, run_page

if TYPE_CHECKING:
    from tests.docs.blocks import Block

_LONGEST = 10
"""Lines of an output that is shown whole; of a longer one, the first six."""


def shows_everything(page: Path) -> bool:
    """Return whether every block of a page that prints shows what it prints."""
    return page.parent.name == "tutorial" or page.name == "unpaid-invoices.md"


def write(page: Path) -> bool:
    """Write what the blocks of a page print into it; return whether it changed."""
    text = before = page.read_text("utf-8")
    for block, printed in reversed(asyncio.run(_run(page))):
        if (block.shown is not None or (printed and shows_everything(page))) and not block.shows(printed):
            text = text[: block.end] + _fenced(block, printed) + text[block.shown_end :]
    if text != before:
        page.write_text(text, "utf-8")
    return text != before


def translate(page: Path) -> bool:
    """Write the outputs that a page shows into its Arabic version; return whether that changed."""
    arabic = page.with_suffix(".ar.md")
    if not arabic.exists():
        return False
    text = before = arabic.read_text("utf-8")
    for block, original in reversed(list(zip(blocks(arabic), blocks(page), strict=True))):
        if block.shown != original.shown:
            text = text[: block.end] + _fenced(block, original.shown or "") + text[block.shown_end :]
    if text != before:
        arabic.write_text(text, "utf-8")
    return text != before


async def _run(page: Path) -> list[tuple[Block, str]]:
    with tempfile.TemporaryDirectory() as folder:
        return [found async for found in run_page(page, Path(folder))]


def _fenced(block: Block, printed: str) -> str:
    if not printed:
        return ""
    lines = printed.splitlines()
    if len(lines) > _LONGEST:
        lines = [*lines[:6], "..."]
    shown = ["```text", *lines, "```"]
    return "\n\n" + "\n".join(block.indent + line if line else "" for line in shown)


def main() -> None:
    """Write all pages, or those that are named."""
    named = [Path(name).resolve() for name in sys.argv[1:]] or [
        page for page in PAGES if shows_everything(page) or any(block.shown is not None for block in blocks(page))
    ]
    for page in named:
        if write(page) | translate(page):
            print("written:", page)


if __name__ == "__main__":
    main()
