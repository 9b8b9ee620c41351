"""What the generator knows of the API, free of YAML and of templates."""

from __future__ import annotations

from typing import Any, Final, Literal

import attrs

Side = Literal["record", "input"]
_FEW: Final = 5


@attrs.frozen(kw_only=True)
class Field:
    """One property of a schema."""

    wire: str
    name: str
    schema: dict[str, Any]
    """Its type as the fragment has it, with the bare names of other schemas in `$ref`."""
    required: bool = False
    read_only: bool = False
    write_only: bool = False
    max_length: int | None = None
    """Characters at most, where that is documented."""
    redact: bool = False
    wire_bool: bool = False
    """Written as 0 or 1."""
    write_format: str | None = None
    """How a date is written, where it differs from ISO (strftime)."""
    exclusive: str | None = None
    """Wire name of the field that cannot be set together with this one."""
    carry: dict[str, Any] | None = None
    """How an edit makes the written value of what was read, where the two differ in shape."""
    doc: str = ""

    def on(self, side: Side) -> bool:
        """Return whether the field belongs to what is read, or to what is written."""
        return not (self.write_only if side == "record" else self.read_only)


@attrs.frozen(kw_only=True)
class Enumeration:
    """An open enumeration."""

    name: str
    type: Literal["integer", "string"]
    values: tuple[int | str, ...]
    members: tuple[str, ...]
    docs: tuple[str, ...]
    doc: str
    file: str

    @property
    def value_type(self) -> str | None:
        """Name of the type of its members and their plain values, which a checker refuses other values by.

        None for a long text enumeration: it has members that nobody listed, so any text goes.
        """
        return None if self.type == "string" and len(self.values) > _FEW else f"{self.name}Value"


@attrs.frozen(kw_only=True)
class Schema:
    """An object schema: the source of a record class, an input class, or both."""

    name: str
    base: str | None
    fields: tuple[Field, ...]
    doc: str
    file: str


@attrs.frozen(kw_only=True)
class Parameter:
    """One path or query parameter."""

    name: str
    wire: str
    type: str
    array: bool = False
    enum: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    default: int | str | None = None
    fixed: str | None = None
    required: bool = False
    redact: bool = False
    open: bool = False
    """Takes values beyond its enumeration."""
    doc: str = ""


@attrs.frozen(kw_only=True)
class Body:
    """The request body of an operation."""

    kind: str
    model: str
    """Name of the input class."""
    key: str | None = None
    siblings: tuple[str, ...] = ()
    array: bool = False
    required: tuple[str, ...] = ()
    identity: Parameter | None = None
    """The argument of the call that the record's id is written from."""
    fixed: tuple[tuple[str, int | str], ...] = ()
    """Fields that always have one value."""


@attrs.frozen(kw_only=True)
class Answer:
    """The answer of an operation."""

    kind: str
    model: str | None = None
    key: str | None = None
    also: tuple[str, ...] = ()
    identity: str | None = None
    fixed: tuple[tuple[str, int | str], ...] = ()


LONGEST_REFERENCE: Final = 255
"""Characters of a reference at most, whatever its field holds."""


@attrs.frozen(kw_only=True)
class Reference:
    """Where a create keeps the caller's own reference, and how it is found again."""

    field: str
    number: bool = False
    """The field holds a whole number."""
    longest: int = LONGEST_REFERENCE
    """Characters that the field holds at most."""
    lookup: str
    """Id of the list operation."""
    parameter: str | None = None
    """Query parameter of that list, where it has one for the field."""
    limit: int
    """Maximum number of rows to read."""
    newest: tuple[tuple[str, str], ...] = ()
    """Query that asks for the newest rows first."""


@attrs.frozen(kw_only=True)
class Twin:
    """The v2 entity that holds the records of a v1 list too."""

    entity: str
    """Key of the entity."""
    without: tuple[tuple[str, int | str], ...] = ()
    """Fields and values that tell its other records from those of the list."""
    doubtful: str | None = None
    """What is unproven about it."""


@attrs.frozen(kw_only=True)
class Endpoint:
    """One operation."""

    id: str
    method: str
    path: str
    title: str
    summary: str
    description: str = ""
    path_params: tuple[Parameter, ...] = ()
    query_params: tuple[Parameter, ...] = ()
    body: Body | None = None
    answer: Answer
    pagination: str | None = None
    idempotent: bool
    shows_open: bool = False
    """The list tells which invoices are open."""
    replaces: bool = False
    lost: tuple[str, ...] = ()
    """Wire names of what the record loses when the body leaves it out."""
    authenticated: bool = True
    doubtful: str | None = None
    reference: Reference | None = None
    twin: Twin | None = None
    takes_model: bool = False
    """The class of its records is an argument."""

    @property
    def verb(self) -> str:
        """Name of the method."""
        return self.id.partition(".")[2]


@attrs.frozen(kw_only=True)
class Resource:
    """One fragment with paths: a class with a method for each operation."""

    name: str
    entity: str
    summary: str
    endpoints: tuple[Endpoint, ...]
    file: str


@attrs.frozen(kw_only=True)
class Api:
    """Everything."""

    resources: tuple[Resource, ...]
    schemas: dict[str, Schema]
    enums: dict[str, Enumeration]
    records: frozenset[str]
    """Schemas that answers carry."""
    inputs: frozenset[str]
    """Schemas that bodies carry."""
    arguments: frozenset[str]
    """Enumerations that arguments of calls are of."""
