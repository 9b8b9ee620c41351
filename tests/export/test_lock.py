"""One export at a time in a folder."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from daftra_async.errors import ArgumentError
from daftra_async.export.lock import NAME, FolderLock

if TYPE_CHECKING:
    from pathlib import Path


def test_one_lock_at_a_time_also_in_one_process(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path), FolderLock(tmp_path)
    first.acquire()
    with pytest.raises(ArgumentError, match=r"process \d+ is exporting into"):
        second.acquire()
    first.release()
    first.release()
    second.acquire()
    second.release()
    assert list(tmp_path.iterdir()) == []


def test_the_lock_of_a_process_that_is_gone_stops_nobody(tmp_path: Path) -> None:
    code = "import os, sys, pathlib; from daftra_async.export.lock import FolderLock\n"
    code += "FolderLock(pathlib.Path(sys.argv[1])).acquire(); os.kill(os.getpid(), 9)"
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == -9  # our own code
    assert (tmp_path / NAME).exists()
    lock = FolderLock(tmp_path)
    lock.acquire()
    lock.release()


def test_without_locks_the_file_is_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daftra_async._files.fcntl", None)
    first, second = FolderLock(tmp_path), FolderLock(tmp_path)
    first.acquire()
    with pytest.raises(ArgumentError, match="delete"):
        second.acquire()
    first.release()
    second.acquire()
    second.release()
