"""Drives datamodel-code-generator, which makes the model classes.

It has no attrs output type; its templates for dataclasses are replaced by ours (`templates/models`). The document it gets is made
here: one schema for each class, properties under their Python names, and what the template prints in `x-` keys.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from datamodel_code_generator import generate
from datamodel_code_generator.enums import DataModelType, InputFileType, ModuleSplitMode
from datamodel_code_generator.format import DatetimeClassType, Formatter, PythonVersion

from codegen.names import input_name
from codegen.shapes import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen import ir
    from codegen.shapes import Json

Annotations = dict[str, dict[str, str]]
"""By class and field, as datamodel-code-generator resolved them."""

TEMPLATES: Final = Path(__file__).parent / "templates" / "models"
_IMPORTS: Final = (
    "attrs",
    "daftra_async.operation.UNSET",
    "daftra_async.operation.UnsetType",
    "daftra_async.wire.enums.OpenIntEnum",
    "daftra_async.wire.enums.OpenStrEnum",
    "daftra_async.wire.record.ABSENT",
    "daftra_async.wire.record.Input",
    "daftra_async.wire.record.Record",
    "typing.Literal",
    "typing.TypeAlias",
)


def document(api: ir.Api) -> dict[str, Any]:
    """Return the OpenAPI document that datamodel-code-generator reads."""
    schemas: dict[str, Any] = {}
    for enum in api.enums.values():
        schemas[enum.name] = {
            "type": enum.type,
            "description": enum.doc,
            "enum": list(enum.values),
            "x-enum-varnames": list(enum.members),
            "x-enum-descriptions": list(enum.docs),
            "x-value-type": enum.value_type if enum.name in api.arguments else None,
        }
    for name in sorted(api.records):
        schemas[name] = _class(api, api.schemas[name], "record")
    for name in sorted(api.inputs):
        schemas[input_name(name)] = _class(api, api.schemas[name], "input")
    return {
        "openapi": "3.1.0",
        "info": {"title": "Daftra", "version": "2"},
        "paths": {},
        "components": {"schemas": dict(sorted(schemas.items()))},
    }


def _class(api: ir.Api, schema: ir.Schema, side: ir.Side) -> dict[str, Any]:
    fields = [field for field in schema.fields if field.on(side)]
    own: dict[str, Any] = {
        "type": "object",
        "x-model": {"side": side, "root": side.capitalize(), "doc": _class_doc(api, schema, side)},
        # Every property counts as required here: whether one can be left out is ours to say, in the template.
        "required": [field.name for field in fields],
        "properties": {field.name: _property(api, field, side) for field in fields},
    }
    if schema.base:
        base = schema.base if side == "record" else input_name(schema.base)
        own["allOf"] = [{"$ref": f"#/components/schemas/{base}"}]
    return own


def _property(api: ir.Api, field: ir.Field, side: ir.Side) -> dict[str, Any]:
    type_ = _on_side(api, field.schema, side)
    optional = side == "input" and not field.required
    if side == "record" and type_:
        # The server sends null for anything.
        type_ = {"anyOf": [type_, {"type": "null"}]}
    metadata: dict[str, Any] = {}
    if field.wire != field.name:
        metadata["wire"] = field.wire
    if field.redact:
        metadata["redact"] = True
    if field.wire_bool and side == "input":
        metadata["wire_bool"] = True
    if field.write_format and side == "input":
        metadata["write_format"] = field.write_format
    if field.exclusive and side == "input":
        metadata["exclusive"] = field.exclusive
    if field.carry and side == "input":
        metadata["carry"] = field.carry
    arguments = ["default=ABSENT"] if side == "record" else ["default=UNSET"] if optional else []
    if metadata:
        arguments.append(f"metadata={metadata!r}")
    return {
        **type_,
        "x-field": {"arguments": ", ".join(arguments), "optional": optional, "doc": field.doc or f"`{field.wire}` on the wire."},
    }


def _on_side(api: ir.Api, node: Json, side: ir.Side) -> Json:
    """Return a type whose references point to the classes of a side."""
    if is_array(node):
        return [_on_side(api, part, side) for part in node]
    if not is_object(node):
        return node
    if "$ref" in node:
        name = node["$ref"]
        return {"$ref": f"#/components/schemas/{input_name(name) if side == 'input' and name in api.schemas else name}"}
    if node.get("format") == "decimal" and side == "input":
        # Whole numbers are exact, so nobody should have to wrap them; floats are not.
        return {"anyOf": [node, {"type": "integer"}]}
    return {key: _on_side(api, part, side) for key, part in node.items()}


def _class_doc(api: ir.Api, schema: ir.Schema, side: ir.Side) -> str:
    """Return the docstring of a class: what it is, and which operations carry it."""
    users: list[str] = []
    for resource in api.resources:
        for endpoint in resource.endpoints:
            model = endpoint.answer.model if side == "record" else endpoint.body and endpoint.body.model
            if model == (schema.name if side == "record" else input_name(schema.name)):
                users.append(f"`{endpoint.id}`")
    lead = schema.doc
    if side == "input" and not lead.startswith("Input "):
        lead = f"Input for {lead[0].lower()}{lead[1:]}"
    if users:
        verb = "Returned by" if side == "record" else "Accepted by"
        return f"{lead}\n\n{verb} {', '.join(users)}."
    return lead


def render(api: ir.Api, folder: Path) -> Annotations:
    """Write one module per class into `folder`, unformatted, and return the annotations of their fields."""
    generate(
        json.dumps(document(api)),
        input_filename="openapi",
        input_file_type=InputFileType.OpenAPI,
        output=folder,
        output_model_type=DataModelType.DataclassesDataclass,
        module_split_mode=ModuleSplitMode.Single,
        custom_template_dir=TEMPLATES,
        additional_imports=list(_IMPORTS),
        target_python_version=PythonVersion.PY_311,
        output_datetime_class=DatetimeClassType.Datetime,
        use_exact_imports=True,
        use_schema_description=True,
        use_field_description=True,
        capitalise_enum_members=True,
        keyword_only=True,
        disable_timestamp=True,
        field_extra_keys={"x-field"},
        formatters=[Formatter.BUILTIN],
        allow_remote_refs=False,
    )
    return {name: fields for path in sorted(folder.glob("*.py")) for name, fields in _annotations(path)}


def _annotations(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef):
            fields = [part for part in node.body if isinstance(part, ast.AnnAssign)]
            yield node.name, {ast.unparse(field.target): ast.unparse(field.annotation) for field in fields}
