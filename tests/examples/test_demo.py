from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

import pytest

from daftra_async.catalogue import operations
from daftra_async.export import plan
from examples import demo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FETCHED = [target for target in plan(operations()) if not target.skip_reason]


class Stage:
    """The parts of the demo that are other processes."""

    def __init__(self) -> None:
        self.counts = dict.fromkeys((target.operation.id for target in FETCHED), 2)
        self.lines = 2
        self.code = 0
        self.stopped = False
        self.seed = ""

    @contextlib.contextmanager
    def sandbox(self, seed: str) -> Iterator[str]:
        self.seed = seed
        try:
            yield "http://127.0.0.1:1"
        finally:
            self.stopped = True

    def export(self, url: str, out: Path) -> int:
        for target in FETCHED:
            (out / target.file_name).write_text("{}\n" * self.lines)
        return self.code


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    stage = Stage()
    monkeypatch.setattr(demo, "_sandbox", stage.sandbox)
    monkeypatch.setattr(demo, "_export", stage.export)
    monkeypatch.setattr(demo, "_counts", lambda url: stage.counts)
    return stage


def test_equal_counts_end_with_0(stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.main(tmp_path) == 0
    out = capsys.readouterr().out
    assert f"All counts are equal: {2 * len(FETCHED)} records." in out
    assert "skipped: needs workflow_id" in out
    assert "NO" not in out


def test_the_large_account(stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.main(tmp_path, "large") == 0
    assert stage.seed == "large"
    assert "account 'large'" in capsys.readouterr().out


def test_a_different_count_ends_with_1(stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stage.counts["clients.list"] = 3
    assert demo.main(tmp_path) == 1
    out = capsys.readouterr().out
    assert "Counts differ." in out
    assert out.count("NO") == 2
    assert stage.stopped


def test_a_list_that_the_sandbox_does_not_count_is_no_success(stage: Stage, tmp_path: Path) -> None:
    del stage.counts["clients.list"]
    assert demo.main(tmp_path) == 1


def test_a_missing_file_is_no_success(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "_export", lambda url, out: 0)
    stage.counts = dict.fromkeys(stage.counts, 0)
    assert demo.main(tmp_path) == 1


def test_an_empty_account_is_no_success(stage: Stage, tmp_path: Path) -> None:
    stage.lines = 0
    stage.counts = dict.fromkeys(stage.counts, 0)
    assert demo.main(tmp_path) == 1


def test_a_failed_export_is_no_success(stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stage.code = 1
    assert demo.main(tmp_path) == 1
    assert "The export ended with code 1." in capsys.readouterr().out


def test_interrupt_stops_the_sandbox(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(url: str, out: Path) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "_export", interrupted)
    assert demo.main(tmp_path) == 130
    assert stage.stopped


def test_a_sandbox_that_does_not_start_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert demo.main(tmp_path) == 1
    assert capsys.readouterr().err == "demo: the sandbox did not start\n"
