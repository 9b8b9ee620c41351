"""Turns of accounts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from daftra_async.export.scheduler import FairQueue


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
