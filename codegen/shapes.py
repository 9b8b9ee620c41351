"""What JSON nodes are, in a way that type checkers follow."""

from __future__ import annotations

from typing import Any, TypeGuard

Json = Any
JsonObject = dict[str, Any]


def is_object(node: object) -> TypeGuard[JsonObject]:
    """Return whether a node is an object."""
    return isinstance(node, dict)


def is_array(node: object) -> TypeGuard[list[Any]]:
    """Return whether a node is an array."""
    return isinstance(node, list)
