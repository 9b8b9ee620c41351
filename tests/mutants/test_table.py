"""The table names what is there."""

from pathlib import Path

import pytest

from tests.mutants.table import MANY, PARTS

TESTS = Path(__file__).parents[1]
PROMISED = {"retry", "pipeline", "reconcile", "pagination", "drift"}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_modules_and_tests_are_there(part):
    assert [module for module in part.modules if not (TESTS.with_name("daftra_async") / module).is_file()] == []
    assert [test for test in (*part.tests, MANY) if not (TESTS / test).is_file()] == []


def test_what_is_promised():
    assert {part.name for part in PARTS if part.share >= 80} == PROMISED
