"""The part of JSON Schema that the bundle uses, read into flat field lists.

The sandbox reads the bundle by itself instead of asking the generated client, so that a mistake in the generator
shows as a disagreement between the two.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from daftra_async.sandbox.codec import as_list, as_object

if TYPE_CHECKING:
    from daftra_async.sandbox.codec import Json

Kind = Literal["integer", "decimal", "text", "boolean", "date", "date-time", "object", "list", "any"]
KINDS: Final = frozenset(get_args(Kind))
SCALARS: Final = KINDS - {"object", "list"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record."""

    name: str
    kind: Kind
    nullable: bool = False
    read_only: bool = False
    write_only: bool = False
    default: Any = None
    max_length: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    pattern: str | None = None
    target: str | None = None
    """Name of the schema of the related record or records."""
    choices: tuple[Any, ...] = ()
    """Documented values; others are accepted as well, because the vendor's lists grow."""

    @property
    def is_scalar(self) -> bool:
        """Whether the field is a column of the record rather than a relation."""
        return self.kind in SCALARS


@dataclass(frozen=True, eq=False)
class Shape:
    """The fields of a record, `allOf` flattened."""

    fields: dict[str, Field] = field(default_factory=dict[str, Field])
    required: tuple[str, ...] = ()

    @functools.cached_property
    def scalars(self) -> list[Field]:
        """The columns, relations left out."""
        return [item for item in self.fields.values() if item.is_scalar]

    @functools.cached_property
    def relations(self) -> list[Field]:
        """Relations that are read beside the columns."""
        return [item for item in self.fields.values() if not item.is_scalar and not item.write_only]


class Schemas:
    """The bundle's component schemas."""

    def __init__(self, components: Json) -> None:
        self._components = components
        self.shape = functools.cache(self._shape)

    def resolve(self, schema: Json) -> Json:
        """Follow `$ref` until there is none."""
        while "$ref" in schema:
            schema = self._components[name_of(schema)]
        return schema

    def names(self, schema: str) -> dict[str, Any]:
        """Names of an enumeration's values, in the bundle's spelling."""
        found: Json = self._components[schema]
        return dict(zip(found["x-enum-varnames"], found["enum"], strict=True))

    def _shape(self, name: str) -> Shape:
        return self.shape_of(self._components[name])

    def shape_of(self, schema: Json) -> Shape:
        """Fields of a schema written in place."""
        if "$ref" in schema:
            return self.shape(name_of(schema))
        fields: dict[str, Field] = {}
        required: list[str] = []
        for part in schema.get("allOf", []):
            inherited = self.shape_of(part)
            fields |= inherited.fields
            required += inherited.required
        for name, found in schema.get("properties", {}).items():
            if name not in fields or found.keys() != {"const"}:  # a constant adds nothing to what is known of the field
                fields[name] = self._field(name, found)
        return Shape(fields, (*required, *schema.get("required", [])))

    def _field(self, name: str, schema: Json) -> Field:
        nullable = False
        outer = schema
        if (options := as_list(schema.get("anyOf"))) is not None:
            real = [option for option in options if option.get("type") != "null"]
            nullable = len(real) < len(options)
            schema = real[0] if len(real) == 1 else {}
        target = name_of(schema) if "$ref" in schema else None
        found = self.resolve(schema)
        kind, null = _kind(found)
        if kind == "list":
            items: Json = as_object(found.get("items")) or {}
            target = name_of(items) if "$ref" in items else None
        elif kind != "object":
            target = None
        return Field(
            name=name,
            kind=kind,
            nullable=nullable or null,
            read_only=bool(outer.get("readOnly")),
            write_only=bool(outer.get("writeOnly")),
            default=outer.get("default", found.get("default")),
            max_length=found.get("maxLength"),
            minimum=found.get("minimum"),
            maximum=found.get("maximum"),
            pattern=found.get("pattern"),
            target=target,
            choices=tuple(found.get("enum", ())),
        )


def name_of(schema: Json) -> str:
    """Name of the component a `$ref` points at."""
    reference: str = schema["$ref"]
    return reference.rpartition("/")[2]


_PLAIN: Final[dict[str, Kind]] = {
    "integer": "integer",
    "number": "decimal",
    "boolean": "boolean",
    "array": "list",
    "object": "object",
}


def _kind(schema: Json) -> tuple[Kind, bool]:
    declared: Any = schema.get("type")
    types: list[str] = [declared] if isinstance(declared, str) else list(declared or [])
    real = [name for name in types if name != "null"]
    nullable = len(real) < len(types)
    if len(real) != 1:
        return ("object" if "properties" in schema or "allOf" in schema else "any"), nullable
    if real[0] != "string":
        return _PLAIN[real[0]], nullable
    text: Kind = {"date": "date", "date-time": "date-time"}.get(schema.get("format", ""), "text")  # type: ignore[assignment]  # the table holds kinds only
    return text, nullable
