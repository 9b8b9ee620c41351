"""Type guards for JSON values, so that what is inside a container is Any and not unknown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard


def is_map(value: Any) -> TypeGuard[Mapping[str, Any]]:
    """Return whether a value is a JSON object; the exact type comes first, as the abstract check is slow."""
    return value.__class__ is dict or isinstance(value, Mapping)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Return whether a value is a JSON array."""
    return isinstance(value, list)


def is_items(value: Any) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Return whether a value written by a caller stands for a JSON array."""
    return isinstance(value, (list, tuple))
