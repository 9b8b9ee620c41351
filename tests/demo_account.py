"""The demo account, made once in a run and copied for each test: making it takes two seconds."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from daftra_async.sandbox import server, spec, usual_columns
from daftra_async.sandbox.account import Account
from daftra_async.sandbox.columns import Columns
from daftra_async.sandbox.seed import fill
from daftra_async.sandbox.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@attrs.frozen
class Copy:
    """What a store holds."""

    database: bytes
    counters: dict[str, Any]

    @classmethod
    def of(cls, store: Store) -> Copy:
        return cls(store._db.serialize(), {name: getattr(store, name).copy() for name in ("_last", "_changed", "_versions")})

    def put(self, store: Store) -> None:
        store._db.deserialize(self.database)
        store._columns = Columns(store._db)
        for name, value in self.counters.items():
            setattr(store, name, value.copy())


@pytest.fixture(scope="session", autouse=True)
def filled_once() -> Iterator[None]:
    """Let every `Sandbox("demo")` of a run that lies in memory start with a copy of the first one."""
    known: dict[int, Copy] = {}

    def fill_once(account: Account, *, demo: bool, value: int) -> None:
        in_memory = not account.store._db.execute("PRAGMA database_list").fetchone()[2]
        if demo and in_memory and value in known:
            known[value].put(account.store)
            return
        fill(account, demo=demo, value=value)
        if demo and in_memory:
            usual_columns.prepare(account.store)
            known[value] = Copy.of(account.store)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(server, "fill", fill_once)
        yield


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("sandbox") / "demo.db")
    store = Store(path)
    fill(Account(spec.load(), store), demo=True, value=1)
    usual_columns.prepare(store)
    store.close()
    return path


@pytest.fixture
def demo_db(demo_file: str, tmp_path: Path) -> str:
    return str(shutil.copy(demo_file, tmp_path / "account.db"))
