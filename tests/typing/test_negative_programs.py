"""How the wrong programs are compared with their marks; `make check` runs both checkers over them."""

from __future__ import annotations

import pytest

from tests.typing.negative_programs import EXPECTED, Reports, problems


def test_there_are_enough_of_them() -> None:
    assert len(EXPECTED) >= 50


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        ({("a.py", 1): {"arg-type"}}, []),
        ({}, ["a.py:1: no error, expected ['arg-type']"]),
        ({("a.py", 1): {"misc"}}, ["a.py:1: ['misc'], expected ['arg-type']"]),
        ({("a.py", 1): {"arg-type"}, ("a.py", 2): {"misc"}}, ["a.py:2: ['misc'], expected []"]),
    ],
)
def test_what_does_not_agree_is_told(reports: Reports, told: list[str]) -> None:
    assert problems(reports, {("a.py", 1): frozenset({"arg-type"})}) == told
