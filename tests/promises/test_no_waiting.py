"""Tests let no time pass: what waits a moment for something to be over fails on a machine that is busy."""

import ast
from pathlib import Path

HERE = Path(__file__).parents[1]
ALLOWED = {"postgres.py": "starts the server before the tests begin"}


def waits_of(text):
    """Yield the lines of calls of `sleep` of asyncio and time, other than those that only let others run."""
    for node in ast.walk(ast.parse(text)) if "sleep(" in text else ():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "sleep":
            module = node.func.value
            if isinstance(module, ast.Name) and module.id in {"asyncio", "time"} and ast.unparse(node) != "asyncio.sleep(0)":
                yield node.lineno


def test_none_sleeps():
    found = [
        f"{path.relative_to(HERE)}:{line}"
        for path in sorted(HERE.rglob("*.py"))
        if path.name not in ALLOWED
        for line in waits_of(path.read_text(encoding="utf-8"))
    ]
    assert not found, "wait for an event, or put the clock of the loop forward: tests/waiting.py"


def test_a_sleep_is_found():
    lines = ["async def test():", "await asyncio.sleep(0)", "await asyncio.sleep(0.1)", "time.sleep(n)", "await pauses.sleep(3)"]
    assert sorted(waits_of("\n    ".join(lines))) == [3, 4]
