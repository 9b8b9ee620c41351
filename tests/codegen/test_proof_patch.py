"""A proof becomes a patch that applies, and after which what was answered is in doubt no more."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from codegen.census_patch import main
from codegen.fragments import Fragments
from codegen.parse import parse
from codegen.proof_patch import ProofPatch
from daftra_async.prove import EXPERIMENTS, Finding, Proof

ROOT = Path(__file__).parent.parent.parent


def copied(folder: Path, *files: str) -> Path:
    """Copy some of the real fragments: reading all of them takes half a second."""
    for file in files:
        target = folder / "openapi" / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / "openapi" / file, target)
    return folder / "openapi"


def finding(name: str, answer: str, state: Any = "differs") -> Finding:
    experiment = next(each for each in EXPERIMENTS if each.name == name)
    return Finding.of(experiment, state, "3 rows", answer, "another")


def patched(fragments: Path, *findings: Finding) -> list[str]:
    """Apply the patch of findings, and return its notes."""
    patch = ProofPatch.of(findings, fragments)
    if diff := patch.diff():
        command = ["git", "apply", "--whitespace=error", "-"]
        subprocess.run(command, cwd=fragments.parent, input=diff.encode(), check=True)
    return patch.notes


def described(fragments: Path, name: str) -> Any:
    """Return an operation as the fragments describe it."""
    paths = [content.get("paths", {}) for content in Fragments.load(fragments).files.values()]
    methods = [node for each in paths for path in each.values() for node in path.values()]
    return next(node for node in methods if node["operationId"] == name)


def file_of(name: str) -> str:
    folders = [folder for folder in ("v1", "v2") if (ROOT / "openapi" / folder / f"{name.partition('.')[0]}.yaml").is_file()]
    return f"{folders[0]}/{name.partition('.')[0]}.yaml"


def test_confirmed_doubts_are_removed(tmp_path: Path) -> None:
    fragments = Path(shutil.copytree(ROOT / "openapi", tmp_path / "openapi"))
    patched(fragments, *(Finding.of(each, "confirmed", "", "x", "x") for each in EXPERIMENTS if each.reason is None))
    api = parse(Fragments.load(fragments))
    never = {each.name for each in EXPERIMENTS if each.reason is not None}
    assert {each.id for resource in api.resources for each in resource.endpoints if each.doubtful} == never
    assert "x-daftra-doubtful" not in (fragments / "common" / "parameters.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "answer", "kind", "key", "also"),
    [
        ("bookings.list", "v1 (Booking)", "v1-list", "Booking", ()),
        ("bookings.list", "payload", "payload-list", None, ()),
        ("requisitions.list", "laravel", "v2-list", "Requisition", ()),
        ("credit_notes.list", "Invoice", "v1-list", "Invoice", ("CreditNote",)),
        ("credit_notes.get", "v1 (Invoice)", "v1-single", "Invoice", ("CreditNote",)),
        ("product_categories.get", "v1 (Category)", "v1-single", "Category", ("ProductCategory",)),
        ("work_orders.get", "bare", "v2-single", "WorkOrder", ()),
        ("attendance_logs.create", "v1 with an id", "v1-created", None, ()),
        ("bookings.delete", "v2", "v2-ack", None, ()),
    ],
)
def test_other_envelopes_are_proposed(
    tmp_path: Path, name: str, answer: str, kind: str, key: str | None, also: tuple[str, ...]
) -> None:
    fragments = copied(tmp_path, file_of(name))
    notes = patched(fragments, finding(name, answer))
    node = described(fragments, name)
    response = node["x-daftra-envelope"]["response"]
    assert (response["kind"], response.get("key"), tuple(response.get("also", ()))) == (kind, key, also)
    assert "x-daftra-doubtful" not in node
    assert [note for note in notes if note.startswith(name)] == []


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("bookings.list", "another form"),
        ("bookings.list", "v1 (another key)"),
        ("bookings.list", "v1"),
        ("credit_notes.list", "none"),
        ("attendance_logs.create", "refused"),
        ("listing.get", "object"),
    ],
)
def test_what_no_fragment_can_say_is_noted(tmp_path: Path, name: str, answer: str) -> None:
    fragments = copied(tmp_path, file_of(name))
    notes = patched(fragments, finding(name, answer))
    assert "x-daftra-doubtful" in described(fragments, name)
    assert f"{name}: {answer}, another was assumed (3 rows)" in notes


def test_settings_and_facts_are_noted(tmp_path: Path) -> None:
    notes = patched(copied(tmp_path, "daftra.yaml"), finding("discount", "unit"), finding("partial_update", "merges"))
    assert notes == [
        'discount: unit, another was assumed (3 rows); in programs: daftra_async.money.Rules(line_discount="unit")',
        "docs/wire-facts.md, 'Whether a fixed discount of a line': answered by discount, unit",
        "partial_update: merges, another was assumed (3 rows)",
        "docs/wire-facts.md, 'Whether a partial update works': answered by partial_update, merges",
    ]


def test_what_has_no_answer_proposes_nothing(tmp_path: Path) -> None:
    fragments = copied(tmp_path, "v1/bookings.yaml")
    patch = ProofPatch.of([Finding.of(each, "open", "the list is empty") for each in EXPERIMENTS], fragments)
    assert (patch.diff(), patch.notes) == ("", [])


def test_the_command_takes_a_proof(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fragments = copied(tmp_path, "v1/bookings.yaml")
    Proof(findings=(finding("bookings.list", "v1 (Booking)"), finding("clock", "ahead"))).write(tmp_path / "proof.json")
    assert main([str(tmp_path / "proof.json"), "--fragments", str(fragments)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("--- a/openapi/v1/bookings.yaml\n+++ b/openapi/v1/bookings.yaml\n")
    assert "+      x-daftra-envelope: {response: {kind: v1-list, key: Booking}}\n" in out
    assert err == "note: clock: ahead, another was assumed (3 rows)\n"


def test_a_broken_proof_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "proof.json").write_text('{"format": "daftra-proof"}', "utf-8")
    assert main([str(tmp_path / "proof.json")]) == 2
    assert "census_patch: proof.json: 'findings' is missing or unreadable" in capsys.readouterr().err
