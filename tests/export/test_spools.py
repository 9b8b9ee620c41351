from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest

from daftra_async.export.lock import NAME
from daftra_async.export.spools import TemporaryFolder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_what_a_killed_process_left_is_removed_and_what_is_in_use_stays(tmp_path: Path) -> None:
    used = TemporaryFolder()
    (used.path / "clients.jsonl").write_text("{}")
    # A lock ends with its process, so what is left of one is the file.
    left, foreign = tmp_path / "daftra-export-left", tmp_path / "daftra-export-other"
    for folder in (left, foreign):
        folder.mkdir()
        (folder / "clients.jsonl").write_text("{}")
    (left / NAME).write_text("1\n")
    new = TemporaryFolder()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([used.path.name, new.path.name, foreign.name])
    assert (used.path / "clients.jsonl").exists()
    used.remove()
    new.remove()
    assert [*tmp_path.iterdir()] == [foreign]


def test_links_are_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / NAME).write_text("1\n")
    (tmp_path / "daftra-export-link").symlink_to(elsewhere)
    TemporaryFolder().remove()
    assert (elsewhere / NAME).exists()
