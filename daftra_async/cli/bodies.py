"""The fields of a write, from `field=value` or JSON; typed by the model, unknown names refused before anything is sent."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs

from daftra_async._text import refuse
from daftra_async.cli.routes import attribute_of, pair, unknown, wire_names
from daftra_async.http.from_text import read_text, wanted
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
    found: dict[str, Any] = {}
    for text in pairs:
        name, value = pair(text, "field")
        is_json = name.endswith(":")
        name = name.removesuffix(":")
        attribute = attribute_of(model, name)
        if attribute is None:
            unknown("field", name, f"field of {what}", wire_names(model).values())
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
    names = wire_names(model)
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
    """Return the fields of a body, whether wrapped as on the wire (`{"Invoice": {...}, "InvoiceItem": [...]}`) or flat."""
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
        refuse(name, f"it is not JSON ({where})", "JSON such as 5, [1, 2] or {...}; text is given with name=value")


def _typed(hint: Any, text: str, name: str) -> Any:
    kinds = hints.alternatives(hint)
    for kind in kinds:
        try:
            return json.loads(text, parse_float=Decimal) if _is_json(kind) else read_text(kind, text)
        except ValueError:
            continue
    if text == "" and type(None) in getattr(hint, "__args__", ()):
        return None
    return refuse(name, f"{text[:60]!r} was given", " or ".join("JSON" if _is_json(kind) else wanted(kind) for kind in kinds))


def _is_json(kind: Any) -> bool:
    return hints.item_of(kind)[0] is not None or hints.is_model(kind)
