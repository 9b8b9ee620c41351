"""What editors show: every public thing of the generated code says what it is."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parent.parent.parent / "daftra_async"
GENERATED = [*sorted((PACKAGE / "models").glob("*.py")), *sorted((PACKAGE / "resources").glob("*.py"))]
SHORTEST = 4


def silent(tree: ast.Module, where: str) -> Iterator[str]:
    """Yield the classes, methods and fields without a docstring."""
    for cls in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
        if len(ast.get_docstring(cls) or "") < SHORTEST:
            yield f"{where}: {cls.name}"
        if "FindOptions" in {ast.unparse(base) for base in cls.bases}:
            continue  # keywords of the look-ups: they are named after attributes of the record, which are documented there
        for at, node in enumerate(cls.body):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                overload = "overload" in {ast.unparse(decorator) for decorator in node.decorator_list}
                if not overload and not node.name.startswith("_") and len(ast.get_docstring(node) or "") < SHORTEST:
                    yield f"{where}: {cls.name}.{node.name}"
            elif isinstance(node, ast.AnnAssign) and not _is_text(cls.body[at + 1] if at + 1 < len(cls.body) else None):
                name = ast.unparse(node.target)
                if not name.startswith("_"):
                    yield f"{where}: {cls.name}.{name}"


def _is_text(node: ast.stmt | None) -> bool:
    value = node.value if isinstance(node, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and len(value.value) >= SHORTEST


@pytest.mark.parametrize("folder", ["models", "resources"])
def test_every_class_method_and_field_has_a_docstring(folder: str) -> None:
    files = [file for file in GENERATED if file.parent.name == folder]
    assert len(files) > 50
    assert [line for file in files for line in silent(ast.parse(file.read_text("utf-8")), file.name)] == []


def test_every_argument_is_explained() -> None:
    missing: list[str] = []
    methods = 0
    for file in (*sorted((PACKAGE / "resources").glob("*.py")), *sorted((PACKAGE / "resource" / "mixins").glob("*.py"))):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            told = ast.get_docstring(node)
            if told is None:  # type checkers and editors take the docstring of the method that it narrows
                continue
            methods += 1
            names = [arg.arg for arg in (*node.args.args[1:], *node.args.kwonlyargs)]
            missing += [f"{file.name}: {node.name}({name})" for name in names if f"\n    {name}: " not in told]
    assert methods > 250
    assert missing == []


@pytest.mark.parametrize(
    "source",
    [
        "class A:\n    x: int = 1\n",
        "class A:\n    '''A class.'''\n    x: int = 1\n    y: int = 2\n    '''A field.'''\n",
        "class A:\n    '''A class.'''\n    def do(self): ...\n",
    ],
)
def test_what_is_silent_is_found(source: str) -> None:
    assert list(silent(ast.parse(source), "a.py"))
