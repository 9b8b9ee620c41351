"""Every Python block of the documentation is executed against the sandbox, and prints what the page shows: see `blocks`.

`make outputs` writes what is printed into the pages.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

import daftra_async
from tests.docs.blocks import PAGES, ROOT, blocks, compiled, run_page
from tests.docs.outputs import shows_everything, translate
from tests.docs.typed_blocks import modules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_pages_are_found() -> None:
    assert {"editing.md", "writes.md", "settings.md"} <= {page.name for page in PAGES}


@pytest.fixture
def _same_level() -> Iterator[None]:
    """Take back what a page about logging sets for the whole process."""
    logger = logging.getLogger("daftra_async")
    before = logger.level
    yield
    logger.setLevel(before)


@pytest.mark.usefixtures("_same_level")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
async def test_blocks(page: Path, tmp_path: Path) -> None:
    found = blocks(page)
    for block in found:
        compiled(block, page)
    if not any(block.reason is None for block in found):
        return
    async for block, printed in run_page(page, tmp_path):
        if block.shown is not None or (printed and shows_everything(page)):
            place = f"{page.relative_to(ROOT)}:{block.line + 1}"
            assert block.shows(printed), f"{place} prints something else than is shown; run: make outputs\n{printed}"


def test_a_line_of_dots_stands_for_any_lines(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```python\nprint(1)\n```\n\n```text\na\n...\nz\n```\n\nNot its output:\n\n```text\n1\n```\n", "utf-8")
    [block] = blocks(page)
    assert block.shown == "a\n...\nz\n"
    assert block.shows("a\nz\n")
    assert block.shows("a\nb\nc\nz\n")
    assert not block.shows("a\nb\n")
    assert not block.shows("")


def test_code_stands_on_its_line_when_its_types_are_checked() -> None:
    for page in PAGES:
        texts = [text.splitlines() for _, text in modules(page)]
        for block in blocks(page):
            if block.reason is None:
                first = block.code.splitlines()[0]
                assert any(len(lines) > block.line and lines[block.line].strip() == first.strip() for lines in texts), page


def test_names() -> None:
    """`from daftra_async import *`, which pages rely on, gives the public names."""
    assert "DaftraClient" in daftra_async.__all__


def test_outputs_are_written_into_the_arabic_page_too(tmp_path: Path) -> None:
    page, arabic = tmp_path / "page.md", tmp_path / "page.ar.md"
    page.write_text("One\n\n```python\nprint(1)\n```\n\n```text\n1\n```\n\n```python\nx = 1\n```\n", "utf-8")
    arabic.write_text("واحد\n\n```python\nprint(1)  # اطبع\n```\n\nثم\n\n```python\nx = 1\n```\n\n```text\nold\n```\n", "utf-8")
    assert translate(page)
    assert arabic.read_text("utf-8") == (
        "واحد\n\n```python\nprint(1)  # اطبع\n```\n\n```text\n1\n```\n\nثم\n\n```python\nx = 1\n```\n"
    )
    assert not translate(page)
