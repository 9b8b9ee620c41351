"""The decoder that openapi-python-client writes, made of our models at run time."""

from __future__ import annotations

import datetime as dt
import enum
import json
from decimal import Decimal
from typing import Any, Final, cast

import attrs
import peers

from daftra_async.wire import hints


class Unset:
    """What generated clients put in place of a key that was not sent."""

    def __bool__(self) -> bool:
        return False


UNSET: Final = Unset()


def from_dict(cls: type, key: str | None) -> peers.Decode:
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
            exec(compile(_class_text(cls.__name__, peers.shape_of(cls, build), names), f"<{cls.__name__}>", "exec"), names)
        return names[cls.__name__] or cls

    make = build(cls).from_dict
    load = peers.dicts(json.loads, key)
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
