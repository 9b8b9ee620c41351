"""Files that are replaced as a whole, opened without following links, and locked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from daftra_async import _files
from daftra_async._files import NotOrdinaryFile, create, has_other_names, open_ordinary, replaced, try_lock

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and modes of POSIX")


@pytest.mark.parametrize("kind", ["link", "dangling link", "pipe", "folder"])
def test_only_ordinary_files_are_opened(tmp_path: Path, kind: str) -> None:
    path, other = tmp_path / "file", tmp_path / "other"
    if "link" in kind:
        if kind == "link":
            other.write_text("of somebody else")
        path.symlink_to(other)
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    with pytest.raises(NotOrdinaryFile, match="symbolic link" if "link" in kind else "not an ordinary file"):
        open_ordinary(path, os.O_RDONLY)
    with pytest.raises(NotOrdinaryFile):
        open_ordinary(path, os.O_RDWR | os.O_CREAT)
    assert not (kind == "dangling link" and other.exists())


def test_a_file_that_the_flags_make_is_for_its_owner(tmp_path: Path) -> None:
    descriptor = open_ordinary(tmp_path / "file", os.O_RDWR | os.O_CREAT)
    os.close(descriptor)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileNotFoundError):
        open_ordinary(tmp_path / "missing", os.O_RDONLY)


def test_a_second_name_is_seen(tmp_path: Path) -> None:
    with create(tmp_path / "file") as file:
        assert not has_other_names(file.fileno())
        os.link(tmp_path / "file", tmp_path / "second")
        assert has_other_names(file.fileno())


def test_a_new_file_takes_the_place_of_a_link_and_not_of_its_target(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("kept")
    (tmp_path / "file").symlink_to(tmp_path / "other")
    with create(tmp_path / "file") as file:
        file.write(b"new")
    assert (tmp_path / "other").read_text() == "kept"
    assert (tmp_path / "file").read_text() == "new"


@pytest.mark.parametrize("part", [None, ".file.part"])
def test_a_replaced_file_is_the_old_one_until_the_block_ends(tmp_path: Path, part: str | None) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    beside = None if part is None else tmp_path / part
    if beside is not None:
        beside.write_text("what a killed run left")
    with replaced(path, beside) as file:
        file.write(b"new")
        file.flush()
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("part", [None, ".file.part"])
def test_a_block_that_raises_changes_nothing(tmp_path: Path, part: str | None) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt), replaced(path, None if part is None else tmp_path / part) as file:
        file.write(b"half")
        raise KeyboardInterrupt
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("durable", [True, False])
def test_a_durable_file_is_on_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, durable: bool
) -> None:
    synced = []
    monkeypatch.setattr(os, "fsync", lambda _: synced.append((tmp_path / "file").exists()))
    with replaced(tmp_path / "file", durable=durable) as file:
        file.write(b"new")
    assert synced == ([False] if durable else [])


def test_a_lock_has_one_holder(tmp_path: Path) -> None:
    with create(tmp_path / "file") as first, (tmp_path / "file").open("rb") as second:
        assert try_lock(first.fileno())
        assert not try_lock(second.fileno())
        first.close()
        assert try_lock(second.fileno())


def test_without_locks_nobody_is_held_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_files, "fcntl", None)
    assert not _files.has_locks()
    with create(tmp_path / "file") as first, (tmp_path / "file").open("rb") as second:
        assert try_lock(first.fileno())
        assert try_lock(second.fileno())
