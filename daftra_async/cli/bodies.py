"""The fields of a write, from `field=value` or JSON; typed by the model, unknown names refused before anything is sent."""

from __future__ import annotations

import datetime as dt
import enum
import json
import sys
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs

from daftra_async._numbers import number_of
from daftra_async._text import refuse
from daftra_async.cli.routes import FLAGS, pair, unknown
from daftra_async.wire import hints
from daftra_async.wire.refusals import CUSTOM_DATA, EXTRA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.operation import AnyOperation


def from_pairs(model: type[Any], pairs: Sequence[str], what: str) -> dict[str, Any]:
    """Return the values of `field=value` by attribute; `field:=JSON` takes lists, numbers, null and the like.

    Raises:
        ArgumentError: a field is unknown or stands twice, or a value does not fit.
    """
    types = hints.hints_of(model)
    attributes = {hints.wire_name(field): field.name for field in hints.fields_of(model)}
    found: dict[str, Any] = {}
    for text in pairs:
        name, value = pair(text, "field")
        is_json = name.endswith(":")
        name = name.removesuffix(":")
        attribute = name if name in attributes.values() else attributes.get(name)
        if attribute is None:
            unknown("field", name, f"field of {what}", attributes)
        if attribute in found:
            refuse(name, "it was given twice", "one value")
        found[attribute] = _json(value, name) if is_json else _typed(types[attribute], value, name)
    return found


def body_of(op: AnyOperation, pairs: Sequence[str], json_file: str | None) -> dict[str, Any]:
    """Return the body of a create or a replacement, in wire names.

    Raises:
        ArgumentError: nothing or too much was given, or something does not fit.
    """
    assert op.request is not None
    model = hints.model(op.request.model)
    names = {field.name: hints.wire_name(field) for field in hints.fields_of(model)}
    if (json_file is None) == (not pairs):
        refuse(
            "body", "nothing was given" if json_file is None else "fields and --json were given", "field=value, or --json FILE"
        )
    if json_file is None:
        body = {names[name]: value for name, value in from_pairs(model, pairs, op.resource).items()}
    else:
        body = _read(op, json_file, frozenset(names.values()))
    required = [names[field.name] for field in hints.fields_of(model) if field.default is attrs.NOTHING]
    inner = _inner(op, body)
    if missing := [name for name in required if name not in inner]:
        refuse("body", f"{op.id} needs {', '.join(missing)}", f"{missing[0]}=...")
    return body


def _read(op: AnyOperation, json_file: str, known: frozenset[str]) -> dict[str, Any]:
    try:
        text = sys.stdin.read() if json_file == "-" else Path(json_file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        refuse(
            "--json", f"{json_file!r} cannot be read ({getattr(error, 'strerror', None) or 'no UTF-8'})", "a file, or - for stdin"
        )
    body = _json(text, "--json")
    if not isinstance(body, dict):
        refuse("--json", f"it holds {type(body).__name__}", "one object with the fields of a record")
    members = cast("dict[str, Any]", body)
    for name in _inner(op, members):
        if name not in known and name != EXTRA and not name.endswith(CUSTOM_DATA):
            unknown("--json", name, f"field of {op.resource}", known)
    return members


def _inner(op: AnyOperation, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the fields of a body, be it wrapped as on the wire (`{"Invoice": {...}, "InvoiceItem": [...]}`) or flat."""
    assert op.request is not None
    inner = body.get(op.request.key or "")
    beside = {name: value for name, value in body.items() if name != op.request.key}
    return {**cast("Mapping[str, Any]", inner), **beside} if isinstance(inner, Mapping) else body


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        # The text itself stays out of the message: it may hold a password.
        where = f"line {error.lineno} column {error.colno}" if isinstance(error, json.JSONDecodeError) else "somewhere"
        refuse(name, f"it is not JSON ({where})", "JSON")


def _typed(hint: Any, text: str, name: str) -> Any:
    kinds = hints.alternatives(hint)
    for kind in kinds:
        try:
            return _as(kind, text)
        except (ValueError, KeyError, InvalidOperation):
            continue
    if text == "" and type(None) in getattr(hint, "__args__", ()):
        return None
    refuse(name, f"{text[:60]!r} was given", " or ".join(_kind(kind) for kind in kinds))
    return None


def _as(kind: Any, text: str) -> Any:  # noqa: PLR0911  # one line for each type
    if kind is bool:
        return FLAGS[text.lower()]
    if kind in {int, Decimal}:
        return number_of(kind, text)
    if kind is dt.datetime:
        return dt.datetime.fromisoformat(text)
    if kind is dt.date:
        return dt.date.fromisoformat(text)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        for member in kind:
            if text.lower() in {member.name.lower(), str(member.value).lower()}:
                return member
        raise ValueError
    if hints.item_of(kind)[0] is not None or hints.is_model(kind):
        return json.loads(text, parse_float=Decimal)
    return text


def _kind(kind: Any) -> str:
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return ", ".join(f"{member.value} ({member.name.lower()})" for member in kind)
    words: dict[Any, str] = {bool: "yes or no", int: "a whole number", Decimal: "a number", dt.date: "a date such as 2026-01-31"}
    words[dt.datetime] = "a time such as '2026-01-31 08:00:00'"
    return words.get(kind, "JSON")
