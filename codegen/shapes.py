"""What JSON nodes are, in a way that type checkers follow."""

from __future__ import annotations

from typing import Any, TypeGuard

Json = Any
JsonObject = dict[str, Any]


def is_object(node: object) -> TypeGuard[JsonObject]:
    """Return whether a node is an object."""
    return isinstance(node, dict)


def has_type(schema: JsonObject, name: str) -> bool:
    """Return whether a schema takes values of a type of JSON, be it beside null."""
    found = schema.get("type")
    return found == name or (is_array(found) and name in found)


def is_array(node: object) -> TypeGuard[list[Any]]:
    """Return whether a node is an array."""
    return isinstance(node, list)
