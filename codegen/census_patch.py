"""`python -m codegen.census_patch REPORT`: propose changes of the fragments from what an account sent.

From a census: the unknown fields and values that an export met are described. From a proof of `daftra prove`: what an account has
answered is described, and is no longer called doubtful.

The patch for `openapi/` is printed to stdout, alone, so that it can be read, cut and given to `git apply`; what could not be
proposed, and why, goes to stderr. No file is changed: a person decides what the evidence of one account means.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
import yaml

from codegen.fragments import Fragments
from codegen.names import identifier, snake
from codegen.parse import references
from codegen.patches import Patch
from codegen.problems import FragmentError
from codegen.proof_patch import ProofPatch
from codegen.schemas import RESERVED, SchemaReader
from daftra_async.prove.proof import is_proof, read_findings
from daftra_async.wire.census_report import Report

if TYPE_CHECKING:
    from codegen import ir
    from codegen.shapes import JsonObject
    from daftra_async.wire.census_report import Unknown

ROOT: Final = Path(__file__).parent.parent
SEEN: Final = "Seen on a live account, not documented."
_DYNAMIC: Final = re.compile(r"[0-9]+|le_.*|.*_custom_data(?:_.*)?|\.\.\.|_.*")
"""Keys made of ids, of custom fields and of apps; keys that the client adds; keys beyond the bounds of the census."""
_PLAIN_KEY: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_MOST_NAME: Final = 80
_TYPES: Final[dict[frozenset[str], JsonObject]] = {
    frozenset({"text"}): {"type": ["string", "null"]},
    frozenset({"integer"}): {"type": ["integer", "null"]},
    frozenset({"decimal"}): {"type": ["number", "null"], "format": "decimal"},
    frozenset({"integer", "decimal"}): {"type": ["number", "null"], "format": "decimal"},
    frozenset({"boolean"}): {"type": ["boolean", "null"]},
    frozenset({"list"}): {"type": "array", "items": {}},
    frozenset({"object"}): {"type": "object", "additionalProperties": True},
}
"""Schemas by the JSON types that were seen; other combinations get none."""


@attrs.define
class CensusPatch(Patch):
    """Collects the proposals of one report."""

    schemas: SchemaReader
    _fields: dict[str, dict[str, str]] = attrs.field(factory=dict[str, dict[str, str]])
    """Added wire names and their Python names by schema."""

    @classmethod
    def of(cls, report: Report, root: Path) -> CensusPatch:
        """Compare a report with the fragments below `root`.

        Raises:
            FragmentError: the fragments are broken.
        """
        schemas = SchemaReader(Fragments.load(root))
        schemas.read()
        patch = cls(root, schemas)
        # A base class first, so that a field that it gets is not added to its children again.
        for unknown in sorted(report.unknown_fields, key=lambda u: (len(patch._lineage(u.model)), u.model, u.field)):
            patch.add_field(unknown)
        values: dict[str, set[str]] = {}
        for unknown in report.unknown_values:
            patch.collect_values(unknown, values)
        for name, texts in sorted(values.items()):
            patch.add_values(name, texts)
        return patch

    def add_field(self, unknown: Unknown) -> None:
        """Propose a property, or note why not."""
        wire, schema = unknown.field, self.schemas.schemas.get(unknown.model)
        if _DYNAMIC.fullmatch(wire):
            self._note(unknown, "not described: such keys differ from account to account")
        elif schema is None:
            self._note(unknown, "no fragment describes the model")
        elif len(wire) > _MOST_NAME or not wire.isprintable() or not wire.strip():
            self._note(unknown, "no proper name")
        elif any(wire in {field.wire for field in base.fields} for base in self._lineage(unknown.model)):
            self._note(unknown, "described by now")
        elif not any(wire in self._fields.get(base.name, ()) for base in self._lineage(unknown.model)):
            name, usual = self._free_name(schema, wire)
            guess = _TYPES.get(frozenset(unknown.details) - {"null"}, {})
            body: JsonObject = {**guess, **({} if name == usual else {"x-daftra-name": name})}
            # Nobody knows that it can be written.
            body |= {"readOnly": True, "description": SEEN}
            path = ("components", "schemas", schema.name, "properties")
            try:
                self.text(schema.file).add_member(path, _scalar(wire), _flow(body))
            except LookupError:
                self._note(unknown, f"{schema.file}: no place found in {schema.name}")
            else:
                self._fields.setdefault(schema.name, {})[wire] = name

    def collect_values(self, unknown: Unknown, into: dict[str, set[str]]) -> None:
        """Find the enumeration of a field, and gather its unknown values."""
        fields = [field for base in self._lineage(unknown.model) for field in base.fields if field.wire == unknown.field]
        names = [name for field in fields[:1] for name in references(field.schema) if name in self.schemas.enums]
        if not names:
            self._note(unknown, "no fragment describes an enumeration here")
        elif not unknown.details:
            self._note(unknown, f"unknown values of {names[0]}, which the report does not name")
        else:
            into.setdefault(names[0], set()).update(unknown.details)

    def add_values(self, name: str, texts: set[str]) -> None:
        """Propose values of an enumeration."""
        enum = self.schemas.enums[name]
        members, path = set(enum.members), ("components", "schemas", name)
        for value in sorted((json.loads(text) for text in texts), key=lambda value: (isinstance(value, str), value)):
            if value in enum.values:
                continue
            member = _member(value, members)
            members.add(member)
            text = self.text(enum.file)
            text.add_item((*path, "enum"), _scalar(value) if isinstance(value, str) else str(value))
            text.add_item((*path, "x-enum-varnames"), member)
            text.add_item((*path, "x-enum-descriptions"), f"'{SEEN}'")

    def _lineage(self, model: str) -> list[ir.Schema]:
        schema = self.schemas.schemas.get(model)
        return [] if schema is None else self.schemas.lineage(schema)

    def _free_name(self, schema: ir.Schema, wire: str) -> tuple[str, str]:
        """Return a Python name that no class with this property has yet, and the one it would have by itself."""
        taken = set(RESERVED)
        for other in self.schemas.schemas.values():
            line = self.schemas.lineage(other)
            if schema in line:
                taken.update(field.name for base in line for field in base.fields)
                taken.update(name for base in line for name in self._fields.get(base.name, {}).values())
        usual = identifier(wire)
        return _free(usual, taken), usual

    def _note(self, unknown: Unknown, reason: str) -> None:
        name = ascii(f"{unknown.model}.{unknown.field}"[: 2 * _MOST_NAME])[1:-1]
        self.notes.append(f"{name} ({unknown.count}): {reason}")


def _free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name}_{number}", number + 1
    return free


def _member(value: int | str, taken: set[str]) -> str:
    name = snake(str(value)).upper() if isinstance(value, str) else f"VALUE_{value}".replace("-", "MINUS_")
    return _free(name if name and not name[0].isdigit() and name.isidentifier() else f"VALUE_{name}".rstrip("_"), taken)


def _scalar(text: str) -> str:
    """Return a text as YAML in one line, quoted where it could be read as something else."""
    if _PLAIN_KEY.fullmatch(text) and yaml.safe_load(text) == text and len(text) > 1:
        return text
    return "'" + text.replace("'", "''") + "'" if text.isprintable() else json.dumps(text)


def _flow(body: JsonObject) -> str:
    text: str = yaml.safe_dump(body, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10**6)
    return text.strip()


def _patch(report: Path, fragments: Path) -> CensusPatch | ProofPatch:
    """Read a census or a proof, whichever it is."""
    if report.is_file() and is_proof(json.loads(report.read_text("utf-8"))):
        return ProofPatch.of(read_findings(report), fragments)
    return CensusPatch.of(Report.read(report), fragments)


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code: 0, or 2 when report or fragments cannot be read."""
    about = "Turn a census, or a proof, into a proposed patch."
    parser = argparse.ArgumentParser(prog="python -m codegen.census_patch", description=about)
    parser.add_argument("report", type=Path, metavar="REPORT", help="census.json of an export, its folder, or a proof.json")
    parser.add_argument("--fragments", type=Path, default=ROOT / "openapi", help="folder of the fragments")
    options = parser.parse_args(arguments)
    try:
        patch = _patch(options.report, options.fragments)
    except (OSError, ValueError, FragmentError) as error:
        print(f"census_patch: {error}", file=sys.stderr)
        return 2
    diff = patch.diff()
    print(diff, end="")
    for note in patch.notes:
        print(f"note: {note}", file=sys.stderr)
    if not diff:
        print("The report holds nothing to propose.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
