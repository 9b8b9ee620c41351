"""The generator's output for a small fragment set, kept as files.

When the output changes on purpose: `python tests/codegen/test_golden.py` rewrites the record; read its diff.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from codegen.fragments import Fragments
from codegen.output import build
from codegen.parse import parse

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"


def _files(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.py"))}


def test_output_is_the_golden_record(tmp_path: Path) -> None:
    build(parse(Fragments.load(HERE / "fragments")), tmp_path)
    assert _files(tmp_path) == {name.removesuffix(".txt"): text for name, text in _golden().items()}


def test_generating_twice_gives_the_same(tmp_path: Path) -> None:
    api = parse(Fragments.load(HERE / "fragments"))
    build(api, tmp_path / "a")
    build(api, tmp_path / "b")
    assert _files(tmp_path / "a") == _files(tmp_path / "b")


def _golden() -> dict[str, str]:
    return {path.relative_to(GOLDEN).as_posix(): path.read_text("utf-8") for path in sorted(GOLDEN.rglob("*.txt"))}


if __name__ == "__main__":
    shutil.rmtree(GOLDEN, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        build(parse(Fragments.load(HERE / "fragments")), Path(folder))
        for name, text in _files(Path(folder)).items():
            # Not .py: neither linters nor test collection should take them for code of the project.
            (GOLDEN / f"{name}.txt").parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / f"{name}.txt").write_text(text, "utf-8")
