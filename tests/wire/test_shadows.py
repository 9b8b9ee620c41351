"""Columns of the structs that C decodes."""

from __future__ import annotations

import msgspec

from daftra_async.wire.shadows import cells_of


class Pair(msgspec.Struct, kw_only=True):
    one: int
    two: str | msgspec.UnsetType = msgspec.UNSET


def test_cells_hold_the_columns_in_steps_of_their_number() -> None:
    cells = cells_of([Pair(one=1, two="a"), Pair(one=2), Pair(one=3, two="c")])
    assert cells[0::2] == [1, 2, 3]
    assert cells[1::2] == ["a", msgspec.UNSET, "c"]


def test_nothing_has_no_cells() -> None:
    assert cells_of([]) == []
