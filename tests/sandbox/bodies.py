"""Bodies made from the bundle alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from daftra_async.sandbox.schema import Field, Shape
    from daftra_async.sandbox.spec import Operation


def value(field: Field) -> Any:
    if field.choices:
        return field.choices[0]
    return {
        "integer": 1,
        "decimal": "12.5",
        "boolean": True,
        "date": "2026-03-01",
        "date-time": "2026-03-01 10:00:00",
        "object": {"code": "0001"} if field.name == "number" else {"number": 5, "currency": "SAR"},
        "list": [],
        "any": None,
    }.get(field.kind, "1:30" if field.name == "time" else "text"[: field.max_length])


def record(shape: Shape) -> dict[str, Any]:
    writable = {name: field for name, field in shape.fields.items() if not field.read_only and name != "id"}
    if "discount" in writable:
        writable.pop("discount_amount", None)  # the API takes one of them
    return {name: value(field) for name, field in writable.items() if field.is_scalar or name in {"number", "budget"}}


def body(operation: Operation, identity: int = 1) -> Any:
    assert operation.write is not None
    if operation.id == "multi_entity.fetch":
        return [{"key": "invoice", "action": "show", "options": "1", "data_level": 1}]
    found = record(operation.write)
    if operation.request_kind == "bare":
        return {**found, "id": identity} if operation.updates else found
    whole: dict[str, Any] = {operation.request_key or "": found}
    for name, shape in operation.siblings.items():
        if shape.fields:
            whole[name] = [record(shape)]
    return [whole] if operation.request_array else whole
