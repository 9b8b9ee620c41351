"""The parts of an export that need no server: merging, turns, manifests, locks, places."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async.errors import ArgumentError
from daftra_async.export import store_for
from daftra_async.export.folder import FolderStore
from daftra_async.export.lock import NAME, FolderLock
from daftra_async.export.manifest import FRESH, Done, Manifest, Running
from daftra_async.export.merge import merge
from daftra_async.export.protocols import Checkpoint
from daftra_async.export.scheduler import FairQueue

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_changed_rows_stand_in_their_places_and_new_ones_at_the_end(tmp_path: Path) -> None:
    base = write(tmp_path / "base", [{"id": 1, "v": "old"}, {"id": "2", "v": "old"}, {"v": "no id"}, {"id": 3, "v": "old"}])
    changes = write(tmp_path / "new", [{"id": 9, "v": "ع"}, {"id": 2, "v": "a"}, {"id": 2, "v": "b"}, {"v": "x"}, {"v": "x"}])
    assert merge(base, changes, tmp_path / "result") == 7
    assert read(tmp_path / "result") == [
        {"id": 1, "v": "old"},
        {"id": 2, "v": "b"},
        {"v": "no id"},
        {"id": 3, "v": "old"},
        {"id": 9, "v": "ع"},
        {"v": "x"},
        {"v": "x"},
    ]


def test_nothing_to_merge_into_is_an_empty_file(tmp_path: Path) -> None:
    changes = write(tmp_path / "new", [{"id": 1}, {"id": 1}])
    assert merge(tmp_path / "none", changes, tmp_path / "result") == 1


_ROWS = st.lists(st.tuples(st.integers(0, 9), st.text(max_size=3)))


@given(base=st.dictionaries(st.integers(0, 9), st.text(max_size=3)), changes=_ROWS)
def test_merging_is_updating_a_dictionary(tmp_path_factory: pytest.TempPathFactory, base: dict[int, str], changes: Any) -> None:
    folder = tmp_path_factory.mktemp("merge")
    old = write(folder / "old", [{"id": key, "v": value} for key, value in base.items()])
    new = write(folder / "new", [{"id": key, "v": value} for key, value in changes])
    held = merge(old, new, folder / "result")
    expected = {**base, **dict(changes)}
    assert [(row["id"], row["v"]) for row in read(folder / "result")] == list(expected.items())
    assert held == len(expected)
    assert merge(folder / "result", new, folder / "again") == held
    assert (folder / "again").read_bytes() == (folder / "result").read_bytes()


def test_a_large_account_gets_no_more_than_its_share() -> None:
    turns = FairQueue({"large": list(range(100)), "a": [1, 2], "b": [1]})
    running = [turns.take() for _ in range(3)]
    assert [turn and turn[0] for turn in running] == ["large", "a", "b"]
    turns.release("b")
    assert turns.take() == ("large", 1)  # b has no more, and a has one that runs
    turns.release("large")
    turns.release("a")
    assert turns.take() == ("a", 2)
    assert len(turns) == 98


@given(st.dictionaries(st.text(max_size=3), st.lists(st.integers()), max_size=5))
def test_all_work_is_given_out_once_and_in_the_order_of_each_account(work: dict[str, list[int]]) -> None:
    turns, taken = FairQueue(work), dict[str, list[int]]()
    while (turn := turns.take()) is not None:
        taken.setdefault(turn[0], []).append(turn[1])
        turns.release(turn[0])
    assert taken == {name: items for name, items in work.items() if items}


def done(run: str, **rest: Any) -> Done:
    values: dict[str, Any] = {
        "file": "clients.jsonl", "records": 1, "held": 1, "bytes": 9, "pages": 1, "announced": 1, "received": 1, "changed": False,
        "newest": None, "seconds": 1.0, "incremental": None, "base": True,
    }  # fmt: skip
    return Done(run=run, **{**values, **rest})


def follow(data: Any, **rest: Any) -> Manifest:
    return Manifest.follow(data, **{"identity": "acme", "fingerprint": "f", "now": NOW, **rest})


def interrupted() -> Manifest:
    manifest = follow(None)
    manifest.end("clients", done(manifest.run))
    at = Checkpoint(page=3, records=30, total=99, mark="m", offset=1234)
    manifest.running["invoices"] = Running(began=NOW.isoformat(), start=None, checkpoint=at)
    return manifest


def test_an_interrupted_run_is_continued_as_it_was() -> None:
    old = interrupted()
    new = follow(json.loads(json.dumps(old.to_dict())), now=NOW + FRESH)
    assert new == attrs.evolve(old, resumed=True)
    assert new.finished("clients") is not None
    assert new.finished("invoices") is None


@pytest.mark.parametrize(
    "change",
    [
        {"fingerprint": "g"},
        {"resume": False},
        {"now": NOW + FRESH + dt.timedelta(seconds=1)},
        {"now": NOW - dt.timedelta(seconds=1)},
    ],
)
def test_otherwise_a_new_one_begins_and_knows_the_old_one(change: dict[str, Any]) -> None:
    new = follow(interrupted().to_dict(), **{"now": NOW + dt.timedelta(seconds=9), **change})
    assert (new.resumed, new.running, list(new.done)) == (False, {}, ["clients"])
    assert new.finished("clients") is None


def test_a_complete_run_is_history() -> None:
    old = attrs.evolve(interrupted(), complete=True)
    assert not follow(old.to_dict()).resumed


def test_another_account_knows_nothing() -> None:
    assert follow(interrupted().to_dict(), identity="other").done == {}


@pytest.mark.parametrize(
    "damage",
    [
        {},
        {"version": 99},
        {"resources": 5},
        {"resources": {"a": {"done": {"x": 1}}}},
        {"began": "?"},
        {"resources": {"a": {"done": {**attrs.asdict(done("r")), "newest": "yesterday"}}}},
        {"resources": {"a": {"done": {**attrs.asdict(done("r")), "seconds": "1"}}}},
        {"resources": {"a": {"running": {"began": "2026-01-01T00:00:00+00:00", "start": "?", "checkpoint": None}}}},
    ],
)
def test_a_damaged_manifest_is_none(damage: dict[str, Any]) -> None:
    data = {**interrupted().to_dict(), **damage} if damage else {}
    assert follow(data) == follow(None)


@pytest.mark.parametrize("data", [{}, {"page": "1", "records": 0}, {"page": -1, "records": 0}, {"page": True, "records": 0}])
def test_a_damaged_checkpoint_is_none(data: dict[str, Any]) -> None:
    assert Checkpoint.from_dict(data) is None
    assert Checkpoint.from_dict({"page": 1, "records": 2, "later": "unknown"}) == Checkpoint(page=1, records=2)


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


def test_places_are_folders_or_databases(tmp_path: Path) -> None:
    assert isinstance(store_for(str(tmp_path)), FolderStore)
    with pytest.raises(ArgumentError, match="'jsonl', 'csv' or 'parquet'"):
        store_for(tmp_path, "xlsx")  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="together with a database"):
        store_for("sqlite:///acme.db", "csv")


@pytest.mark.parametrize(
    ("to", "kind", "library", "module"),
    [
        ("postgresql+asyncpg://erp:pa55word@host/erp", "jsonl", "sqlalchemy", "daftra_async.export.sql.engine"),
        ("out", "parquet", "pyarrow", "daftra_async.export.parquet"),
    ],
)
def test_a_missing_library_is_named_before_anything_is_fetched(
    to: str, kind: Any, library: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (module, "daftra_async.export.sql.store"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.delattr("daftra_async.export.parquet", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ArgumentError, match=rf"^{library} is not installed; run: pip install 'daftra-async\[\w+\]'$"):
        store_for(to, kind)
