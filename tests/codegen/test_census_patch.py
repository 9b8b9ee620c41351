"""A census becomes a patch that applies, and after which nothing of it is unknown."""

from __future__ import annotations

import importlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from codegen.census_patch import CensusPatch, main
from codegen.fragments import Fragments
from codegen.output import build
from codegen.parse import parse
from daftra_async.wire import structure
from daftra_async.wire.census_report import Report

if TYPE_CHECKING:
    from tests.codegen.conftest import SmallSet

ROOT = Path(__file__).parent.parent.parent


def report(**rules: dict[str, dict[str, int]]) -> Report:
    return Report.from_dict({name.replace("__", ": ").replace("_", " "): models for name, models in rules.items()})


def apply(patch: str, folder: Path) -> None:
    """Apply a patch in a folder that is in no repository, strictly."""
    subprocess.run(["git", "apply", "--whitespace=error", "-"], cwd=folder, input=patch.encode(), check=True)


REAL = Report.from_dict(
    {
        "unknown field: text": {"Client": {"loyalty_tier": 3, "no": 1, "Client_Id": 1, "it's, a: key": 1}},
        "unknown field: null": {"Client": {"loyalty_tier": 1}},
        "unknown field: object": {"Client": {"marketing": 2}},
        "unknown field": {
            "InvoiceDocument": {"zz": 1},
            "Invoice": {"zz": 1, "extra": 2, "client": 1},
            "Income": {"b": 2, "c": 1},
        },
        "unknown field: list": {"Brand": {"رقم": 1, "اسم": 1}},
        "unknown enum value: 21": {"Invoice": {"type": 3}},
        "unknown enum value: 9": {"Client": {"type": 1}, "Estimate": {"type": 1}},
        'unknown enum value: "pos shift"': {"Journal": {"entity_type": 1}},
    }
)


def test_the_real_fragments_know_everything_afterwards(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "openapi", tmp_path / "openapi")
    before = parse(Fragments.load(tmp_path / "openapi"))
    patch = CensusPatch.of(REAL, tmp_path / "openapi")
    assert patch.notes == []
    apply(patch.diff(), tmp_path)
    api = parse(Fragments.load(tmp_path / "openapi"))

    def wires(name: str) -> set[str]:
        schema = api.schemas[name]
        return {field.wire for field in schema.fields} | (wires(schema.base) if schema.base else set())

    for unknown in REAL.unknown_fields:
        assert unknown.field in wires(unknown.model)
    fields = {field.wire: field for field in api.schemas["Client"].fields}
    assert fields["loyalty_tier"].schema == {"type": ["string", "null"]}
    assert fields["loyalty_tier"].read_only
    assert fields["loyalty_tier"].doc == "Seen on a live account, not documented."
    assert {21, 9} <= set(api.enums["InvoiceType"].values)
    assert api.enums["ClientType"].members[-1] == "VALUE_9"
    assert api.enums["JournalEntityType"].members[-1] == "POS_SHIFT"
    # Nothing else changed, and a second look finds nothing to say.
    assert {
        name: len(schema.fields) for name, schema in api.schemas.items() if len(schema.fields) != len(before.schemas[name].fields)
    } == {
        "Client": len(before.schemas["Client"].fields) + 5,
        "InvoiceDocument": len(before.schemas["InvoiceDocument"].fields) + 1,
        "Invoice": len(before.schemas["Invoice"].fields) + 2,
        "Income": len(before.schemas["Income"].fields) + 2,
        "Brand": len(before.schemas["Brand"].fields) + 2,
    }
    again = CensusPatch.of(REAL, tmp_path / "openapi")
    assert again.diff() == ""
    assert {note.rpartition(": ")[2] for note in again.notes} == {"described by now"}


def test_generated_models_know_the_field(small: SmallSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Report.from_dict(
        {
            "unknown field: text": {"Gadget": {"shelf": 1}},
            "unknown field: list": {"Gadget": {"marks": 1}},
            "unknown field: object": {"Part": {"origin": 1}},
            "unknown field": {"Thing": {"weight": 1}},
            "unknown enum value: 3": {"Gadget": {"colour": 1}},
        }
    )
    apply(CensusPatch.of(seen, small.root).diff(), tmp_path)
    package = tmp_path / "site" / "generated_after_census"
    build(parse(small.load()), package)
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    try:
        gadget: Any = importlib.import_module("generated_after_census.models.gadget")
        part: Any = importlib.import_module("generated_after_census.models.part")
        colour: Any = importlib.import_module("generated_after_census.models.colour")
        sent = {"shelf": "A7", "marks": [1], "weight": {"kg": 1}, "colour": 3, "Part": [{"origin": {"country": "SA"}}]}
        monkeypatch.setattr("daftra_async.wire.hints.model", {"Part": part.Part, "Colour": colour.Colour}.__getitem__)
        record = structure(gadget.Gadget, sent)
        assert not record.extra
        assert not record.part[0].extra
        assert (record.shelf, record.marks, record.weight, record.colour.name) == ("A7", [1], {"kg": 1}, "VALUE_3")
    finally:
        for module in [module for module in sys.modules if module.startswith("generated_after_census")]:
            del sys.modules[module]


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("123", "differ from account to account"),
        ("le_custom_12", "differ from account to account"),
        ("client_custom_data", "differ from account to account"),
        ("...", "differ from account to account"),
        ("_beside", "differ from account to account"),
        ("price", "described by now"),
        ("id", "described by now"),
        ("", "no proper name"),
        ("line\nbreak", "no proper name"),
        ("x" * 200, "no proper name"),
    ],
)
def test_what_is_no_field_is_a_note(field: str, reason: str, small: SmallSet) -> None:
    patch = CensusPatch.of(report(unknown_field={"Gadget": {field: 1}}), small.root)
    assert patch.diff() == ""
    assert [reason in note for note in patch.notes] == [True]


def test_values_that_cannot_be_proposed_are_notes(small: SmallSet) -> None:
    patch = CensusPatch.of(
        Report.from_dict(
            {
                "unknown field": {"Nope": {"a": 1}},
                "unknown enum value": {"Gadget": {"colour": 1}},
                "unknown enum value: 3": {"Gadget": {"price": 1}, "Nope": {"a": 1}},
            }
        ),
        small.root,
    )
    assert patch.diff() == ""
    assert len(patch.notes) == 4


def test_known_values_are_left_out(small: SmallSet) -> None:
    assert CensusPatch.of(Report.from_dict({"unknown enum value: 2": {"Gadget": {"colour": 1}}}), small.root).diff() == ""


def test_the_command_prints_the_patch_and_nothing_else(
    small: SmallSet, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "census.json"
    file.write_text(json.dumps({"unknown field": {"Gadget": {"shelf": 1, "12": 1}}}))
    assert main([str(file), "--fragments", str(small.root)]) == 0
    out, err = capsys.readouterr()
    assert "+        shelf: {readOnly: true, description: 'Seen on a live account, not documented.'}\n" in out
    assert out.startswith("--- a/openapi/v1/gadgets.yaml\n")
    assert err.startswith("note: Gadget.12 (1): ")
    assert "shelf" not in (small.root / "v1" / "gadgets.yaml").read_text()
    file.write_text("{}")
    assert main([str(file), "--fragments", str(small.root)]) == 0
    assert capsys.readouterr() == ("", "The report holds nothing to propose.\n")
    assert main([str(tmp_path / "nothing"), "--fragments", str(small.root)]) == 2
    assert capsys.readouterr().err.startswith("census_patch: ")
