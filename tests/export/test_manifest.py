"""What a run knows of the one before it."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import attrs
import pytest

from daftra_async.export.manifest import FRESH, Done, Manifest, Running
from daftra_async.export.protocols import Checkpoint

NOW = dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)


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


def test_a_complete_run_is_continued_by_one_of_its_name() -> None:
    old = attrs.evolve(interrupted(), complete=True, name="task 7").to_dict()
    again = follow(old, name="task 7")
    assert (again.resumed, again.complete, again.run) == (True, False, old["run"])
    assert again.finished("clients") is not None
    assert not follow(old, name="task 8").resumed
    assert not follow(old).resumed
    assert not follow(old, name="task 7", resume=False).resumed


def test_a_continued_run_takes_the_name_of_the_one_that_continues_it() -> None:
    again = follow(interrupted().to_dict(), name="task 7")
    assert (again.resumed, again.name) == (True, "task 7")


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
