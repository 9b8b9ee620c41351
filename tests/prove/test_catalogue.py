"""Every doubt has its experiment."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from daftra_async.catalogue import operations
from daftra_async.prove import EXPERIMENTS
from daftra_async.prove.experiments import RECIPES
from daftra_async.prove.kinds import KINDS

ROOT = Path(__file__).parents[2]
FACTS = ROOT / "docs" / "wire-facts.md"
FRAGMENTS = ROOT / "openapi"


def unproven() -> list[str]:
    rows = [line.strip("| ").split(" | ") for line in FACTS.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [row[0] for row in rows if len(row) == 3 and "unproven" in row[1]]


def test_every_doubtful_operation_has_an_experiment() -> None:
    doubtful = {op.id for op in operations() if op.doubtful} | {"request_branch_id"}  # a parameter, the only one in doubt
    marks = sum(path.read_text("utf-8").count("x-daftra-doubtful:") for path in FRAGMENTS.rglob("*.yaml"))
    assert len(doubtful) == marks
    assert doubtful - {experiment.name for experiment in EXPERIMENTS} == set()


def test_the_experiment_of_an_operation_is_about_it() -> None:
    ids = {op.id for op in operations()}
    assert [each.name for each in EXPERIMENTS if each.name in ids and each.operations != (each.name,)] == []


@pytest.mark.parametrize("fact", unproven())
def test_every_unproven_fact_has_an_experiment(fact: str) -> None:
    assert [each.name for each in EXPERIMENTS for words in each.facts if fact.replace("*", "").startswith(words)]


def test_every_named_fact_is_there_and_unproven() -> None:
    named = {words for each in EXPERIMENTS for words in each.facts}
    assert {words for words in named if not any(fact.replace("*", "").startswith(words) for fact in unproven())} == set()


def test_names_are_unique_and_kinds_are_known() -> None:
    assert len({each.name for each in EXPERIMENTS}) == len(EXPERIMENTS)
    assert {each.kind for each in EXPERIMENTS if each.reason is None} == set(KINDS)
    assert {each.kind for each in EXPERIMENTS if each.reason is not None} == {"untried"}


def test_what_reads_makes_nothing_and_what_writes_needs_leave_to() -> None:
    for each in EXPERIMENTS:
        if each.record is not None and RECIPES[each.record].delete is None:
            assert each.needs in {"leave", "read"}, each.name


def test_made_up_records_carry_the_mark() -> None:
    unmarked = [name for name, recipe in RECIPES.items() if recipe.create and "{mark}" not in repr(recipe.body)]
    # A bundle has no text of its own: it names a made-up product.
    assert unmarked == ["product_bundle"]


def test_addresses_cannot_exist() -> None:
    assert all("email" not in key or value == "{email}" for recipe in RECIPES.values() for key, value in flat(recipe.body))


def flat(body: object) -> list[tuple[str, object]]:
    if isinstance(body, dict):
        return [pair for key, value in body.items() for pair in [(key, value), *flat(value)]]
    return [pair for value in body for pair in flat(value)] if isinstance(body, list) else []


def test_kinds_are_functions_of_a_lab_and_an_experiment() -> None:
    assert all(list(inspect.signature(kind).parameters) == ["lab", "experiment"] for kind in KINDS.values())
