"""Check the types of every Python block of the documentation with pyright strict, all in one run.

`make check` runs it: `python -m tests.docs.typed_blocks`.

Each page becomes one module, in which code stands on the line that it has on the page. Blocks run one after the other in one
coroutine, as a reader would paste them; whole programs are modules of their own. Blocks are sketches, so names that they do not
use are not reported; nor are blocks that are not run, which show other libraries.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.docs.blocks import PAGES, ROOT, blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.docs.blocks import Block

_NAMES = (
    "import asyncio, datetime as dt, logging, os; from datetime import date, datetime, timedelta; from decimal import Decimal; "
    "from pathlib import Path; from daftra_async import *; from daftra_async.sandbox import Sandbox"
)
_FIXTURES = "daftra: DaftraClient, sandbox: Sandbox"
_SILENT = {
    "pythonVersion": "3.11",
    "typeCheckingMode": "strict",
    "reportMissingTypeStubs": False,
    "reportDuplicateImport": False,
    "reportUnusedImport": False,
    "reportUnusedVariable": False,
    "reportUnusedClass": False,
    "reportUnusedFunction": False,
    "reportUnusedExpression": False,  # attributes that are only named
    "reportMatchNotExhaustive": False,
    "reportUnknownMemberType": False,  # of libraries; this package is checked by itself
}


def modules(page: Path) -> Iterator[tuple[str, str]]:
    """Return the name and the text of the modules that the blocks of a page make."""
    name = re.sub(r"\W", "_", page.relative_to(ROOT).as_posix())
    found = [block for block in blocks(page) if block.reason is None]
    sketches = [block for block in found if not block.is_program]
    if sketches:
        yield name, _sketches(sketches)
    for block in found:
        if block.is_program:
            yield f"{name}_{block.line}", "\n" * block.line + block.code


def _sketches(found: list[Block]) -> str:
    lines = [_NAMES]
    # What a block imports is there for those before it too: in a coroutine a name is local everywhere or nowhere.
    imports = "; ".join(dict.fromkeys(line for block in found for line in _imports(block))) or "pass"
    awaits = any(_awaits(block) for block in found)
    lines += (
        [f"async def page({_FIXTURES}) -> None:", f"    {imports}"] if awaits else [f"{_FIXTURES.replace(',', ';')}; {imports}"]
    )
    for block in found:
        lines += [""] * (block.line - len(lines))
        lines += textwrap.indent(block.code, "    " * awaits).splitlines()
    return "\n".join(lines) + "\n"


def _imports(block: Block) -> Iterator[str]:
    for node in _tree(block).body:
        if isinstance(node, ast.Import) or (isinstance(node, ast.ImportFrom) and node.module != "daftra_async"):
            yield ast.unparse(node)


def _tree(block: Block) -> ast.Module:
    tree = compile(block.code, "block", "exec", flags=ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    assert isinstance(tree, ast.Module)
    return tree


def _awaits(block: Block) -> bool:
    """Return whether a block awaits something at its top level."""
    try:
        compile(block.code, "block", "exec", dont_inherit=True)
    except SyntaxError:
        return True
    return False


def check() -> list[str]:
    """Return what pyright reports, each with its page and line."""
    with tempfile.TemporaryDirectory() as folder:
        pages = {}
        for page in (*PAGES, ROOT / "README.md"):
            for name, text in modules(page):
                Path(folder, f"{name}.py").write_text(text, "utf-8")
                pages[name] = page.relative_to(ROOT)
        Path(folder, "pyrightconfig.json").write_text(json.dumps({**_SILENT, "extraPaths": [str(ROOT)]}), "utf-8")
        command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--outputjson", "--project", folder]
        answer = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    return [_line(found, pages) for found in answer["generalDiagnostics"] if found["severity"] == "error"]


def _line(found: dict[str, Any], pages: dict[str, Path]) -> str:
    place = f"{pages[Path(found['file']).stem]}:{found['range']['start']['line'] + 1}"
    return f"{place}: {found['message']} ({found.get('rule', 'syntax')})"


def main() -> int:
    """Print what is found."""
    found = check()
    print(*found, sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
