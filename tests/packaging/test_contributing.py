"""CONTRIBUTING.md taken at its word: its fragment, its command, its list of files, its program."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
RECIPE = TEXT.partition("## Adding an operation")[2].partition("\n## ")[0]
COPIED = ("openapi", "codegen", "daftra_async", "docs", "README.md", "pyproject.toml", "Makefile")


def block(language: str) -> str:
    found = re.findall(rf"```{language}\n(.*?)```", RECIPE, re.DOTALL)
    assert len(found) == 1, f"the recipe has one block of {language}"
    return found[0]


def contents(root: Path) -> dict[str, bytes]:
    """Return the files below a folder, without what running leaves behind."""
    files = (path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy, whose packages come before those of the project."""
    variables = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments], cwd=root, env=variables, capture_output=True, text=True, check=False
    )


def made(root: Path, target: str) -> None:
    """Run what a target of the Makefile runs, with this Python."""
    rule = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", (root / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert rule is not None, f"the Makefile has no target {target}"
    for line in rule[1].splitlines():
        python, *arguments = line.strip().lstrip("@").split()
        assert python == "$(BIN)/python", line
        done = run(root, *arguments)
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the generator reads and writes."""
    root = tmp_path_factory.mktemp("project")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name)  # with its compiled modules: their times are copied, too
        else:
            shutil.copy(source, root / name)
    return root


def test_the_recipe(project: Path) -> None:
    before = contents(project)
    path = re.search(r"`(openapi/v2/\w+\.yaml)`:\n\n```yaml", RECIPE)
    assert path is not None
    (project / path[1]).write_text(block("yaml"), "utf-8")
    for command in block("sh").splitlines():
        make, target = command.split()
        assert make == "make"
        made(project, target)
    after = contents(project)
    changed = {f" M {name}" for name in before if after.get(name) != before[name]} | {
        f"?? {name}" for name in after.keys() - before
    }
    assert sorted(changed) == sorted(block("text").splitlines())

    (project / "program.py").write_text(block("python"), "utf-8")
    done = run(project, "program.py")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "25.50 2026-12-31 [1]\n"
    (project / "program.py").write_text(block("python").replace('code="A-17", ', ""), "utf-8")
    assert "TypeError" in run(project, "program.py").stderr

    code = (
        "import daftra_async, daftra_async.models as m\n"
        "ids = [one.id for one in daftra_async.operations() if one.resource == 'gift_cards']\n"
        "print(daftra_async.__file__, ids, repr(m.GiftCard(code='secret-code', amount=1)))"
    )
    told = run(project, "-c", code).stdout
    assert str(project) in told
    assert "['gift_cards.list', 'gift_cards.get', 'gift_cards.create']" in told
    assert "secret-code" not in told


def test_every_key_of_the_fragments_is_explained() -> None:
    used = {
        key for path in (ROOT / "openapi").rglob("*.yaml") for key in re.findall(r"(x-daftra-[a-z-]+):", path.read_text("utf-8"))
    }
    explained = set(re.findall(r"^\| `(x-daftra-[a-z-]+)` \|", TEXT, re.MULTILINE))
    assert used == explained


def test_the_commands_and_files_it_names_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = {name for line in re.findall(r"\bmake ((?:[a-z][a-z-]* ?)+)`", TEXT) for name in line.split()}
    targets |= set(re.findall(r"^make ([a-z-]+)", TEXT, re.MULTILINE))
    assert {"generate", "check", "test", "api", "dist", "test-wheel"} <= targets
    for name in targets:
        assert re.search(rf"^{name}:", makefile, re.MULTILINE), name
    security = (ROOT / "SECURITY.md").read_text("utf-8")
    for name in re.findall(r"`((?:tests|docs|openapi|changes)/[\w./-]*)`", TEXT + security):
        assert "gift_card" in name or (ROOT / name).exists() or name.endswith(".md"), name
