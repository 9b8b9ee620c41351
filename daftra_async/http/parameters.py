"""From Python arguments to wire text, as the parameters of an operation say.

Every refusal happens before anything is sent and says which argument it is about, what was wrong with it and what is allowed.
"""

from __future__ import annotations

import datetime as dt
import enum
import importlib
import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import attrs

from daftra_async._text import exact, has_control, refuse, value_text
from daftra_async.errors import ArgumentError
from daftra_async.http.filters import filter_query, sort_query
from daftra_async.operation import UNSET
from daftra_async.wire import hints, paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from daftra_async.http.filters import Pairs
    from daftra_async.operation import AnyOperation, Param

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_SORT: Final = "sort"


def build_path(op: AnyOperation, values: Mapping[str, object], format_suffix: str) -> str:
    """Fill the path template, every value percent-encoded.

    Raises:
        ArgumentError: a value is missing or refused.
    """
    path = op.path.replace("{format}", format_suffix)
    for param in op.path_params:
        if param.wire == "format":
            continue
        value = param.fixed if param.fixed is not None else values.get(param.name, UNSET)
        if value is UNSET:
            value = param.default
        text = _segment(param, value)
        path = path.replace(f"{{{param.wire}}}", quote(text, safe=""))
    return path


def body_identity(op: AnyOperation, values: Mapping[str, object]) -> int | None:
    """Return the id that is written to the body; None for an operation whose path names the record, or that has none.

    Raises:
        ArgumentError: it is missing, or no whole number from 1: without an id the server would create a record.
    """
    param = None if op.request is None else op.request.identity
    if param is None:
        return None
    value = values.get(param.name, UNSET)
    text = "" if value is UNSET else to_text(param, value)
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        given = "it is missing" if value is UNSET else f"{value!r:.60} was given"
        refuse(param.name, given, "the id of the record, a whole number from 1: without it the server would create a record")
    return int(text)


def build_query(op: AnyOperation, values: Mapping[str, object], extra: Mapping[str, Any] | None = None) -> Pairs:
    """Write the query in the order of the operation's parameters, then what is not described.

    None leaves a parameter out: a query has no null.

    Raises:
        ArgumentError: a value is missing or refused, or `extra` repeats a parameter that has an argument of its own.
    """
    pairs: Pairs = []
    for param in op.query_params:
        if param.fixed is not None:
            pairs.append((param.wire, param.fixed))
            continue
        value = values.get(param.name)
        if value is not None:
            pairs += _query(op, param, value)
        elif param.required:
            refuse(param.name, "it is missing", "a value: the operation needs it")
    pairs += _extra(op, extra or {}, frozenset(name for name, _ in pairs))
    _refuse_second(op, pairs)
    return pairs


def _refuse_second(op: AnyOperation, pairs: Pairs) -> None:
    """Refuse a filter on what the operation fixes: the server would take the last of the two."""
    for param in op.query_params:
        same = [name for name, _ in pairs if name == param.wire or name.startswith(f"{param.wire}[")]
        if param.fixed is not None and len(same) > 1:
            refuse("filters", f"{param.wire} is always sent with {param.fixed!r}", "other conditions, or another resource")


def _query(op: AnyOperation, param: Param, value: object) -> Pairs:
    if param.type == "filter":
        return filter_query(value, param.wire, param.name, _model(op))
    if param.type == "sort":
        return sort_query(value, param.wire, param.name, _model(op))
    if param.wire == _SORT:
        return [(param.wire, _order(op, param, value))]
    if not param.array:
        return [(param.wire, to_text(param, value))]
    if not isinstance(value, list | tuple | set | frozenset):
        refuse(param.name, f"{type(value).__name__} was given", "a list of values")
    items: list[object] = list(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  # isinstance leaves the items unknown
    if not items:
        refuse(param.name, "the list is empty, which the server takes as no condition", "one value or more")
    return [(f"{param.wire}[]", to_text(param, item)) for item in items]


def _model(op: AnyOperation) -> type[Any] | None:
    return None if op.response.model is None else hints.model(op.response.model)


def _order(op: AnyOperation, param: Param, value: object) -> str:
    """Write the field that a v1 list is sorted by; its direction is a parameter of its own."""
    text = to_text(param, value)
    name = text.removeprefix("-")
    field = name.removeprefix(f"{op.response.key}.")  # PHP takes the name of the record before it
    paths.check_name(_model(op), field, param.name, f"extra_query={{{_SORT!r}: ...}} sends it anyway")
    if name != text:
        refuse(param.name, f"{text!r:.60} was given", f"sort={name!r} with direction='DESC'")
    return text


def _extra(op: AnyOperation, extra: Mapping[str, Any], written: frozenset[str]) -> Pairs:
    """Write parameters that are not described, and conditions and orders that are meant as they stand."""
    described = {param.wire.partition("[")[0]: param for param in reversed(op.query_params)}
    pairs: Pairs = []
    for name, value in extra.items():
        param = described.get(name.partition("[")[0])
        if param is not None and not _is_free(op, name):
            instead = "nothing: it is always sent" if param.fixed is not None else f"the argument {param.name}="
            refuse("extra_query", f"{name!r} is a described parameter", f"{instead}, or parameters that are not described")
        if name in written and (param is None or param.fixed is None):
            refuse("extra_query", f"{name!r} is set by an argument too", "one of the two: the server would keep the last")
        pairs += free_pairs("extra_query", name, value)
    return pairs


def _is_free(op: AnyOperation, name: str) -> bool:
    """Return whether a described parameter can be written by hand too: a condition or an order, on any field."""
    base, bracket, _ = name.partition("[")
    return any(
        param.wire == base and ((param.type in {"filter", "sort"} and bracket) or (base == _SORT and not bracket))
        for param in op.query_params
    )


def free_pairs(argument: str, name: object, value: object) -> Pairs:
    """Write a parameter that no operation describes; several values are sent as `name[]=`.

    Raises:
        ArgumentError: the name or a value is refused.
    """
    if not isinstance(name, str) or not name or has_control(name):
        refuse(argument, f"{name!r} is not a parameter name", "text that is not empty")
    if isinstance(value, list | tuple):
        items: list[object] = list(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  # isinstance leaves the items unknown
        wire = name if name.endswith("[]") else f"{name}[]"
        return [(wire, value_text(item, f"{argument}: {name}")) for item in items]
    return [(name, value_text(value, f"{argument}: {name}"))]


def to_text(param: Param, value: object) -> str:  # noqa: PLR0911  # one line for each type
    """Write one value of a parameter.

    Raises:
        ArgumentError: the value is not what the parameter takes.
    """
    if value is None:
        refuse(param.name, "None was given", "a value; leave the argument out to send nothing")
    if param.redact:
        return _secret_text(param, value)
    if param.enum is not None and not (param.open and _is_key(value)):
        return _enum(param, value)
    if isinstance(value, enum.Enum):
        value = value.value
    match param.type:
        case "integer":
            return str(_integer(param, value))
        case "id":
            return _id(param.name, value)
        case "boolean":
            return _boolean(param.name, value)
        case "decimal":
            return _decimal(param.name, value)
        case "date":
            return _date(param.name, value)
        case _:
            return _string(param.name, value)


def _is_key(value: object) -> bool:
    """Return whether a value looks like a key that the server could know: `le_workflow-type-entity-36`."""
    return type(value) is str and re.fullmatch(r"[A-Za-z0-9_-]{1,100}", value) is not None


def _secret_text(param: Param, value: object) -> str:
    """Write a value that no error may show."""
    try:
        return to_text(attrs.evolve(param, redact=False), value)
    except ArgumentError:
        pass
    refuse(
        param.name,
        f"the {type(value).__name__} given is refused (it is not shown)",
        f"what a parameter of type {param.type} takes",
    )
    return None


def _segment(param: Param, value: object) -> str:
    text = to_text(param, value)
    if text in {"", ".", ".."} or any(mark in text for mark in "/\\?#") or ".." in text:
        refuse(param.name, f"{text!r:.60} cannot stand in a path", "an id or a name without '/', '?', '#' and '..'")
    return text


def _enum(param: Param, value: object) -> str:
    models = importlib.import_module("daftra_async.models")
    cls: type[enum.Enum] = getattr(models, param.enum or "")
    if isinstance(value, cls):
        return str(value.value)
    # Iterating gives the documented members only, without those made for unknown values of the server.
    members = list(cls)
    if not isinstance(value, enum.Enum | bool):
        for member in members:
            if type(member.value) is type(value) and member.value == value:
                return str(member.value)
    listed = ", ".join(f"{member.value!r} ({member.name})" for member in members[:40])
    refuse(param.name, f"{value!r:.60} is no documented value", f"{cls.__name__}({'...'}) or one of {listed}")
    return None


def _integer(param: Param, value: object) -> int:
    low, high = param.minimum, param.maximum
    bounds = "" if low is None and high is None else f" from {low}" if high is None else f" up to {high}" if low is None else None
    allowed = f"a whole number{f' from {low} to {high}' if bounds is None else bounds}"
    if not isinstance(value, int) or isinstance(value, bool):
        refuse(param.name, f"{value!r:.60} was given", allowed)
    if (low is not None and value < low) or (high is not None and value > high):
        refuse(param.name, f"{value} is out of range", allowed)
    return value


def _id(name: str, value: object) -> str:
    allowed = "a whole number from 1, or text such as 'INV-7' without '/', '?', '#', '..' and control characters"
    match value:
        case bool():
            refuse(name, f"{value} was given", allowed)
        case int() if value >= 1:
            return str(value)
        case str() if value.strip() and value not in {"0", "."} and not has_control(value):
            if ".." in value or any(mark in value for mark in "/\\?#"):
                refuse(name, f"{value!r:.60} was given", allowed)
            return value
        case _:
            refuse(name, f"{value!r:.60} was given", allowed)
    return None


def _boolean(name: str, value: object) -> str:
    if isinstance(value, bool) or (isinstance(value, int) and value in {0, 1}):
        return "1" if value else "0"
    refuse(name, f"{value!r:.60} was given", "True or False (or 1 and 0)")
    return None


def _decimal(name: str, value: object) -> str:
    return format(exact(name, value), "f")


def _date(name: str, value: object) -> str:
    if isinstance(value, dt.date):
        return value.strftime("%Y-%m-%d") if value.year >= 1000 else value.isoformat()[:10]
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return dt.date.fromisoformat(value).isoformat()
        except ValueError:
            pass
    refuse(name, f"{value!r:.60} was given", "a date, a datetime or text such as '2026-01-31'")
    return None


def _string(name: str, value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or has_control(value) or not value.strip():
        refuse(name, f"{value!r:.60} was given", "text that is not empty and holds no control characters")
    return value


def check_headers(headers: Mapping[str, str] | None, taken: Iterable[str]) -> dict[str, str]:
    """Return the caller's own headers.

    Raises:
        ArgumentError: a name or value could break the request, or the header belongs to the client (credentials, ...).
    """
    owned = {name.lower() for name in taken}
    checked: dict[str, str] = {}
    given: Mapping[Any, Any] = headers or {}
    for name, value in given.items():
        if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", name):
            refuse("extra_headers", f"{name!r:.60} is not a header name", "letters, digits and dashes")
        if name.lower() in owned:
            refuse("extra_headers", f"{name!r} is set by the client", "other headers; credentials go to DaftraClient(...)")
        if not isinstance(value, str) or has_control(value) or not value.isascii():
            refuse("extra_headers", f"the value of {name!r} holds control or non-ASCII characters", "ASCII text")
        checked[name] = value
    return checked
