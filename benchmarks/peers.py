"""Other decoders, with models of the same fields and types: they are made from ours at run time.

Each peer reads the body of a list answer and returns its records; names of attributes are ours.
"""

from __future__ import annotations

import datetime as dt
import enum
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

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


def _fields(cls: type, build: Build) -> list[tuple[str, str, Any]]:
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
            members = [(name, kind | None, msgspec.field(default=None, name=wire)) for name, wire, kind in _fields(cls, build)]
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
            members = {name: (kind | None, pydantic.Field(None, alias=wire)) for name, wire, kind in _fields(cls, build)}
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
            members = {name: attrs.field(default=None, type=kind | None) for name, _, kind in _fields(cls, build)}
            made[cls] = attrs.make_class(cls.__name__, members, kw_only=True, slots=True)
            renamed = {name: cattrs.override(rename=wire) for name, wire, _ in _fields(cls, build) if name != wire}
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


class Unset:
    """What generated clients put in place of a key that was not sent."""

    def __bool__(self) -> bool:
        return False


UNSET: Final = Unset()


def from_dict(cls: type, key: str | None) -> Decode:
    """Return the decoder that openapi-python-client writes.

    The text follows its templates, functions within functions included. What it cannot do is in its favour: amounts are made
    with `Decimal`, and dates with `fromisoformat` where it uses dateutil.
    """
    names: dict[str, Any] = {
        "define": attrs.define,
        "field": attrs.field,
        "cast": cast,
        "Any": Any,
        "Unset": Unset,
        "UNSET": UNSET,
        "Decimal": Decimal,
        "datetime": dt,
    }

    def build(cls: type) -> Any:
        if cls.__name__ not in names:
            names[cls.__name__] = None
            exec(compile(_class_text(cls.__name__, _fields(cls, build), names), f"<{cls.__name__}>", "exec"), names)
        return names[cls.__name__] or cls

    make = build(cls).from_dict
    load = dicts(json.loads, key)
    return lambda body: [make(row) for row in load(body)]


def _class_text(name: str, members: list[tuple[str, str, Any]], names: dict[str, Any]) -> str:
    text = [f"@define\nclass {name}:\n"]
    text += [f"    {field}: Any = UNSET\n" for field, _, _ in members]
    text.append("    additional_properties: dict[str, Any] = field(init=False, factory=dict)\n\n")
    text.append("    @classmethod\n    def from_dict(cls, src_dict):\n        d = dict(src_dict)\n")
    for field, wire, kind in members:
        text.append(_field_text(field, wire, kind, names))
    text.append(f"        made = cls({', '.join(f'{field}={field}' for field, _, _ in members)})\n")
    text.append("        made.additional_properties = d\n        return made\n")
    return "".join(text)


def _field_text(field: str, wire: str, kind: Any, names: dict[str, Any]) -> str:
    if kind is Any:
        return f"        {field} = d.pop({wire!r}, UNSET)\n"
    item = hints.item_of(kind)[1] if hints.item_of(kind)[0] is list else None
    text = f"""
        def _parse_{field}(data):
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
"""
    if item is not None:
        text += f"""
            try:
                if not isinstance(data, list):
                    raise TypeError()
                made_type_0 = []
                for item_data in data:
                    made_type_0.append({_made(item, "item_data", names)})
                return made_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Any] | None | Unset, data)
"""
    elif kind in {int, str, bool} or hints.item_of(kind)[0] is dict:
        text += f"            return cast(None | {getattr(kind, '__name__', 'dict')} | Unset, data)\n"
    else:
        expected = "dict" if hasattr(kind, "from_dict") else "int" if _is_int(kind) else "str"
        if kind is Decimal:
            expected = "(str, int, float)"
        text += f"""
            try:
                if not isinstance(data, {expected}):
                    raise TypeError()
                return {_made(kind, "data", names)}
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | str | Unset, data)
"""
    return f"{text}\n        {field} = _parse_{field}(d.pop({wire!r}, UNSET))\n"


def _made(kind: Any, value: str, names: dict[str, Any]) -> str:
    if kind is Decimal:
        return f"Decimal(str({value}))"
    if kind in {dt.date, dt.datetime}:
        return f"datetime.{kind.__name__}.fromisoformat({value})"
    if kind in {int, str, bool, Any}:
        return value
    names[kind.__name__] = kind
    return f"{kind.__name__}({value})" if issubclass(kind, enum.Enum) else f"{kind.__name__}.from_dict({value})"


def _is_int(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, enum.IntEnum)


def difference(cls: type, ours: Any, theirs: Any, where: str = "") -> str | None:
    """Return where two records differ, None when all fields are equal; a key that was not sent counts as None."""
    for field in hints.fields_of(cls):
        mine, other = getattr(ours, field.name), getattr(theirs, field.name)
        other = None if other is UNSET else other
        at = f"{where}.{field.name}"
        hint = hints.single(hints.hints_of(cls)[field.name])
        kind, item = hints.item_of(hint)
        found: str | None = None
        if mine is None or other is None:
            found = None if mine is other else f"{at}: {mine!r} and {other!r}"
        elif kind is list and hints.is_model(item):
            if len(mine) != len(other):
                return f"{at}: {len(mine)} and {len(other)} records"
            inner = (difference(item, a, b, f"{at}[{n}]") for n, (a, b) in enumerate(zip(mine, other, strict=True)))
            found = next((text for text in inner if text), None)
        elif hints.is_model(hint):
            found = difference(hint, mine, other, at)
        elif mine != other or (isinstance(mine, Decimal) and not isinstance(other, Decimal)):
            found = f"{at}: {mine!r} and {other!r}"
        if found:
            return found
    return None
