"""Mistakes in `prove.yaml` are reported with their places, and every operation in doubt needs an experiment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from codegen.experiments import FILE, render
from codegen.parse import parse
from codegen.problems import FragmentError

if TYPE_CHECKING:
    from tests.codegen.conftest import SmallSet


def rendered(small: SmallSet, experiments: Any, recipes: Any = None) -> str | None:
    small.write(FILE, {"x-daftra-experiments": experiments, "x-daftra-recipes": recipes or {}})
    fragments = small.load()
    return render(fragments, parse(fragments))


def problems(small: SmallSet, experiments: Any, recipes: Any = None) -> list[str]:
    with pytest.raises(FragmentError) as caught:
        rendered(small, experiments, recipes)
    return [str(problem) for problem in caught.value.problems]


def doubtful(small: SmallSet) -> dict[str, Any]:
    """Return an experiment for each operation in doubt."""
    resources = parse(small.load()).resources
    names = [each.id for resource in resources for each in resource.endpoints if each.doubtful]
    return {name: {"kind": "untried", "question": "?"} for name in names}


def test_without_the_file_there_is_nothing(small: SmallSet) -> None:
    fragments = small.load()
    assert render(fragments, parse(fragments)) is None


def test_each_entry_becomes_python(small: SmallSet) -> None:
    known = doubtful(small)
    assert known
    name = next(iter(known))
    text = rendered(
        small,
        known | {"more": {"kind": "clock", "question": "Is it?", "operations": [name], "record": "gadget"}},
        {"gadget": {"create": name, "body": {"name": "{mark}"}}},
    )
    assert text is not None
    space: dict[str, Any] = {}
    exec(compile(text, FILE, "exec"), space)
    assert [each.name for each in space["EXPERIMENTS"]] == [*known, "more"]
    assert space["EXPERIMENTS"][0].operations == (name,)
    assert space["EXPERIMENTS"][-1].record == "gadget"
    assert space["RECIPES"]["gadget"].body == {"name": "{mark}"}


def test_a_doubt_without_an_experiment(small: SmallSet) -> None:
    known = doubtful(small)
    missing = known.popitem()[0]
    assert problems(small, known) == [f"prove.yaml#/x-daftra-experiments: {missing} is in doubt, and no experiment asks about it"]


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ({"kind": "clock"}, "/one: missing: question"),
        ({"kind": "clock", "question": "?", "recrod": "x"}, "/one/recrod: unknown key"),
        ({"kind": "clock", "question": "?", "record": "x"}, "/one/record: there is no recipe 'x'"),
        ({"kind": "clock", "question": "?", "operations": ["a.b"]}, "/one: there is no operation 'a.b'"),
    ],
)
def test_mistakes_of_experiments(small: SmallSet, entry: Any, problem: str) -> None:
    known = doubtful(small)
    whole = {"operations": [next(iter(known))], **entry}
    assert problems(small, {**known, "one": whole}) == [f"prove.yaml#/x-daftra-experiments{problem}"]


def test_mistakes_of_recipes(small: SmallSet) -> None:
    assert problems(small, doubtful(small), {"gadget": {"create": "a.b", "bdoy": {}}}) == [
        "prove.yaml#/x-daftra-recipes/gadget: there is no operation 'a.b'",
        "prove.yaml#/x-daftra-recipes/gadget/bdoy: unknown key",
    ]
