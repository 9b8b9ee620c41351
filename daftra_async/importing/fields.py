"""The fields of a resource that a column can be written to, read from its input model."""

from __future__ import annotations

import datetime as dt
import enum
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async._suggest import choices
from daftra_async.catalogue import operation_of, operations
from daftra_async.errors import ArgumentError
from daftra_async.importing import vocabulary
from daftra_async.operation import AnyOperation
from daftra_async.wire import custom_fields, hints
from daftra_async.wire.record import Input

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# `Decimal | int` is money, and a date-time is a date as well: the first that fits is taken.
_KINDS: Final = (Decimal, dt.datetime, dt.date, bool, int, str)
_DIGITS: Final = re.compile(r"phone\d?|mobile|fax|barcode|bn\d|no|code|.+_(?:number|code|id)|postal_code|number")


@attrs.frozen(kw_only=True)
class Link:
    """How a column names another record."""

    what: str
    """Such as "client"."""
    target: str
    """The field that takes its id."""
    resource: str
    """Where it is looked for."""
    by: tuple[str, ...]
    """Attributes of its rows, one of which is the name."""


@attrs.frozen(kw_only=True)
class Field:
    """A field of the record, or of one line of it."""

    path: str
    """`client_number`, or `invoice_item.quantity` for a field of a line."""
    name: str
    """Attribute of the input."""
    wire: str
    kind: type[Any]
    """str, int, Decimal, bool, date, datetime, or an enumeration."""
    line: bool = False
    required: bool = False
    redact: bool = False
    """Personal or secret: its values are not shown."""
    link: Link | None = None
    """The value names another record, whose id is written."""
    label: str | None = None
    """Label of the custom field that is meant; `name` is the attribute that holds all of them then."""

    @property
    def is_digits(self) -> bool:
        """The text is a row of digits, such as a phone number, which spreadsheets take for a number."""
        called = self.name if self.label is None else re.sub(r"\W+", "_", self.label.strip()).lower()
        return self.kind is str and _DIGITS.fullmatch(called) is not None

    @property
    def is_phone(self) -> bool:
        """It holds a phone number."""
        return self.is_digits and self.name.startswith(("phone", "mobile", "fax"))


@attrs.frozen(kw_only=True)
class Form:
    """What an import of a resource needs to know of it."""

    resource: str
    create: AnyOperation
    model: type[Input]
    fields: tuple[Field, ...]
    lines: str | None = None
    """Attribute that holds the lines of a document."""
    line_model: type[Input] | None = None
    custom: str | None = None
    """Attribute that holds the custom fields; None where there are none."""
    record: type[Any] | None = None
    """Model of the rows of its list; None where there is no list to look in."""
    editable: bool = False
    required: tuple[str, ...] = ()
    """Fields that a new record needs."""
    shows_keys: bool = True
    """The field that names a record is not personal."""

    def field(self, path: str) -> Field | None:
        """Return a field by its path, by attribute or wire names."""
        found = next((field for field in self.fields if path in {field.path, field.wire}), None)
        return found or self._custom(path)

    def _custom(self, text: str) -> Field | None:
        """Return the custom field that is called `custom: LABEL`."""
        word, _, label = text.partition(":")
        if self.custom is None or not label.strip() or vocabulary.folded(word) not in vocabulary.custom_words():
            return None
        path = f"custom:{label.strip()}"
        return Field(path=path, name=self.custom, wire=path, kind=str, label=label.strip())

    @property
    def default_key(self) -> str | None:
        """The field that names a record, unless the caller says another."""
        said = vocabulary.resource(self.resource).get("key")
        return said or (self.create.reference.field if self.create.reference is not None else None)


def form_of(resource: str) -> Form:
    """Return the form of a resource.

    Raises:
        ArgumentError: there is no such resource, or it cannot be imported.
    """
    try:
        create = operation_of(f"{resource}.create")
    except (LookupError, StopIteration):
        known = {op.resource for op in operations() if op.verb == "create" and _importable(op)}
        msg = f"resource: {resource!r:.60} cannot be imported{choices(resource, known)}"
        raise ArgumentError(msg, "resource") from None
    if not _importable(create) or create.request is None:
        msg = f"resource: {resource!r} needs arguments beside the record, so it cannot be imported from a table"
        raise ArgumentError(msg, "resource")
    model: type[Input] = hints.model(create.request.model)
    lines, line_model = _lines(resource, model)
    own = tuple(_fields(model, frozenset(create.request.required)))
    of_lines = () if line_model is None else tuple(_fields(line_model, frozenset(), lines))
    listed = _operation(f"{resource}.list")
    return Form(
        resource=resource,
        create=create,
        model=model,
        fields=(*own, *_links(own), *of_lines, *_links(of_lines, lines)),
        lines=lines,
        line_model=line_model,
        custom=_custom_of(model),
        record=None if listed is None or listed.response.model is None else hints.model(listed.response.model),
        required=tuple(field.path for field in own if field.required),
        editable=_operation(f"{resource}.update") is not None and _operation(f"{resource}.get") is not None,
    )


def _importable(create: AnyOperation) -> bool:
    return create.request is not None and not create.request.array and not any(param.required for param in create.positional)


def _operation(identity: str) -> AnyOperation | None:
    try:
        return operation_of(identity)
    except (LookupError, StopIteration):
        return None


def _lines(resource: str, model: type[Input]) -> tuple[str | None, type[Input] | None]:
    """Return the attribute of a document's lines and their model."""
    name = vocabulary.resource(resource).get("lines")
    if name is None:
        return None, None
    kind, item = hints.item_of(hints.single(hints.hints_of(model)[name]))
    assert kind is list
    assert hints.is_model(item)
    return name, item


def _custom_of(model: type[Input]) -> str | None:
    """Return the attribute of a record's custom fields."""
    types = hints.hints_of(model)
    names = (field.name for field in hints.fields_of(model) if custom_fields.holds_labels(field.name))
    # A list of texts, as advance payments have it, says nothing of labels.
    return next((name for name in names if hints.item_of(hints.single(types[name]))[0] is dict), None)


def _fields(model: type[Input], required: frozenset[str], lines: str | None = None) -> list[Field]:
    types = hints.hints_of(model)
    found: list[Field] = []
    for field in hints.fields_of(model):
        kind = kind_of(types[field.name])
        wire = hints.wire_name(field)
        # Ids of lines are the server's: a table names lines by their place.
        if kind is None or (lines is not None and field.name in {"id", "invoice_id"}):
            continue
        prefix = "" if lines is None else f"{lines}."
        found.append(
            Field(
                path=f"{prefix}{field.name}",
                name=field.name,
                wire=f"{prefix}{wire}",
                kind=kind,
                line=lines is not None,
                required=field.default is attrs.NOTHING or wire in required,
                redact=bool(field.metadata.get("redact")),
            )
        )
    return found


def _links(fields: Iterable[Field], lines: str | None = None) -> Iterator[Field]:
    """Give the fields by which records can be named whose ids the record, or its lines, hold: `client`, `client.email`, ..."""
    there = {field.name: field.path for field in fields}
    prefix = "" if lines is None else f"{lines}."
    for what, said in vocabulary.load()["links"].items():
        if said["id"] not in there:
            continue
        personal = {field.name for field in form_of(said["list"]).fields if field.redact}
        for name, by in ((what, said["by"]), *((f"{what}.{each}", [each]) for each in said["by"])):
            link = Link(what=what, target=there[said["id"]], resource=said["list"], by=tuple(by))
            yield Field(
                path=f"{prefix}{name}",
                name=name,
                wire=f"{prefix}{name}",
                kind=str,
                line=lines is not None,
                redact=not personal.isdisjoint(by),
                link=link,
            )


def kind_of(hint: Any) -> type | None:
    """Return the type of a field's values; None for lists, maps and other records."""
    members = hints.alternatives(hint)
    for member in members:
        if isinstance(member, type) and issubclass(member, enum.Enum):
            return member
    return next((kind for kind in _KINDS if kind in members), None)
