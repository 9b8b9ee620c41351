"""The Python blocks of a page, and how they are run.

The blocks of a page run one after the other and share their names, as a reader would paste them. They find `daftra`, a client of
the demo account; the public names of the package and those that `IMPORTS` adds; and an account in the environment. A block that
holds `asyncio.run(` is a whole program, and runs as one. A block after the comment `<!-- not run: reason -->` is only compiled.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import inspect
import io
import os
import re
import sys
import types
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async import DaftraClient
from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    page
    for page in (*ROOT.glob("docs/**/*.md"), *ROOT.glob("*.md"))
    if "adr" not in page.parts and page.name != "README.md" and not page.name.endswith(".ar.md")
)
IMPORTS = """
import asyncio, datetime as dt, logging, os
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from daftra_async import *
"""
_FROM_NOTHING = {"shop-sync.md", "spreadsheets.md"}
"""Pages whose blocks make the records that they need, and read whole lists many times."""
SHOWN_URL = "http://127.0.0.1:8080"
"""Where the sandbox of the reader listens; that of the tests has a free port."""
_BLOCK = re.compile(
    r"(?:<!-- not run: (?P<reason>.+?) -->\n+)?^(?P<indent> *)```(?:python|py)[^\n]*\n(?P<code>.*?)^ *```$"
    r"(?P<after>\n\n(?P=indent)```text\n(?P<shown>.*?)^ *```$)?",
    re.DOTALL | re.MULTILINE,
)


@attrs.frozen
class Block:
    """One block of code, and the block of text right after it, which shows what it prints."""

    line: int
    code: str
    reason: str | None
    shown: str | None
    indent: str
    end: int
    """Where in the page the code ends, its fence included."""
    shown_end: int
    """Where in the page the text ends that shows what it prints; `end` when there is none."""

    @property
    def is_program(self) -> bool:
        return "asyncio.run(" in self.code

    def shows(self, printed: str) -> bool:
        """Return whether the page shows what was printed; a line of three dots stands for any lines."""
        parts = re.split(r"^\.\.\.\n", self.shown or "", flags=re.MULTILINE)
        return re.fullmatch(r"(?:.*\n)*".join(map(re.escape, parts)), printed) is not None


def blocks(page: Path) -> list[Block]:
    text = page.read_text("utf-8")
    found: list[Block] = []
    for match in _BLOCK.finditer(text):
        indent = match["indent"]
        found.append(
            Block(
                line=text.count("\n", 0, match.start("code")),
                code=_without(indent, match["code"]),
                reason=match["reason"],
                shown=None if match["shown"] is None else _without(indent, match["shown"]),
                indent=indent,
                end=match.end() - len(match["after"] or ""),
                shown_end=match.end(),
            )
        )
    return found


def _without(indent: str, text: str) -> str:
    return "".join(line.removeprefix(indent) + "\n" for line in text.splitlines())


def compiled(block: Block, page: Path) -> types.CodeType:
    # The lines of the page, so that a traceback leads there.
    source = "\n" * block.line + block.code
    return compile(source, str(page), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)


async def run_page(page: Path, folder: Path) -> AsyncIterator[tuple[Block, str]]:
    """Run the blocks of a page from an empty folder; give each with what it printed."""
    async with Sandbox("empty" if page.name in _FROM_NOTHING else "demo") as sandbox:
        environment = {"DAFTRA_ACCOUNT": "acme", "DAFTRA_API_KEY": sandbox.api_key, "DAFTRA_BASE_URL": sandbox.url}
        with contextlib.chdir(folder), _environment(environment):
            async with DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
                names: dict[str, Any] = {"__name__": "page", "daftra": daftra, "sandbox": sandbox}
                exec(IMPORTS, names)
                for block in blocks(page):
                    if block.reason is not None:
                        continue
                    try:
                        if block.is_program:
                            printed = await _run_program(block, folder, sandbox, environment)
                        else:
                            names["daftra"] = daftra  # which an earlier block may have rebound, and closed
                            printed = await _run(block, page, names)
                    except Exception as error:
                        error.add_note(f"{page.relative_to(ROOT)}, the block from line {block.line + 1}")
                        raise
                    yield block, printed.replace(sandbox.url, SHOWN_URL)


@contextlib.contextmanager
def _environment(variables: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


async def _run(block: Block, page: Path, names: dict[str, Any]) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        result = types.FunctionType(compiled(block, page), names)()
        if inspect.isawaitable(result):
            await result
    return out.getvalue()


async def _run_program(block: Block, folder: Path, sandbox: Sandbox, environment: dict[str, str]) -> str:
    script = folder / "program.py"
    script.write_text(block.code.replace(SHOWN_URL, sandbox.url), "utf-8")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "error", str(script)),
        env={**environment, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PATH": ""},
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0, err.decode()
    return out.decode("utf-8")
