"""Lists and maps of records in a body: a refusal names the item."""

from __future__ import annotations

from typing import Any

import pytest

from daftra_async.operation import UNSET
from daftra_async.wire.containers import is_numbered, map_writer, text_key, write_list
from daftra_async.wire.refusals import Refusal


def doubled(value: Any) -> Any:
    if value < 0:
        msg = "below zero"
        raise ValueError(msg)
    return value * 2


def test_items_are_written_in_order() -> None:
    assert write_list(doubled, [1, 2]) == [2, 4]


def test_a_refusal_names_the_position() -> None:
    with pytest.raises(Refusal, match=r"^\[1\]: below zero$"):
        write_list(doubled, [1, -2])


def test_members_are_written_under_their_keys_and_what_is_unset_is_left_out() -> None:
    assert map_writer(doubled)({"0": 1, "x": UNSET}) == {"0": 2}
    assert map_writer(doubled)(3) == 6


def test_a_refusal_names_the_key() -> None:
    with pytest.raises(Refusal, match=r"^\[b\]: below zero$"):
        map_writer(doubled)({"a": 1, "b": -1})


def test_a_key_is_text() -> None:
    assert text_key("a") == "a"
    with pytest.raises(TypeError, match="the key 1 is not text"):
        text_key(1)


@pytest.mark.parametrize(("members", "numbered"), [({"0": 1, "7": 2}, True), ({"a": 1}, False), ({}, False), ({0: 1}, False)])
def test_a_map_of_positions_is_known_by_its_keys(members: Any, numbered: bool) -> None:
    assert is_numbered(members) is numbered
