"""Wrong programs fail both type checkers, on the lines that say so and for the reason they name, and nowhere else.

`make check` runs this: `python -m tests.typing.negative_programs`. A line is marked
`# error: <codes of mypy> | <rules of pyright>`; one of each side has to be reported there. The programs end in `.txt`, so that
the checkers do not take them for ours; they are copied to be checked.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

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


def main() -> int:
    """Check the programs, and tell where a checker says something else than expected."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in NEGATIVE.glob("*.py.txt"):
            shutil.copyfile(file, folder / file.stem)
        wrong = [f"mypy: {line}" for line in problems(of_mypy(folder), {at: mark.mypy for at, mark in EXPECTED.items()})]
        reports = of_pyright(folder, folder / "pyrightconfig.json")
        wrong += [f"pyright: {line}" for line in problems(reports, {at: mark.pyright for at, mark in EXPECTED.items()})]
    print("\n".join(wrong) or f"{len(EXPECTED)} lines are refused as they should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
