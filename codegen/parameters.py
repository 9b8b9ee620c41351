"""From the `parameters` of an operation to `ir.Parameter`: the arguments of its path and query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, get_args

import attrs

from codegen import ir
from codegen.fragments import Fragments, one_of
from codegen.problems import FragmentError
from codegen.schemas import SchemaReader, python_name
from daftra_async.operation import ParamType

if TYPE_CHECKING:
    from codegen.fragments import Place

_TYPES: Final = {"integer": "integer", "number": "decimal", "boolean": "boolean", "string": "string"}


@attrs.frozen
class ParameterReader:
    """Reads the parameters of operations."""

    fragments: Fragments
    schemas: SchemaReader

    def read(self, nodes: Any, place: Place) -> list[tuple[str, ir.Parameter]]:
        """Return the parameters that are arguments, each with its place (`path` or `query`); others are settings of the client.

        Raises:
            FragmentError: two have the same Python name, or the type of one is unknown.
        """
        found: list[tuple[str, ir.Parameter]] = []
        names: set[str] = set()
        for i, written in enumerate(nodes):
            node, here = self.fragments.follow(written, place / i)
            if node.get("x-daftra-setting"):
                continue
            parameter = self._parameter(node, here)
            if parameter.name in names:
                raise FragmentError([here.problem(f"two parameters map to the Python name {parameter.name!r}")])
            names.add(parameter.name)
            found.append((node["in"], parameter))
        return found

    def _parameter(self, node: dict[str, Any], place: Place) -> ir.Parameter:
        wire, schema = node["name"], node["schema"]
        enum: str | None = None
        default = schema.get("default")
        takes_many = schema.get("type") == "array"
        if takes_many:
            schema = schema["items"]
        if "$ref" in schema:
            enum = self.schemas.ref_name(schema["$ref"], place / "schema")
            schema = self.fragments.at(self.fragments.locate(schema["$ref"], place / "schema"))
        return ir.Parameter(
            name=python_name(node, wire, place),
            wire=wire,
            type=one_of(node.get("x-daftra-type", _type(node, schema)), get_args(ParamType), place / "x-daftra-type"),
            array=takes_many,
            enum=enum,
            minimum=schema.get("minimum"),
            maximum=schema.get("maximum"),
            default=default if node["in"] == "path" else None,
            fixed=str(schema["const"]) if "const" in schema else None,
            required=node.get("required", False) and default is None and "const" not in schema,
            redact=node.get("x-daftra-redact", False),
            open=node.get("x-daftra-open", False),
            doc=node.get("description", "").strip(),
        )


def _type(node: dict[str, Any], schema: dict[str, Any]) -> str:
    """Return the type of a parameter whose fragment names none."""
    kind = schema["type"]
    if not isinstance(kind, str) or (node["name"] == "id" and node["in"] == "path"):
        return "id"
    return "date" if schema.get("format") == "date" else _TYPES.get(kind, "string")
