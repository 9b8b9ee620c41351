"""The large account, here with few records: made once, and never changed by the sandboxes that start from it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async.sandbox import Sandbox, large
from daftra_async.sandbox.__main__ import main
from daftra_async.sandbox.seed import LARGE, Sizes
from daftra_async.sandbox.store import NewRecord, Store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large, "LARGE", Sizes(clients=20, products=10, invoices=60))
        folder = tmp_path_factory.mktemp("cache")
        large.large_file(1, folder)
        yield folder


def test_size() -> None:
    assert LARGE.invoices == 100_000


async def test_changes_are_forgotten(cache: Path) -> None:
    path = large.path_of(1, cache)
    before = path.read_bytes()
    counts: list[int] = []
    for _ in range(2):
        async with Sandbox("large", cache=cache) as one, Sandbox("large", cache=cache, date_format="Y-m-d") as other:
            for sandbox in (one, other):
                found = sandbox.record("invoice", 1)
                assert found is not None
                added = [NewRecord("invoice", {**found, "id": 10_000 + number, "notes": "x" * 5000}) for number in range(100)]
                sandbox.account.store.add(added)
                sandbox.account.store.delete("invoice", 2)
                counts.append(sandbox.count("invoice"))
    assert counts == [60 + 40 + 100 - 1] * 4
    assert path.read_bytes() == before


def test_is_made_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [item.name for item in cache.iterdir()] == [large.path_of(1, cache).name], "nothing is left of making it"
    monkeypatch.setattr(large, "fill", None)
    assert large.large_file(1, cache) == large.path_of(1, cache)
    assert large.path_of(2, cache) != large.path_of(1, cache)


def test_is_the_same_wherever_it_is_made(cache: Path, tmp_path: Path) -> None:
    found = [Store(str(large.large_file(1, folder))) for folder in (cache, tmp_path)]
    first, second = ([record.raw for record in store.all("invoice")] for store in found)
    assert first == second
    for store in found:
        store.close()


async def test_in_a_file_of_the_user(cache: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "own.db")
    for _ in range(2):
        async with Sandbox("large", db=path, cache=cache) as sandbox:
            sandbox.account.store.delete("invoice", 2)
            assert sandbox.count("invoice") == 60 + 40 - 1
    db = sqlite3.connect(path)
    assert db.execute("SELECT COUNT(*) FROM cells").fetchone()[0] > 100, "usual filters find their columns"
    db.close()


def test_folder_that_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(["--seed", "large", "--cache", str(tmp_path / "file" / "folder")]) == 1
    assert "--cache" in capsys.readouterr().err
