"""Write the path and the query of a request from Python arguments.

Every refusal happens before anything is sent and says which argument it is about, what was wrong with it and what is allowed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from daftra_async._text import has_control, refuse, value_text
from daftra_async._words import only_python
from daftra_async.http.filters import filter_query
from daftra_async.http.sorting import sort_query
from daftra_async.http.values import to_text
from daftra_async.operation import UNSET
from daftra_async.wire import hints, paths
from daftra_async.wire.guards import is_map

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.http.filters import Pairs
    from daftra_async.operation import AnyOperation, Param

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
        if param.fixed is None:
            continue
        same = [name for name, _ in pairs if name == param.wire or name.startswith(f"{param.wire}[")]
        if len(same) > 1:
            refuse("filters", f"{param.wire} is always sent with {param.fixed!r}", "other conditions, or another resource")


def _query(op: AnyOperation, param: Param, value: object) -> Pairs:
    if param.type == "filter":
        return filter_query(value, param.wire, param.name, hints.record_class(op))
    if param.type == "sort":
        return sort_query(value, param.wire, param.name, hints.record_class(op))
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


def _order(op: AnyOperation, param: Param, value: object) -> str:
    """Write the field that a v1 list is sorted by; its direction is a parameter of its own."""
    text = to_text(param, value)
    name = text.removeprefix("-")
    field = name.removeprefix(f"{op.response.key}.")  # PHP takes the name of the record before it
    paths.check_name(hints.record_class(op), field, param.name, only_python(f"; extra_query={{{_SORT!r}: ...}} sends it anyway"))
    if name != text:
        refuse(param.name, f"{text!r:.60} was given", f"sort={name!r} with direction='DESC'")
    return text


def _extra(op: AnyOperation, extra: Mapping[str, Any], written: frozenset[str]) -> Pairs:
    """Write parameters that are not described, and conditions and orders that are meant as they stand."""
    described = {param.wire.partition("[")[0]: param for param in reversed(op.query_params)}
    pairs: Pairs = []
    given: Any = extra
    if not is_map(given):
        refuse("extra_query", "it is not a mapping", "names and their values; a list as the value repeats a name")
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


def _segment(param: Param, value: object) -> str:
    text = to_text(param, value)
    if text in {"", ".", ".."} or any(mark in text for mark in "/\\?#") or ".." in text:
        refuse(param.name, f"{text!r:.60} cannot stand in a path", "an id or a name without '/', '?', '#' and '..'")
    return text
