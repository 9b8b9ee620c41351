"""From the `components.schemas` of the fragments to `ir.Schema` and `ir.Enumeration`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from codegen import carry, ir
from codegen.fragments import Fragments, Place
from codegen.names import identifier, is_identifier
from codegen.problems import FragmentError, Problem
from codegen.shapes import has_type, is_array, is_object

if TYPE_CHECKING:
    from codegen.shapes import Json

RESERVED: Final = frozenset({"custom", "custom_values", "extra", "issues"})
"""Names that the base classes of the models take."""

_PLAIN_BOOLEAN: Final = "true/false"
_TYPE: Final = ("$ref", "type", "format", "items", "additionalProperties", "anyOf")


@attrs.define
class SchemaReader:
    """Reads every named schema; problems are collected."""

    fragments: Fragments
    problems: list[Problem] = attrs.field(factory=list[Problem])
    schemas: dict[str, ir.Schema] = attrs.field(factory=dict[str, ir.Schema])
    enums: dict[str, ir.Enumeration] = attrs.field(factory=dict[str, ir.Enumeration])
    _files: dict[str, str] = attrs.field(factory=dict[str, str])

    def read(self) -> None:
        """Read all files."""
        for file in self.fragments.files:
            place = Place(file) / "components" / "schemas"
            for name, node in self.fragments.schemas(file).items():
                here = place / name
                if not is_identifier(name):
                    self.problems.append(here.problem(f"{name!r} cannot be the name of a class"))
                    continue
                if name in self._files:
                    self.problems.append(here.problem(f"the schema {name} stands in {self._files[name]} too"))
                    continue
                self._files[name] = file
                if node.get("x-daftra-hidden"):
                    continue
                if "enum" in node:
                    self._enumeration(name, node, here)
                else:
                    self._schema(name, node, here)
        for schema in self.schemas.values():
            self._check_names(schema)

    def _enumeration(self, name: str, node: dict[str, Any], place: Place) -> None:
        values, members = node["enum"], node.get("x-enum-varnames", [])
        docs = node.get("x-enum-descriptions", [])
        if not len(values) == len(members) == len(docs):
            self.problems.append(place.problem("enum, x-enum-varnames and x-enum-descriptions differ in length"))
            return
        if not all(map(is_identifier, members)):
            self.problems.append(place.problem("a member of x-enum-varnames cannot be a name in Python"))
            return
        if len(set(members)) != len(members) or len(set(values)) != len(values):
            self.problems.append(place.problem("two members of the enumeration are the same"))
        self.enums[name] = ir.Enumeration(
            name=name,
            type=node["type"],
            values=tuple(values),
            members=tuple(members),
            docs=tuple(docs),
            doc=node.get("description", ""),
            file=place.file,
        )

    def _schema(self, name: str, node: dict[str, Any], place: Place) -> None:
        base: str | None = None
        for i, part in enumerate(node.get("allOf", ())):
            if base is not None or set(part) != {"$ref"}:
                self.problems.append((place / "allOf" / i).problem("a schema extends one other schema, by $ref"))
                continue
            base = self.ref_name(part["$ref"], place / "allOf" / i)
        required = set(node.get("required", ()))
        self._check_exclusive(node.get("properties", {}), place)
        fields: list[ir.Field] = []
        for wire, prop in node.get("properties", {}).items():
            try:
                fields.append(self._field(wire, prop, place / "properties" / wire, required=wire in required))
            except FragmentError as error:
                self.problems.extend(error.problems)
        self.schemas[name] = ir.Schema(
            name=name,
            base=base,
            fields=tuple(fields),
            doc=node.get("description", ""),
            file=place.file,
        )

    def _check_exclusive(self, properties: dict[str, Any], place: Place) -> None:
        for wire, prop in properties.items():
            other = prop.get("x-daftra-exclusive")
            if other is not None and (other not in properties or other == wire):
                at = place / "properties" / wire / "x-daftra-exclusive"
                self.problems.append(at.problem(f"the schema has no other property {other!r}"))

    def _field(self, wire: str, node: dict[str, Any], place: Place, *, required: bool) -> ir.Field:
        schema: dict[str, Any] = self._named({key: node[key] for key in _TYPE if key in node}, place)
        return ir.Field(
            wire=wire,
            name=python_name(node, wire, place),
            schema=schema,
            required=required,
            read_only=node.get("readOnly", False),
            write_only=node.get("writeOnly", False),
            max_length=node.get("maxLength"),
            redact=node.get("x-daftra-redact", False),
            wire_bool=has_type(schema, "boolean") and not _is_plain_boolean(node, place),
            write_format=node.get("x-daftra-write-format"),
            exclusive=node.get("x-daftra-exclusive"),
            carry=carry.read(node, place),
            doc=_field_doc(node),
        )

    def _named(self, node: Json, place: Place) -> Json:
        """Return a type with bare names in its references; they are followed by datamodel-code-generator."""
        if is_array(node):
            return [self._named(part, place / i) for i, part in enumerate(node)]
        if not is_object(node):
            return node
        return {
            key: self.ref_name(part, place) if key == "$ref" else self._named(part, place / key) for key, part in node.items()
        }

    def ref_name(self, ref: str, place: Place) -> str:
        """Return the name of the schema a reference points to."""
        return self.fragments.locate(ref, place).pointer.rpartition("/")[2]

    def _check_names(self, schema: ir.Schema) -> None:
        """Refuse two fields of one class that would have the same Python name: generators silently lose one of them."""
        taken: dict[str, str] = dict.fromkeys(RESERVED, "the base class of the models")
        for base in reversed(list(self.lineage(schema))):
            for field in base.fields:
                if field.name in taken:
                    place = Place(base.file) / "components" / "schemas" / base.name / "properties" / field.wire
                    reason = f"the Python name {field.name!r} is taken by {taken[field.name]}; give one an x-daftra-name"
                    self.problems.append(place.problem(reason))
                taken[field.name] = f"the field {field.wire!r}"

    def lineage(self, schema: ir.Schema) -> list[ir.Schema]:
        """Return a schema and the schemas it extends, nearest first."""
        line = [schema]
        while line[-1].base in self.schemas:
            line.append(self.schemas[line[-1].base])
        return line


def _is_plain_boolean(node: dict[str, Any], place: Place) -> bool:
    """Return whether a boolean is written as true and false, which the fragment has to say: the others are written as 0 and 1.

    Raises:
        FragmentError: the fragment says something else.
    """
    said = node.get("x-daftra-wire")
    if said not in (None, _PLAIN_BOOLEAN):
        raise FragmentError(
            [(place / "x-daftra-wire").problem(f"{_PLAIN_BOOLEAN!r}, or nothing: booleans are written as 0 and 1")]
        )
    return said is not None


def python_name(node: dict[str, Any], wire: str, place: Place) -> str:
    """Return the Python name of a property or a parameter.

    Raises:
        FragmentError: it is not a name.
    """
    name = node.get("x-daftra-name") or identifier(wire)
    if not is_identifier(name) or name.startswith("_"):
        raise FragmentError([(place / "x-daftra-name").problem(f"{name!r} cannot be a name in Python")])
    return str(name)


def _field_doc(node: dict[str, Any]) -> str:
    doc: str = node.get("description", "").strip()
    parts = [doc] if doc else []
    if node.get("x-daftra-undocumented"):
        parts.append("Not documented, but in use.")
    if lookup := node.get("x-daftra-lookup"):
        operation, _, model = lookup.partition(":")
        parts.append(f"Listed by `{operation}`{f' ({model})' if model else ''}.")
    if "maxLength" in node:
        parts.append(f"At most {node['maxLength']} characters.")
    if "minimum" in node or "maximum" in node:
        parts.append(_range(node.get("minimum"), node.get("maximum")))
    if "pattern" in node:
        parts.append(f"Pattern: `{node['pattern']}`.")
    if node.get("default") is not None:
        parts.append(f"Default on the server: {node['default']}.")
    example = next(iter(node.get("examples", ())), None)
    if example and str(example) not in doc:
        parts.append(f"Example: {example!r}.")
    if node.get("deprecated"):
        parts.append("Deprecated by the vendor.")
    return " ".join(parts)


def _range(low: int | None, high: int | None) -> str:
    if low is None:
        return f"At most {high}."
    return f"At least {low}." if high is None else f"From {low} to {high}."
