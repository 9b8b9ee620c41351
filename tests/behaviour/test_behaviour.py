"""Every case of the data beside this module, over a real socket."""

from __future__ import annotations

from typing import Any

import pytest

from daftra_async.sandbox.fault_kinds import KINDS
from tests.behaviour import matrix
from tests.behaviour.case import HERE, bugs, check, load, run

FILES = [path.name for path in sorted(HERE.glob("*.json")) if path.name not in {"matrix.json", "bugs.json"}]
CASES = [case for name in FILES for case in load(name)]


def params(cases: list[Any]) -> list[Any]:
    known = bugs()
    return [
        pytest.param(
            case, id=case["name"], marks=[pytest.mark.xfail(reason=known[case["bug"]])] if case.get("bug") in known else []
        )
        for case in cases
    ]


@pytest.mark.parametrize("case", params(CASES))
async def test_case(case, server):
    check(case, await run(case, server))


@pytest.mark.parametrize("case", params(matrix.cases()))
async def test_matrix(case, server):
    check(case, await run(case, server))


def test_names_are_unique():
    names = [case["name"] for case in CASES]
    assert len(set(names)) == len(names)


def test_matrix_holds_every_kind():
    assert {row["fault"] for row in load("matrix.json")} == KINDS.keys() - {"none"}
    assert all(row["cells"].keys() == matrix.OPERATIONS.keys() for row in load("matrix.json"))


def test_table_of_the_docs_is_the_matrix():
    assert matrix.documented() == matrix.table(), "run: python -m tests.behaviour.matrix"
