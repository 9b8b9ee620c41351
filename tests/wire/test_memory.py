"""What is remembered of the server's data is bounded in bytes, whatever it sends."""

from __future__ import annotations

import gc
import json
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async.wire import census
from daftra_async.wire.fast import PageDecoder, memory, source
from daftra_async.wire.fast.node import MOST_NESTED, MOST_NODES, Node
from tests.wire.sample import Kind, Paper, Status
from tests.wire.test_fast import V1, leaves, slowly, v1

if TYPE_CHECKING:
    from collections.abc import Callable

MEGABYTE = 1024 * 1024


def row(at: int) -> str:
    """Return a record of which nothing has been seen before."""
    long = f"{at} " + "x" * 500
    values = {"id": f" {at}", "day": f"{at} {long}", "created": f"2026-01-31 10:20:{at}", "kind": long, "status": str(at + 100)}
    return json.dumps({**values, "total": f" {at}", "draft": long, "no": long, f"{at} key": long, long: 1})


def extra_row(at: int) -> str:
    return json.dumps(
        {"id": "", "total": f"{at}, ", "day": f"{at % 28 + 1:02}/{at % 12 + 13}/{at}", "x": f"{at}", "kind": f"k{at}"}
    )


@pytest.mark.parametrize("make", [row, extra_row])
def test_pages_of_values_that_never_come_again(make: Callable[[int], str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "Share", lambda: memory.Share(memory.Pool(1000)))
    decoder = PageDecoder(V1, Paper)
    for at in range(20):
        decoder.read(v1([make(at)]))
    gc.collect()
    tracemalloc.start()
    try:
        for start in range(0, 3000, 300):
            body = v1([make(at) for at in range(start, start + 300)])
            if decoder.read(body) is None:
                slowly(body)
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
        census.reset()
    assert kept < 3 * MEGABYTE


def test_texts_are_remembered_within_a_share_of_the_process() -> None:
    pool = memory.Pool(100)
    share = memory.Share(pool)
    memo = memory.Memo(lambda text: (text, True), None, share)
    assert [memo[str(at)] for at in range(70)] == [str(at) for at in range(70)]
    assert len(memo) == 64
    assert memo["x" * 100] == "x" * 100
    assert len(memo) == 64
    del memo, share
    gc.collect()
    assert pool.left == 100


def test_long_names_and_values_are_counted_but_not_kept() -> None:
    census.reset()
    for at in range(100):
        census.record(census.unknown_field(1), "Paper", f"{at}" + "k" * 1000)
    assert census.census() == {"unknown field": {"Paper": {"...": 100}}}
    census.reset()


@pytest.mark.parametrize(("enumeration", "value"), [(Kind, lambda at: f"v{at}"), (Status, lambda at: at + 1000)])
def test_unknown_members_are_kept_up_to_a_bound(enumeration: Any, value: Callable[[int], Any]) -> None:
    before = len(enumeration._value2member_map_)
    for at in range(1000):
        assert enumeration(value(at)).value == value(at)
    assert len(enumeration._value2member_map_) <= before + 200
    assert Kind("x" * 1000) is not Kind("x" * 1000)


def test_places_that_are_learned_are_bounded() -> None:
    deep = '{"id": 1}'
    for _ in range(MOST_NESTED * 2):
        deep = f'{{"id": 1, "Inner": {deep}}}'
    body = v1([f'{{"id": 1, "First": {deep}}}'])
    decoder = PageDecoder(V1, Paper)
    for _ in range(3):
        read = decoder.read(body)
        assert read is not None
        assert leaves(read[1]) == leaves(slowly(body))
    assert decoder.fallbacks == 1
    assert max(node.depth for node in decoder._node.places) == MOST_NESTED
    root = Node(Paper)
    root.places.extend([root] * MOST_NODES)
    assert not root.has_room
