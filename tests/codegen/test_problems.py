"""A broken fragment gives a clear error: which file, where in it, and why."""

from __future__ import annotations

import copy
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from codegen.__main__ import main
from codegen.fragments import Fragments
from codegen.parse import parse
from codegen.problems import FragmentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from codegen.problems import Problem
    from tests.codegen.conftest import SmallSet

GADGETS = "v1/gadgets.yaml"
GET = "/paths/~1api2~1gadgets~1{id}/get"


def _problems(small: SmallSet, change: Callable[[Any], None]) -> tuple[Problem, ...]:
    content = copy.deepcopy(small.read(GADGETS))
    change(content)
    small.write(GADGETS, content)
    with pytest.raises(FragmentError) as caught:
        parse(small.load())
    return caught.value.problems


def _get(content: Any) -> Any:
    return content["paths"]["/api2/gadgets/{id}"]["get"]


def _one(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, problems
    return problems[0]


def test_unknown_reference(small: SmallSet) -> None:
    def change(content: Any) -> None:
        content["components"]["schemas"]["Gadget"]["properties"]["colour"] = {"$ref": "#/components/schemas/Nope"}

    problem = _one(_problems(small, change))
    assert problem.file == GADGETS
    assert problem.pointer == "/components/schemas/Gadget/properties/colour"
    assert "#/components/schemas/Nope" in problem.reason


@pytest.mark.parametrize("other", ["nope", "price"])
def test_a_property_that_excludes_none_or_itself(small: SmallSet, other: str) -> None:
    def change(content: Any) -> None:
        content["components"]["schemas"]["Gadget"]["properties"]["price"]["x-daftra-exclusive"] = other

    problem = _one(_problems(small, change))
    assert problem.pointer == "/components/schemas/Gadget/properties/price/x-daftra-exclusive"
    assert f"no other property {other!r}" in problem.reason


def test_reference_to_a_missing_file(small: SmallSet) -> None:
    def change(content: Any) -> None:
        _get(content)["parameters"] = [{"$ref": "../common/nope.yaml#/components/parameters/Id"}]

    problem = _one(_problems(small, change))
    assert problem.pointer == f"{GET}/parameters/0"
    assert "common/nope.yaml" in problem.reason


def test_duplicate_operation_id(small: SmallSet) -> None:
    problem = _one(_problems(small, lambda content: _get(content).update(operationId="gadgets.list")))
    assert problem.pointer == f"{GET}/operationId"
    assert "duplicate operationId gadgets.list" in problem.reason


def test_two_fields_with_one_python_name(small: SmallSet) -> None:
    def change(content: Any) -> None:
        del content["components"]["schemas"]["Gadget"]["properties"]["Deposit"]["x-daftra-name"]

    problem = _one(_problems(small, change))
    assert problem.pointer == "/components/schemas/Gadget/properties/Deposit"
    assert "'deposit' is taken by the field 'deposit'" in problem.reason
    assert "x-daftra-name" in problem.reason


def test_a_field_that_hides_one_of_its_base(small: SmallSet) -> None:
    def change(content: Any) -> None:
        content["components"]["schemas"]["Gadget"]["properties"]["Id"] = {"type": "integer"}

    assert "'id' is taken by the field 'id'" in _one(_problems(small, change)).reason


@pytest.mark.parametrize("name", ["extra", "issues"])
def test_a_field_that_hides_what_every_record_has(small: SmallSet, name: str) -> None:
    def change(content: Any) -> None:
        content["components"]["schemas"]["Gadget"]["properties"][name] = {"type": "string"}

    assert "taken by the base class" in _one(_problems(small, change)).reason


def test_missing_envelope(small: SmallSet) -> None:
    problem = _one(_problems(small, lambda content: _get(content).pop("x-daftra-envelope")))
    assert problem.pointer == GET
    assert "missing envelope" in problem.reason


def test_missing_envelope_of_a_body(small: SmallSet) -> None:
    def change(content: Any) -> None:
        del content["paths"]["/api2/gadgets"]["post"]["x-daftra-envelope"]["request"]

    assert "missing envelope" in _one(_problems(small, change)).reason


def test_unknown_envelope(small: SmallSet) -> None:
    def change(content: Any) -> None:
        _get(content)["x-daftra-envelope"]["response"]["kind"] = "v3-single"

    problem = _one(_problems(small, change))
    assert "'v3-single' is not one of" in problem.reason


def test_path_and_parameters_that_differ(small: SmallSet) -> None:
    problem = _one(_problems(small, lambda content: _get(content).update(parameters=[])))
    assert "['id']" in problem.reason


def test_two_parameters_with_one_python_name(small: SmallSet) -> None:
    def change(content: Any) -> None:
        parameter = {"name": "Limit", "in": "query", "schema": {"type": "integer"}}
        content["paths"]["/api2/gadgets"]["get"]["parameters"].append(parameter)

    assert "'limit'" in _one(_problems(small, change)).reason


def test_a_key_that_stands_twice(small: SmallSet) -> None:
    small.write("v1/twice.yaml", "components:\n  schemas:\n    A: {type: object}\n    A: {type: object}\n")
    with pytest.raises(FragmentError, match="'A' stands twice"):
        small.load()


def test_a_schema_in_two_files(small: SmallSet) -> None:
    small.write("v1/again.yaml", {"components": {"schemas": {"Part": {"type": "object"}}}})
    with pytest.raises(FragmentError, match=r"v1/gadgets.yaml#/components/schemas/Part: the schema Part stands in v1/again.yaml"):
        parse(small.load())


def test_every_problem_is_reported_at_once(small: SmallSet) -> None:
    def change(content: Any) -> None:
        _get(content).pop("summary")
        content["components"]["schemas"]["Gadget"]["properties"]["extra"] = {"type": "string"}

    assert len(_problems(small, change)) == 2


def test_the_command_prints_problems_and_fails(small: SmallSet, capsys: pytest.CaptureFixture[str]) -> None:
    small.write("v1/bad.yaml", "- not a mapping\n")
    assert main(["--fragments", str(small.root), "--package", str(small.root)]) == 1
    assert "v1/bad.yaml#: a fragment is a mapping" in capsys.readouterr().err


def test_yaml_keeps_text_as_text(small: SmallSet) -> None:
    small.write("v1/text.yaml", "a: {no: on, day: 2026-01-01, yes: true}\n")
    assert Fragments.load(small.root).files["v1/text.yaml"]["a"] == {"no": "on", "day": "2026-01-01", "yes": True}


def _reference(small: SmallSet, **changes: Any) -> Problem:
    def change(content: Any) -> None:
        content["paths"]["/api2/gadgets"]["post"]["x-daftra-reference"].update(changes)

    return _one(_problems(small, change))


def test_reference_to_a_field_that_is_not_there(small: SmallSet) -> None:
    assert "'nope'" in _reference(small, field="nope").reason
    assert _reference(small, field="nope").pointer.endswith("/post/x-daftra-reference/field")


def test_reference_to_a_field_that_is_only_written(small: SmallSet) -> None:
    assert "'secret'" in _reference(small, field="secret").reason


def test_reference_looked_up_elsewhere(small: SmallSet) -> None:
    assert "is not a list of Gadget" in _reference(small, lookup={"operation": "gadgets.get", "scan": {}}).reason
    assert "is not a list of Gadget" in _reference(small, lookup={"operation": "nope.list", "scan": {}}).reason
    assert "no parameter 'nope'" in _reference(small, lookup={"operation": "gadgets.list", "parameter": "nope"}).reason


def test_reference_with_half_a_lookup(small: SmallSet) -> None:
    assert "either" in _reference(small, lookup={"operation": "gadgets.list"}).reason
    assert "needs a field" in _reference(small, lookup={}).reason


def test_reference_of_an_operation_without_a_record(small: SmallSet) -> None:
    def change(content: Any) -> None:
        reference = content["paths"]["/api2/gadgets"]["post"]["x-daftra-reference"]
        content["paths"]["/api2/gadgets"]["get"]["x-daftra-reference"] = reference

    assert "writes one record" in _one(_problems(small, change)).reason


def test_booleans_are_numbers_or_said_to_be_none(small: SmallSet) -> None:
    def change(content: Any) -> None:
        content["components"]["schemas"]["Gadget"]["properties"]["is_sold"]["x-daftra-wire"] = "0/1"

    problem = _one(_problems(small, change))
    assert problem.pointer == "/components/schemas/Gadget/properties/is_sold/x-daftra-wire"
    assert "'true/false', or nothing" in problem.reason


@pytest.mark.parametrize(
    "carry", ["status", {"from": 7}, {"object": "status"}, {"form": "status"}, {"from": "a", "each": "b"}, {"none": ""}]
)
def test_carry_that_says_nothing(small: SmallSet, carry: Any) -> None:
    def change(content: Any) -> None:
        content["components"]["schemas"]["Gadget"]["properties"]["class"]["x-daftra-carry"] = carry

    problem = _one(_problems(small, change))
    assert problem.pointer == "/components/schemas/Gadget/properties/class/x-daftra-carry"
    assert "from, object, each, none" in problem.reason


def _twin(small: SmallSet, twin: Any, verb: str = "get") -> Problem:
    def change(content: Any) -> None:
        content["paths"]["/api2/gadgets"][verb]["x-daftra-twin"] = twin

    return _one(_problems(small, change))


def test_a_twin_names_an_entity_and_no_more_than_its_doubt(small: SmallSet) -> None:
    assert "it names an entity" in _twin(small, "gadget").reason
    assert "it names an entity" in _twin(small, {"doubtful": "Nobody has seen it."}).reason
    assert _twin(small, {"entity": "gadget", "level": 2}).pointer.endswith("/get/x-daftra-twin")


def test_only_a_v1_list_has_a_twin(small: SmallSet) -> None:
    assert "only a v1 list" in _twin(small, {"entity": "gadget"}, verb="post").reason


def test_a_twin_with_an_undocumented_key_is_doubtful(tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parents[2] / "openapi", tmp_path / "openapi")
    fragment = tmp_path / "openapi" / "v1" / "notes.yaml"
    fragment.write_text(re.sub(r", doubtful: [^}]*", "", fragment.read_text()))
    with pytest.raises(FragmentError) as caught:
        parse(Fragments.load(tmp_path / "openapi"))
    assert "'note' is not among the documented keys" in _one(caught.value.problems).reason


@pytest.mark.parametrize(
    ("write", "names", "reason"),
    [
        ("replace", ["nope"], "GadgetInput has no field 'nope'"),
        ("replace", ["price", "modified"], "GadgetInput has no field 'modified'"),
        ("replace", "name", "a list of fields"),
        ("replace", [], "a list of fields"),
        ("merge", ["name"], "`x-daftra-write: replace`"),
    ],
)
def test_losses_that_cannot_be(small: SmallSet, write: str, names: Any, reason: str) -> None:
    def change(content: Any) -> None:
        content["paths"]["/api2/gadgets"]["post"].update({"x-daftra-write": write, "x-daftra-lost": names})

    problem = _one(_problems(small, change))
    assert reason in problem.reason
    assert problem.pointer.endswith("/post/x-daftra-lost")
