"""The demo account, made once in a run for all tests: making it takes two seconds, and copying it a tenth of one."""

from __future__ import annotations

import fcntl
import os
from functools import cached_property
from typing import TYPE_CHECKING

import pytest

from daftra_async.sandbox import Sandbox, spec, usual_columns
from daftra_async.sandbox.account import Account
from daftra_async.sandbox.seed import fill
from daftra_async.sandbox.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that is made by the first process of a run that wants it; those of xdist share it.

    Args:
        factory: Its folder of the process is in the one that all of them share.
        name: Name of the folder.
        make: Fills an empty folder.
    """
    common = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        common = common.parent
    folder, part = common / name, factory.mktemp(name)
    with (common / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(part)
            part.rename(folder)
    return folder


def _make(folder: Path) -> None:
    store = Store(str(folder / "demo.db"))
    fill(Account(spec.load(), store), demo=True, value=1)
    usual_columns.prepare(store)
    store.close()


class DemoAccountFile:
    """The file of the demo account, made when it is first used."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        self._factory = factory

    @cached_property
    def path(self) -> str:
        """The file: no test may change it."""
        return str(made_once(self._factory, "demo-account", _make) / "demo.db")

    def open(self) -> Account:
        """Return the account; what is changed is changed in memory."""
        return Account(spec.load(), Store(self.path, scratch=True))


@pytest.fixture(scope="session", autouse=True)
def demo_account_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoAccountFile]:
    """Let every `Sandbox("demo")` without a file of its own start from the one file."""
    file = DemoAccountFile(tmp_path_factory)
    usual = Sandbox._open

    def start(self: Sandbox) -> Account:
        return file.open() if (self._db, self._seed, self._seed_value) == (":memory:", "demo", 1) else usual(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sandbox, "_open", start)
        yield file
