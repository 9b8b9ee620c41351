"""ARCHITECTURE.md names files and functions that exist, and features that take at most four files to understand."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TEXT = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
_FILE = re.compile(r"`(?P<path>[a-z][\w/.]*(?:\.(?:py|json|yaml|md|toml)|/))`(?: \(`(?P<name>\w+)`\))?")
_FEATURES = TEXT[TEXT.index("## How does ... work?") :]


def place(path: str) -> Path:
    """Where a file is that the page names: below the package, or in the repository."""
    return next((found for found in (ROOT / "daftra_async" / path, ROOT / path) if found.exists()), ROOT / path)


def test_every_file_is_there() -> None:
    paths = {match["path"] for match in _FILE.finditer(TEXT)}
    assert len(paths) > 40
    # The second step of a path says the folder once.
    assert {path for path in paths if not place(path).exists() and not place(f"lists/{path}").exists()} == set()


def test_every_function_is_in_its_file() -> None:
    named = [match for match in _FILE.finditer(TEXT) if match["name"]]
    assert len(named) > 15
    assert {match[0] for match in named if match["name"] not in place(match["path"]).read_text("utf-8")} == set()


def test_six_features_take_four_files_each() -> None:
    rows = [line for line in _FEATURES.splitlines() if line.startswith("| ") and not line.startswith("| feature")]
    assert len(rows) == 6
    for row in rows:
        assert 1 < len(_FILE.findall(row)) <= 4, row
