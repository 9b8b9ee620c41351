"""Every Python block of the documentation is executed against the sandbox.

The blocks of a page run one after the other and share their names, as a reader would paste them. They find `daftra`, a client of
the demo account; the public names of the package and those that `_IMPORTS` adds; and an account in the environment. A block that
holds `asyncio.run(` is a whole program, and runs as one. A block after the comment `<!-- not run: reason -->` is only compiled.
"""

from __future__ import annotations

import ast
import asyncio
import inspect
import logging
import re
import sys
import types
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import daftra_async
from daftra_async import DaftraClient
from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted(
    page
    for page in (*ROOT.glob("docs/**/*.md"), *ROOT.glob("*.md"))
    if "adr" not in page.parts and page.name != "README.md" and not page.name.endswith(".ar.md")
)
_BLOCK = re.compile(
    r"(?:<!-- not run: (?P<reason>.+?) -->\n+)?^(?P<indent> *)```(?:python|py)[^\n]*\n(?P<code>.*?)^ *```$",
    re.DOTALL | re.MULTILINE,
)
_IMPORTS = """
import asyncio, datetime as dt, logging, os
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from daftra_async import *
"""


@attrs.frozen
class Block:
    line: int
    code: str
    reason: str | None

    @property
    def is_program(self) -> bool:
        return "asyncio.run(" in self.code


def blocks(page: Path) -> list[Block]:
    text = page.read_text("utf-8")
    found: list[Block] = []
    for match in _BLOCK.finditer(text):
        indent = match["indent"]
        code = "\n".join(line.removeprefix(indent) for line in match["code"].splitlines()) + "\n"
        found.append(Block(text.count("\n", 0, match.start("code")), code, match["reason"]))
    return found


async def run(block: Block, page: Path, names: dict[str, Any]) -> None:
    # The lines of the page, so that a traceback leads there.
    source = "\n" * block.line + block.code
    code = compile(source, str(page), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    result = types.FunctionType(code, names)()
    if inspect.isawaitable(result):
        await result


async def run_program(block: Block, folder: Path, sandbox: Sandbox, environment: dict[str, str]) -> None:
    script = folder / "program.py"
    script.write_text(block.code.replace("http://127.0.0.1:8080", sandbox.url), "utf-8")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "error", str(script)),
        env={**environment, "PYTHONPATH": str(ROOT), "PATH": ""},
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    _, err = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0, err.decode()


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
async def test_blocks(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = blocks(page)
    for block in found:
        compile(block.code, str(page), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    if not any(block.reason is None for block in found):
        return
    async with Sandbox("demo") as sandbox:
        environment = {"DAFTRA_ACCOUNT": "acme", "DAFTRA_API_KEY": sandbox.api_key, "DAFTRA_BASE_URL": sandbox.url}
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(tmp_path)
        async with DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
            names: dict[str, Any] = {"__name__": "page", "daftra": daftra, "sandbox": sandbox}
            exec(_IMPORTS, names)
            for block in found:
                if block.reason is not None:
                    continue
                try:
                    if block.is_program:
                        await run_program(block, tmp_path, sandbox, environment)
                    else:
                        names["daftra"] = daftra  # which an earlier block may have rebound, and closed
                        await run(block, page, names)
                except Exception as error:
                    error.add_note(f"{page.relative_to(ROOT)}, the block from line {block.line + 1}")
                    raise


def test_names() -> None:
    """`from daftra_async import *`, which pages rely on, gives the public names."""
    assert "DaftraClient" in daftra_async.__all__
