from typing import Any

import pytest

from daftra_async.errors import ArgumentError
from daftra_async.http.sorting import sort_query


@pytest.mark.parametrize(
    ("order", "pairs"),
    [
        ("created", [("sort[created]", "asc")]),
        ("-created", [("sort[created]", "desc")]),
        (["a", "-b"], [("sort[a]", "asc"), ("sort[b]", "desc")]),
        ({"a": "desc", "b": "asc"}, [("sort[a]", "desc"), ("sort[b]", "asc")]),
    ],
)
def test_orders(order: Any, pairs: list[tuple[str, str]]) -> None:
    assert sort_query(order) == pairs


@pytest.mark.parametrize("order", ["a]", {"a": "down"}, ["a", "-a"], [], {}, 7, None])
def test_refused(order: Any) -> None:
    with pytest.raises(ArgumentError) as caught:
        sort_query(order)
    assert caught.value.argument == "sort"
