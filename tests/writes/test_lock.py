"""The lock between programs: who holds it, who waits, and when it ends."""

from __future__ import annotations

import asyncio
import errno
import os
import sys
from pathlib import Path

import pytest

from daftra_async import ArgumentError, FileLock, Lock, RequestNotSent, _files
from daftra_async.writes import lock as module
from daftra_async.writes.lock import holding
from tests.waiting import turns

HOLDER = """
import asyncio, os, sys
from daftra_async import FileLock
asyncio.run(FileLock(sys.argv[1]).acquire())
print("held", flush=True)
sys.stdin.read()
"""


def open_files() -> int:
    return len(list(Path("/dev/fd").iterdir()))


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_POLL", 0)


async def test_the_second_waits_for_the_first(tmp_path: Path) -> None:
    path = tmp_path / "orders.lock"
    first, second = FileLock(path), FileLock(str(path))
    assert isinstance(first, Lock)
    await first.acquire()
    waiting = asyncio.create_task(second.acquire())
    await turns()
    assert not waiting.done()
    await first.release()
    await waiting
    await second.release()
    await second.release()
    assert path.read_bytes() == b""
    assert repr(first) == f"FileLock({str(path)!r})"


async def test_one_object_excludes_its_own_tasks(tmp_path: Path) -> None:
    lock, inside = FileLock(tmp_path / "lock"), 0

    async def work() -> None:
        nonlocal inside
        async with holding(lock):
            inside += 1
            await turns(5)
            assert inside == 1
            inside -= 1

    await asyncio.gather(*(work() for _ in range(5)))


async def test_a_wait_that_is_cancelled_holds_nothing(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    await first.acquire()
    descriptors = open_files()
    waiting = asyncio.create_task(second.acquire())
    await turns()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert open_files() == descriptors
    await first.release()
    await second.acquire()
    await second.release()


async def test_it_ends_with_a_killed_process_and_tells_of_it(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    holder = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", HOLDER, str(path)), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert holder.stdout is not None
    assert await holder.stdout.readline() == b"held\n"
    lock = FileLock(path)
    waiting = asyncio.create_task(lock.acquire())
    await turns()
    assert not waiting.done()
    holder.kill()
    await holder.communicate()
    await waiting
    assert lock.in_doubt
    lock.in_doubt = False
    await lock.release()
    await lock.acquire()
    assert not lock.in_doubt
    await lock.release()


async def test_a_doubt_is_handed_on_until_it_is_settled(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    await first.acquire()
    assert not first.in_doubt
    first.in_doubt = True
    await first.release()
    for _ in range(2):
        await second.acquire()
        assert second.in_doubt
        await second.release()


async def test_a_file_that_cannot_be_written_leaves_nothing_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    lock, descriptors = FileLock(tmp_path / "lock"), open_files()
    with monkeypatch.context() as patched:
        patched.setattr(os, "pwrite", full)
        with pytest.raises(OSError, match="full"):
            await lock.acquire()
    await lock.acquire()
    with monkeypatch.context() as patched:
        patched.setattr(os, "ftruncate", full)
        with pytest.raises(OSError, match="full"):
            await lock.release()
    assert open_files() == descriptors


async def test_only_an_ordinary_file_is_taken(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name in ("link", "."):
        with pytest.raises(ArgumentError, match="lock: "):
            await FileLock(tmp_path / name).acquire()
    assert not (tmp_path / "elsewhere").exists()


async def test_a_file_with_other_contents_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("number,amount\n")
    with pytest.raises(ArgumentError, match=r"lock: .*orders\.csv holds something else"):
        await FileLock(path).acquire()
    assert path.read_text() == "number,amount\n"


def test_a_system_without_locks_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_files, "fcntl", None)
    with pytest.raises(ArgumentError, match="no locks on files"):
        FileLock("orders.lock")


async def test_a_lock_that_was_not_given() -> None:
    class Never:
        async def acquire(self) -> bool:
            return False

        async def release(self) -> None:
            raise AssertionError

    with pytest.raises(RequestNotSent, match="not given"):
        async with holding(Never()):
            raise AssertionError
