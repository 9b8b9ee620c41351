"""What a write was called with, as an error may show it: personal data masked, lines and other relations as their number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.redaction.shown import MASK, SHOWN_QUERY, masked, safe_headers, safe_value
from daftra_async.wire import hints
from daftra_async.wire.record import UNDESCRIBED, Input

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.operation import AnyOperation, Param


def safe_arguments(
    op: AnyOperation,
    path: Mapping[str, object],
    query: Mapping[str, object],
    body: object,
    reference: str | UnsetType,
    tail: Mapping[str, Any],
) -> dict[str, object]:
    """Return the arguments of an operation as they may be shown."""
    shown: dict[str, object] = {
        **_described(op.positional, path),
        **_described(op.query_params, query),
    }
    if body is not UNSET:
        shown["body"] = _body(op, body)
    if not isinstance(reference, UnsetType):
        # The caller's own name for the record; it is what the look-up needs.
        shown["reference"] = reference
    if tail.get("extra_query"):
        shown["extra_query"] = _query(tail["extra_query"])
    if tail.get("extra_headers"):
        shown["extra_headers"] = safe_headers(tail["extra_headers"])
    return shown


def safe_raw_arguments(query: Mapping[str, object] | None, json: object, headers: Mapping[str, str] | None) -> dict[str, object]:
    """Return the arguments of a raw request as they may be shown: names only, since their values are undocumented."""
    shown: dict[str, object] = {}
    if query:
        shown["query"] = _query(query)
    if json is not UNSET:
        shown["json"] = masked(json)
    if headers:
        shown["extra_headers"] = safe_headers(headers)
    return shown


def _described(params: Iterable[Param], values: Mapping[str, object]) -> dict[str, object]:
    given = {param: values[param.name] for param in params if values.get(param.name) is not None}
    return {param.name: MASK if param.redact or param.type == "filter" else safe_value(value) for param, value in given.items()}


def _query(query: Mapping[str, object]) -> dict[str, object]:
    return {name: safe_value(value) if name.partition("[")[0] in SHOWN_QUERY else MASK for name, value in query.items()}


def _body(op: AnyOperation, body: object) -> object:
    if op.request is None:
        return MASK
    if op.request.array and isinstance(body, list | tuple):
        items: Sequence[object] = list(body)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  # isinstance leaves the items unknown
        return f"{len(items)} records"
    if isinstance(body, Input):
        # Its repr shows what the model describes and does not mark for redaction.
        return _input(body)
    if not isinstance(body, Mapping):
        return MASK
    members = cast("Mapping[str, object]", body)
    inner = members.get(op.request.key or "")
    record = cast("Mapping[str, object]", inner) if isinstance(inner, Mapping) else members
    fields = {hints.wire_name(field): field for field in hints.fields_of(hints.model(op.request.model))}
    return {
        str(name): safe_value(value)
        if name in fields and not fields[name].metadata.get("redact") and not isinstance(value, Mapping | list | tuple)
        else MASK
        for name, value in record.items()
    }


def _input(record: Input) -> dict[str, object]:
    """Return the fields of an input as they may be shown; lines and other relations only as their number."""
    shown: dict[str, object] = {}
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if value is UNSET or field.name in UNDESCRIBED:
            continue
        if field.metadata.get("redact") or isinstance(value, Mapping | Input):
            shown[field.name] = MASK
        elif isinstance(value, list | tuple):
            shown[field.name] = f"{len(cast('Sequence[object]', value))} items"
        else:
            shown[field.name] = safe_value(value)
    return {**shown, **dict.fromkeys((*record.extra, *record.extra_siblings), MASK)}
