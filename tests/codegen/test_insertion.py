"""Members and items are put into a YAML file without touching the rest of its text."""

from __future__ import annotations

import pytest

from codegen.insertion import Text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a:\n  p:\n    x: 1\n", "a:\n  p:\n    x: 1\n    k: v\n    l: w\n"),
        ("a:\n  p: {x: 1}\n", "a:\n  p: {x: 1, k: v, l: w}\n"),
        ("a:\n  p: {}\n", "a:\n  p: {k: v, l: w}\n"),
        ("a:\n  t: o\n", "a:\n  t: o\n  p:\n    k: v\n    l: w\n"),
        ("a:\n  t: o", "a:\n  t: o\n  p:\n    k: v\n    l: w\n"),
        (
            "a:\n  p:\n    x: >-\n      long\n      text\n\n# end\n",
            "a:\n  p:\n    x: >-\n      long\n      text\n    k: v\n    l: w\n\n# end\n",
        ),
        (
            "a:\n  p:\n    x: [1,\n      2]  # why\n\nb: 1\n",
            "a:\n  p:\n    x: [1,\n      2]  # why\n    k: v\n    l: w\n\nb: 1\n",
        ),
        ("a:\n  p:\n    x:\n    - 1\nb: 1\n", "a:\n  p:\n    x:\n    - 1\n    k: v\n    l: w\nb: 1\n"),
    ],
)
def test_members_are_added_where_they_belong(old: str, new: str) -> None:
    text = Text(old)
    text.add_member(("a", "p"), "k", "v")
    text.add_member(("a", "p"), "l", "w")
    assert text.changed() == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("p: [1]\n", "p: [1, 2, 3]\n"),
        ("p: []\n", "p: [2, 3]\n"),
        ("p:\n  - 1\nq: 1\n", "p:\n  - 1\n  - 2\n  - 3\nq: 1\n"),
        ("p:\n- >-\n  one\nq: 1\n", "p:\n- >-\n  one\n- 2\n- 3\nq: 1\n"),
    ],
)
def test_items_are_added_where_they_belong(old: str, new: str) -> None:
    text = Text(old)
    text.add_item(("p",), "2")
    text.add_item(("p",), "3")
    assert text.changed() == new


def test_there_must_be_a_place() -> None:
    text = Text("a: 1\nb: {c: 1}\n")
    for path in (("a", "p"), ("z", "p"), ("b", "p"), ("a",)):
        with pytest.raises(LookupError):
            text.add_member(path, "k", "v")
    with pytest.raises(LookupError):
        text.add_item(("z",), "1")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a:\n  k: v\n  l: w\n", "a:\n  l: w\n"),
        ("a:\n  l: w\n  k: >-\n    long\n    text\n\n# end\nb: 1\n", "a:\n  l: w\n\n# end\nb: 1\n"),
        ("a:\n  k:\n    - 1\n    - 2\n  l: w\n", "a:\n  l: w\n"),
        ("a:\n  k: {x: 1}  # why\n  l: w\n", "a:\n  l: w\n"),
    ],
)
def test_members_are_removed_with_all_their_lines(old: str, new: str) -> None:
    text = Text(old)
    text.remove_member(("a",), "k")
    text.remove_member(("a",), "k")
    assert text.changed() == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a: {k: v, l: w}\n", "a: {k: x, l: w}\n"),
        ("a:\n  k: v  # why\n", "a:\n  k: x  # why\n"),
        ("a: {k: [1, 2]}\n", "a: {k: x}\n"),
    ],
)
def test_values_are_replaced_where_they_stand(old: str, new: str) -> None:
    text = Text(old)
    text.replace(("a", "k"), "x")
    assert text.changed() == new


def test_changes_of_one_text_do_not_disturb_each_other() -> None:
    text = Text("a:\n  e: {r: {k: v}}\n  d: long\n  p: 1\n")
    text.remove_member(("a",), "d")
    text.replace(("a", "e", "r", "k"), "longer")
    text.add_member(("a", "e", "r"), "n", "m")
    text.add_member(("a",), "q", "2")
    assert text.changed() == "a:\n  e: {r: {k: longer, n: m}}\n  p: 1\n  q: 2\n"


def test_only_what_is_there_is_removed_or_replaced() -> None:
    text = Text("a: {k: v}\nb:\n  k:\n    l: w\n")
    for path, key in ((("a",), "k"), (("b",), "x"), (("z",), "k"), (("a", "k"), "v")):
        with pytest.raises(LookupError):
            text.remove_member(path, key)
    for path in (("z",), ("a", "x"), ("b", "k")):
        with pytest.raises(LookupError):
            text.replace(path, "x")
