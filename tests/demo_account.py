"""The demo account, made once and copied for each test."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from daftra_async.sandbox import spec
from daftra_async.sandbox.account import Account
from daftra_async.sandbox.seed import fill
from daftra_async.sandbox.store import Store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("sandbox") / "demo.db")
    store = Store(path)
    fill(Account(spec.load(), store), demo=True, value=1)
    store.close()
    return path


@pytest.fixture
def demo_db(filled: str, tmp_path: Path) -> str:
    return str(shutil.copy(filled, tmp_path / "account.db"))
