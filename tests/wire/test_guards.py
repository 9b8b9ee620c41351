"""Shapes of JSON values, as messages tell them: never a value, which may be private."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pytest

from daftra_async.wire.guards import is_items, is_list, is_map, shape


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (None, "null"),
        ({}, "an empty object"),
        ({"id": 7, "name": "secret"}, "an object with id, name"),
        ({f"k{at}": at for at in range(9)}, "an object with k0, k1, k2, k3, k4, k5, k6, k7, ..."),
        ({"k" * 50: 1}, f"an object with {'k' * 40}"),
        ([1, 2], "a list of 2"),
        ("secret", "text"),
        (True, "a boolean"),
        (1.5, "a number"),
    ],
)
def test_a_body_is_told_by_its_shape(body: Any, told: str) -> None:
    assert shape(body) == told


def test_what_counts_as_which_container() -> None:
    assert [is_map(value) for value in ({}, MappingProxyType({}), [], "x")] == [True, True, False, False]
    assert [is_list(value) for value in ([], (), {}, "x")] == [True, False, False, False]
    assert [is_items(value) for value in ([], (), {}, "x")] == [True, True, False, False]
