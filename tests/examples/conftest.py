"""The examples as they are started: with their own folder on the path, and skipped where their libraries are missing."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from daftra_async.sandbox import spec
from daftra_async.sandbox.account import Account
from daftra_async.sandbox.seed import fill
from daftra_async.sandbox.store import Store
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A filled account on disk, made once."""
    path = str(tmp_path_factory.mktemp("sandbox") / "demo.db")
    store = Store(path)
    fill(Account(spec.load(), store), demo=True, value=1)
    store.close()
    return path


@pytest.fixture
def demo_db(demo_file: str, tmp_path: Path) -> str:
    """A copy of it for one test."""
    return str(shutil.copy(demo_file, tmp_path / "account.db"))


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EXAMPLES))


@pytest.fixture(autouse=True)
async def _nothing_left() -> AsyncIterator[None]:
    """After each test there are no tasks that it began, and what it forgot to close warns, which is an error."""
    before = asyncio.all_tasks()
    yield
    with contextlib.suppress(AssertionError):
        await until(lambda: asyncio.all_tasks() <= before | {asyncio.current_task()})
    left = asyncio.all_tasks() - before - {asyncio.current_task()}
    assert not left, left
    gc.collect()
