"""Booleans are written as the vendor documents them: 0 and 1 nearly everywhere, true and false where nothing says otherwise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import operations
from daftra_async.http.parameters import build_query
from daftra_async.wire import hints
from daftra_async.wire.record import Input
from daftra_async.wire.writing import plan_of

if TYPE_CHECKING:
    from collections.abc import Iterator

REFERENCE = Path(__file__).parent.parent / "reference"
SCHEMAS: list[dict[str, Any]] = json.loads((REFERENCE / "schemas.json").read_text("utf-8"))
PLAIN = {"Supplier_active_secondary_address"}
"""Documented as a boolean and no more, in every schema."""


def writable() -> Iterator[tuple[str, type[Input], Any]]:
    """Yield resource, model and field of everything that can be written."""
    seen: set[tuple[str, type[Input]]] = set()
    for op in operations():
        if op.request is None:
            continue
        waiting: list[type[Input]] = [hints.model(op.request.model)]
        while waiting:
            model = waiting.pop()
            if (op.resource, model) in seen:
                continue
            seen.add((op.resource, model))
            for field in hints.fields_of(model):
                hint = hints.single(hints.hints_of(model)[field.name])
                item = hints.item_of(hint)[1]
                if hints.is_model(item) and issubclass(item, Input):
                    waiting.append(item)
                yield op.resource, model, field


def facts(resource: str, wire: str) -> list[dict[str, Any]]:
    """Return what the vendor's schemas say of a field: those of the resource, or all where it has none."""
    known = [
        (schema.get("used_by", []), field) for schema in SCHEMAS for field in schema.get("fields", []) if field["name"] == wire
    ]
    own = [field for used_by, field in known if any(used.rpartition(".")[0] == resource for used in used_by)]
    return own or [field for _, field in known]


def is_number(fact: dict[str, Any]) -> bool:
    """Return whether a fact says that 0 and 1 travel."""
    listed = {option["value"] for option in fact.get("enum", []) if option["value"] is not None}
    types = fact["type"] if isinstance(fact["type"], list) else [fact["type"]]
    return fact.get("wire") in {"0/1", "1"} or listed == {0, 1} or "integer" in types


BOOLEANS = sorted(
    {
        (resource, model.__name__, hints.wire_name(field))
        for resource, model, field in writable()
        if hints.single(hints.hints_of(model)[field.name]) is bool
    }
)


def test_there_are_many() -> None:
    assert len(BOOLEANS) >= 60
    assert {wire for *_, wire in BOOLEANS} >= {"is_active", "active", "status", "is_primary", "draft", "is_offline", "included"}


@pytest.mark.parametrize(("resource", "model", "wire"), BOOLEANS)
def test_written_as_documented(resource: str, model: str, wire: str) -> None:
    said = facts(resource, wire)
    assert said, "the vendor documents every field"
    number = any(is_number(fact) for fact in said)
    assert number is (wire not in PLAIN)
    for value in (True, False):
        written = plan_of(hints.model(model)).write_mapping({wire: value})[wire]
        assert (written, type(written)) == ((int(value), int) if number else (value, bool))


def test_no_boolean_stands_for_a_number() -> None:
    counts = 0
    for _, model, field in writable():
        if hints.single(hints.hints_of(model)[field.name]) is int:
            wire = hints.wire_name(field)
            written = plan_of(model).write_mapping({wire: True})[wire]
            assert (written, type(written)) == (1, int), (model, wire)
            counts += 1
    assert counts > 100


def test_queries() -> None:
    found = 0
    for op in operations():
        for param in op.query_params:
            if param.type == "boolean" and param.fixed is None:
                assert build_query(op, {param.name: True}, None)[-1][1] == "1"
                assert build_query(op, {param.name: False}, None)[-1][1] == "0"
                found += 1
    assert found
