"""Other decoders, with models of the same fields and types: they are made from ours at run time.

Each peer reads the body of a list answer and returns its records; names of attributes are ours.
"""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import attrs
import cattrs
import msgspec
import pydantic

from daftra_async.wire import hints

if TYPE_CHECKING:
    from collections.abc import Callable

    Decode = Callable[[bytes], list[Any]]
    Build = Callable[[type], Any]


def dicts(loads: Callable[[bytes], Any], key: str | None) -> Decode:
    """Return a decoder that stops at dicts."""

    def decode(body: bytes) -> list[Any]:
        rows = loads(body)["data"]
        return [row[key] for row in rows] if key else rows

    return decode


def shape_of(cls: type, build: Build) -> list[tuple[str, str, Any]]:
    """Return attribute, wire name and type of the fields of a model, with models of the peer in place of ours."""
    types = hints.hints_of(cls)
    return [(field.name, hints.wire_name(field), _translated(types[field.name], build)) for field in hints.fields_of(cls)]


def _translated(hint: Any, build: Build) -> Any:
    hint = hints.single(hint)
    kind, item = hints.item_of(hint)
    if kind is list:
        return list[_translated(item, build)]  # made at run time
    if kind is dict:
        return dict[str, Any]
    return build(hint) if hints.is_model(hint) else hint


def struct(cls: type, key: str | None) -> Decode:
    """Return the decoder of a typed msgspec Struct."""
    made: dict[type, Any] = {}

    def build(cls: type) -> Any:
        if cls not in made:
            members = [(name, kind | None, msgspec.field(default=None, name=wire)) for name, wire, kind in shape_of(cls, build)]
            made[cls] = msgspec.defstruct(cls.__name__, members, kw_only=True)
        return made[cls]

    row = build(cls)
    if key:
        row = msgspec.defstruct("Row", [("row", row, msgspec.field(name=key))])
    read = msgspec.json.Decoder(
        msgspec.defstruct("Page", [("data", list[row]), ("pagination", Any, None)])
    ).decode  # made at run time

    def decode(body: bytes) -> list[Any]:
        rows = read(body).data
        return [row.row for row in rows] if key else rows

    return decode


def model(cls: type, key: str | None) -> Decode:
    """Return the decoder of a pydantic model."""
    made: dict[type, Any] = {}

    def build(cls: type) -> Any:
        if cls not in made:
            members = {name: (kind | None, pydantic.Field(None, alias=wire)) for name, wire, kind in shape_of(cls, build)}
            made[cls] = pydantic.create_model(cls.__name__, **cast("dict[str, Any]", members))
        return made[cls]

    row = build(cls)
    if key:
        row = pydantic.create_model("Row", row=(row, pydantic.Field(alias=key)))
    page = pydantic.create_model("Page", data=(list[row], ...), pagination=(Any, None))  # made at run time

    def decode(body: bytes) -> list[Any]:
        rows = cast("Any", page.model_validate_json(body)).data
        return [row.row for row in rows] if key else rows

    return decode


def cattrs_(cls: type, key: str | None, *, detailed: bool = True) -> Decode:
    """Return the decoder of attrs classes and a plain cattrs Converter; `detailed` is what it does by default."""
    made: dict[type, Any] = {}

    def build(cls: type) -> Any:
        if cls not in made:
            members = {name: attrs.field(default=None, type=kind | None) for name, _, kind in shape_of(cls, build)}
            made[cls] = attrs.make_class(cls.__name__, members, kw_only=True, slots=True)
            renamed = {name: cattrs.override(rename=wire) for name, wire, _ in shape_of(cls, build) if name != wire}
            hook = cattrs.gen.make_dict_structure_fn(made[cls], converter, **cast("dict[str, Any]", renamed))
            converter.register_structure_hook(made[cls], hook)
        return made[cls]

    converter = cattrs.Converter(detailed_validation=detailed)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(str(value)))
    converter.register_structure_hook(dt.date, lambda value, _: dt.date.fromisoformat(value))
    converter.register_structure_hook(dt.datetime, lambda value, _: dt.datetime.fromisoformat(value))
    rows = list[build(cls)]  # made at run time
    load = dicts(json.loads, key)
    return lambda body: converter.structure(load(body), rows)
