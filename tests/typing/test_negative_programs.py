"""Wrong programs fail both type checkers, on the lines that say so and for the reason they name, and nowhere else.

A line is marked `# error: <codes of mypy> | <rules of pyright>`; one of each side has to be reported there. The programs end in
`.txt`, so that `make check` does not take them for ours; they are copied to be checked.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
NEGATIVE = HERE / "negative"
MARK = re.compile(r"#\s*error:\s*(?P<mypy>[a-z -]+)\|(?P<pyright>[A-Za-z ]+)$")
FOLLOWS = {"reportUnknownMemberType", "reportUnknownVariableType", "reportUnknownArgumentType", "reportUnknownLambdaType"}
"""What pyright says besides, where it does not know a type because of the error."""


class Marked(NamedTuple):
    mypy: frozenset[str]
    pyright: frozenset[str]


Place = tuple[str, int]
Reports = dict[Place, set[str]]


def marks(file: Path) -> dict[Place, Marked]:
    found: dict[Place, Marked] = {}
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if "error:" in line:
            match = MARK.search(line)
            assert match, f"{file.name}:{number}: this is no mark"
            found[file.stem, number] = Marked(frozenset(match["mypy"].split()), frozenset(match["pyright"].split()))
    return found


EXPECTED = {place: mark for file in sorted(NEGATIVE.glob("*.py.txt")) for place, mark in marks(file).items()}


def of_mypy(folder: Path) -> Reports:
    config = ("--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", str(ROOT / ".mypy_cache"))
    command = (sys.executable, "-m", "mypy", *config, "--strict", "--output", "json", "--no-error-summary", str(folder))
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    reports: Reports = {}
    for line in done.stdout.splitlines():
        one = json.loads(line)
        if one["severity"] == "error":
            reports.setdefault((Path(one["file"]).name, one["line"]), set()).add(one["code"])
    return reports


def of_pyright(folder: Path, config: Path) -> Reports:
    settings = {"include": [str(folder)], "extraPaths": [str(ROOT)], "typeCheckingMode": "strict", "pythonVersion": "3.11"}
    config.write_text(json.dumps({**settings, "reportUnusedExpression": False, "reportUnusedCoroutine": False}), "utf-8")
    command = (str(Path(sys.executable).parent / "pyright"), "--pythonpath", sys.executable, "--outputjson", "-p", str(config))
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    reports: Reports = {}
    for one in json.loads(done.stdout)["generalDiagnostics"]:
        if one["severity"] == "error" and one["rule"] not in FOLLOWS:
            place = Path(one["file"]).name, one["range"]["start"]["line"] + 1
            reports.setdefault(place, set()).add(one["rule"])
    return reports


def problems(reports: Reports, wanted: dict[Place, frozenset[str]]) -> list[str]:
    lines = [
        f"{file}:{line}: no error, expected {sorted(codes)}"
        for (file, line), codes in wanted.items()
        if (file, line) not in reports
    ]
    for (file, line), codes in sorted(reports.items()):
        allowed = wanted.get((file, line), frozenset())
        if not codes & allowed or codes - allowed:
            lines.append(f"{file}:{line}: {sorted(codes)}, expected {sorted(allowed)}")
    return lines


def test_there_are_enough_of_them() -> None:
    assert len(EXPECTED) >= 50


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("negative")
    for file in NEGATIVE.glob("*.py.txt"):
        shutil.copyfile(file, folder / file.stem)
    return folder


def test_mypy_refuses_them(copies: Path) -> None:
    assert problems(of_mypy(copies), {place: mark.mypy for place, mark in EXPECTED.items()}) == []


def test_pyright_refuses_them(copies: Path) -> None:
    reports = of_pyright(copies, copies / "pyrightconfig.json")
    assert problems(reports, {place: mark.pyright for place, mark in EXPECTED.items()}) == []


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        ({("a.py", 1): {"arg-type"}}, []),
        ({}, ["a.py:1: no error, expected ['arg-type']"]),
        ({("a.py", 1): {"misc"}}, ["a.py:1: ['misc'], expected ['arg-type']"]),
        ({("a.py", 1): {"arg-type"}, ("a.py", 2): {"misc"}}, ["a.py:2: ['misc'], expected []"]),
    ],
)
def test_what_does_not_agree_is_told(reports: Reports, told: list[str]) -> None:
    assert problems(reports, {("a.py", 1): frozenset({"arg-type"})}) == told
