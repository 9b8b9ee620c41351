"""Records of an incremental run, merged into those of earlier ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from daftra_async.export.merge import merge

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


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
