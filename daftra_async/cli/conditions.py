"""Turns `--where` and `--sort` into arguments of a list.

The server ignores what it does not know and answers with everything, so unknown names are refused here.
"""

from __future__ import annotations

import contextlib
import enum
import re
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async._text import refuse
from daftra_async.cli.routes import attribute_of, unknown, wire_names
from daftra_async.http.filters import F
from daftra_async.http.from_text import read_parameter, read_text
from daftra_async.wire import hints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.http.filters import Filter
    from daftra_async.operation import AnyOperation, Param

_CONDITION: Final = re.compile(r"([A-Za-z][A-Za-z0-9_.-]*)(>=|<=|!=|=|>|<|~)(.*)", re.DOTALL)
_PAGING: Final = frozenset({"page", "limit", "per_page"})
_BOUNDS: Final = {">=": "_from", "<=": "_to"}
_FILTERS: Final = {">=": "gte", "<=": "lte", "!=": "not_equal", ">": "gt", "<": "lt", "~": "like"}


def compared_here(op: AnyOperation, where: Sequence[str]) -> tuple[list[str], dict[str, list[object]]]:
    """Split conditions into those that the list takes, and fields of the record that it has no filter for.

    Args:
        op: The list.
        where: Conditions such as `city=Cairo`.

    Returns:
        The conditions to send, and values by attribute: each row is compared with them, any of the values will do.
    """
    params = {param.name: param for param in op.query_params if param.fixed is None}
    if any(param.type == "filter" for param in params.values()):
        return list(where), {}
    model = hints.model(op.response.model or "")
    sent: list[str] = []
    here: dict[str, list[object]] = {}
    for text in where:
        name, sign, value = _split(text)
        attribute = attribute_of(model, name)
        if sign == "=" and attribute is not None and _parameter(params, name, sign) is None:
            here.setdefault(attribute, []).append(_spelled(hints.hints_of(model)[attribute], value))
        else:
            sent.append(text)
    return sent, here


def _spelled(hint: Any, text: str) -> object:
    """Return a member by its name, and yes and no as such; other text is compared as it is, nothing as no value."""
    for kind in hints.alternatives(hint):
        if text and isinstance(kind, type) and issubclass(kind, enum.Enum | bool):
            with contextlib.suppress(ValueError):
                return read_text(kind, text)
    return text or None


def arguments(op: AnyOperation, where: Sequence[str], sort: str | None, size: int) -> dict[str, object]:
    """Return the arguments of a list.

    Args:
        op: The list.
        where: Conditions such as `client_id=15`.
        sort: Field, with `-` before it for descending.
        size: Records per page.

    Raises:
        ArgumentError: a name is unknown, or the list cannot do this.
    """
    params = {param.name: param for param in op.query_params if param.fixed is None}
    named = {name: param for name, param in params.items() if name not in {*_PAGING, "sort", "direction", "filters"}}
    by_filter = any(param.type == "filter" for param in params.values())
    found: dict[str, object] = {}
    conditions: list[tuple[str, str, str]] = []
    for text in where:
        name, sign, value = _split(text)
        param = _parameter(named, name, sign)
        if param is not None:
            _add(found, param, f"--where {name}{sign}", value)
        elif by_filter:
            conditions.append((_field(op, named, name), sign, value))
        else:
            _refuse(op, named, name, sign)
    if conditions:
        found["filters"] = _filter(conditions)
    if sort is not None:
        found |= _order(op, params, sort)
    for name in ("limit", "per_page"):
        if name in params:
            found[name] = min(size, params[name].maximum or size)
    return found


def _split(text: str) -> tuple[str, str, str]:
    match = _CONDITION.fullmatch(text)
    if match is None:
        refuse("--where", f"{text[:60]!r} was given", "field=value; >=, <=, >, <, != and ~ in place of =")
    return match[1], match[2], match[3]


def _parameter(named: dict[str, Param], name: str, sign: str) -> Param | None:
    """Return the parameter that a condition means: `date>=...` is `date_from=...`."""
    if sign in _BOUNDS:
        return named.get(f"{name}{_BOUNDS[sign]}")
    return next((param for param in named.values() if name in {param.name, param.wire}), None) if sign == "=" else None


def _add(found: dict[str, object], param: Param, condition: str, text: str) -> None:
    value = read_parameter(attrs.evolve(param, name=condition), text)
    if not param.array:
        if param.name in found:
            refuse("--where", f"{param.name} was given twice", "one condition: the server would ignore all but the last")
        found[param.name] = value
    else:
        items: Any = found.setdefault(param.name, [])
        items.append(value)


def _field(op: AnyOperation, named: dict[str, Param], name: str) -> str:
    first, dot, rest = name.partition(".")
    model = hints.model(op.response.model or "")
    known, attribute = wire_names(model), attribute_of(model, first)
    if attribute is None:
        unknown("--where", name, f"field of {op.resource}", [*known.values(), *named])
    return f"{known[attribute]}{dot}{rest}"


def _refuse(op: AnyOperation, named: dict[str, Param], name: str, sign: str) -> None:
    if name in named:
        refuse("--where", f"{op.resource} has no filter {name}{sign}", f"{name}=value")
    ranges = {known.removesuffix(end) for known in named for end in _BOUNDS.values() if known.endswith(end)}
    if name in ranges:
        refuse("--where", f"{op.resource} has no filter {name}{sign}", f"{name}>=value and {name}<=value")
    # Any field of the record can be compared, but only with `=`.
    fields = wire_names(hints.model(op.response.model or "")).values() if sign == "=" else ()
    unknown("--where", name, f"condition of {op.resource}", {*named, *ranges, *fields})


def _filter(conditions: list[tuple[str, str, str]]) -> Filter:
    """Write conditions; several values of one field are alternatives, and no value asks for records without one."""
    equal: dict[str, list[str]] = {}
    parts: list[Filter] = []
    for name, sign, value in conditions:
        if sign == "=" and value:
            equal.setdefault(name, []).append(value)
        elif sign in {"=", "!="} and not value:
            parts.append(F(name).is_null(sign == "="))
        else:
            parts.append(getattr(F(name), _FILTERS[sign])(value))
    parts += [F(name).eq(values[0]) if len(values) == 1 else F(name).in_(values) for name, values in equal.items()]
    whole = parts[0]
    for part in parts[1:]:
        whole &= part
    return whole


def _order(op: AnyOperation, params: dict[str, Param], sort: str) -> dict[str, object]:
    name = sort.removeprefix("-")
    if "sort" not in params:
        refuse("--sort", f"{op.resource} cannot be sorted by the server", "no --sort; sort the output instead")
    field = _field(op, {}, name)
    if params["sort"].type == "sort":
        return {"sort": f"-{field}" if sort.startswith("-") else field}
    if "direction" not in params:
        return {"sort": field}
    return {"sort": field, "direction": read_parameter(params["direction"], "desc" if sort.startswith("-") else "asc")}
