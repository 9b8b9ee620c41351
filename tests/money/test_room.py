"""The room by itself: it needs no client, no sandbox and no float."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOM = Path(__file__).parent.parent.parent / "daftra_async" / "money"


def floats(tree: ast.Module) -> list[str]:
    """Return what makes a float: numbers that are written so, and the functions that give one."""
    numbers = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    names = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [ast.unparse(node) for node in (*numbers, *names) if ast.unparse(node) in {"float", "round"} or node in numbers]


@pytest.mark.parametrize("path", sorted(ROOM.glob("*.py")), ids=lambda path: path.stem)
def test_no_float_is_made(path: Path) -> None:
    assert floats(ast.parse(path.read_text("utf-8"))) == []


def test_a_float_is_seen() -> None:
    assert floats(ast.parse("x = 1.5\ny = float(x)\nz = round(x, 2)\nw = isinstance(x, float)")) == ["1.5", "float", "round"]


def test_it_loads_when_it_is_asked_for_and_loads_no_client() -> None:
    program = (
        "import sys, daftra_async; assert 'daftra_async.money' not in sys.modules; "
        "import daftra_async.money; print(sorted({'aiohttp', 'daftra_async.client', 'daftra_async.http', "
        "'daftra_async.sandbox', 'daftra_async.resources'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOM.parent.parent, check=True)
    assert done.stdout.strip() == "[]"
