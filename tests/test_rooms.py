"""The rooms of the package: what imports by text, and how many modules stand at the top.

`make check` holds the imports against the contracts in pyproject.toml. It does not see names that are imported by text, so the
places that do so are listed here.
"""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "daftra_async"
BY_TEXT = {
    "__init__.py": "the public names load when they are first used",
    "catalogue.py": "a resource is loaded with its first operation",
    "models/__init__.py": "models load when they are first used",
    "testing/__init__.py": "its names load when they are first used",
    "cli/app.py": "a command is loaded when it runs",
    "http/values.py": "an enumeration is loaded with the first value that is checked",
    "lists/answers.py": "a model is loaded with its first record",
    "wire/fast/decoder.py": "a model is loaded with its first page",
    "wire/hints.py": "a model is loaded with its first record",
    "wire/converter.py": "loads models ahead",
}
FOREIGN = {
    "altair",
    "dask",
    "distributed",
    "dlt",
    "duckdb",
    "fsspec",
    "keyring",
    "pandas",
    "polars",
    "pyarrow",
    "pyarrow.compute",
    "pyarrow.csv",
    "pyarrow.parquet",
    "vl_convert",
    "xlsxwriter",
    "yaml",
}
IMPORTING = ("import_module", "__import__")
MOST_AT_THE_TOP = 16


def by_text(tree: ast.Module) -> list[ast.Call]:
    """Return the imports by text of this package; those of other packages are named plainly."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [call for call in calls if ast.unparse(call.func).endswith(IMPORTING)]
    return [call for call in named if not (isinstance(call.args[0], ast.Constant) and call.args[0].value in FOREIGN)]


def test_what_imports_by_text_is_known() -> None:
    texts = {path: path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if path.parent.name != "resources"}
    found = {
        str(path.relative_to(PACKAGE))
        for path, text in texts.items()
        if any(name in text for name in IMPORTING) and by_text(ast.parse(text))
    }
    assert found == set(BY_TEXT)


def test_every_room_has_its_floor() -> None:
    settings = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    floors = {name for layer in layers for name in layer.split(" | ")}
    rooms = {f"{PACKAGE.name}.{path.parent.name}" for path in PACKAGE.glob("*/__init__.py")}
    assert rooms - floors == set()


def test_few_modules_stand_at_the_top() -> None:
    assert len(list(PACKAGE.glob("*.py"))) <= MOST_AT_THE_TOP


def test_an_import_by_text_is_seen() -> None:
    assert by_text(ast.parse("import importlib\nimportlib.import_module(f'daftra_async.{name}')"))
    assert not by_text(ast.parse("import importlib\nimportlib.import_module('pyarrow')"))
