"""The fragments in changes/ are named so that they reach the changelog: towncrier passes over the others without a word."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]
KINDS = [kind["directory"] for kind in CONFIG["type"]]
NAME = re.compile(rf"(?:\+[a-z0-9]+(?:-[a-z0-9]+)*|[1-9][0-9]*)\.(?:{'|'.join(KINDS)})\.md")


def problems(folder: Path) -> list[str]:
    """Return what is wrong with the fragments of a folder."""
    found: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.name in {"README.md", ".gitkeep"}:
            continue
        if not NAME.fullmatch(path.name):
            found.append(f"{path.name}: expected +word.KIND.md and NUMBER.KIND.md with KIND one of {', '.join(KINDS)}")
        elif not path.read_text("utf-8").strip():
            found.append(f"{path.name}: it is empty")
        elif path.read_text("utf-8").lstrip().startswith(("-", "*", "#")):
            found.append(f"{path.name}: it starts with markup; the changelog makes the list")
    return found


def draft(folder: Path, version: str = "9.9.9") -> str:
    """Return what towncrier would write."""
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", version, "--dir", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_fragments_are_named_right() -> None:
    assert problems(ROOT / "changes") == []


def test_each_fragment_is_in_the_next_changelog() -> None:
    text = " ".join(draft(ROOT).split())
    for path in (ROOT / "changes").glob("*.md"):
        if path.name != "README.md":
            assert " ".join(path.read_text("utf-8").split()) in text, path.name


def test_the_changelog_says_where_releases_go() -> None:
    assert (ROOT / "CHANGELOG.md").read_text("utf-8").count(CONFIG["start_string"].strip()) == 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "CHANGELOG.md").write_text(f"# Changelog\n\n{CONFIG['start_string']}\n## 0.0.1\n\n- First.\n", "utf-8")
    (tmp_path / "changes").mkdir()
    return tmp_path


def test_every_kind_has_its_heading(folder: Path) -> None:
    for kind in KINDS:
        (folder / f"changes/+a-{kind}.{kind}.md").write_text(f"Text of {kind}.\n", "utf-8")
    (folder / "changes/41.fix.md").write_text("Text with a number.\n", "utf-8")
    assert problems(folder / "changes") == []
    text = draft(folder)
    assert "## 9.9.9" in text
    places = [text.index(f"### {kind['name']}\n\n- Text") for kind in CONFIG["type"]]
    assert places == sorted(places)
    assert "- Text with a number. (#41)" in text


def test_a_release_goes_below_the_marker(folder: Path) -> None:
    (folder / "changes/+new.feature.md").write_text("Something new.\n", "utf-8")
    command = [sys.executable, "-m", "towncrier", "build", "--keep", "--version", "0.0.2", "--dir", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    text = (folder / "CHANGELOG.md").read_text("utf-8")
    assert text.startswith(f"# Changelog\n\n{CONFIG['start_string']}\n## 0.0.2 (")
    assert text.index("Something new.") < text.index("## 0.0.1")


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("webhooks.feature.md", "x", "expected"),
        ("+webhooks.md", "x", "expected"),
        ("+webhooks.feat.md", "x", "expected"),
        ("+Web Hooks.feature.md", "x", "expected"),
        ("+webhooks.feature.txt", "x", "expected"),
        ("0.fix.md", "x", "expected"),
        ("+webhooks.feature.md", " \n", "it is empty"),
        ("+webhooks.feature.md", "- Webhooks.", "it starts with markup"),
    ],
)
def test_a_wrong_fragment_is_found(folder: Path, name: str, text: str, problem: str) -> None:
    (folder / "changes" / name).write_text(text, "utf-8")
    assert [line for line in problems(folder / "changes") if line.startswith(f"{name}: {problem}")]
