"""What JSON values look like: type guards, so that what is inside is Any and not unknown, and the error for another shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeGuard

_KEYS_SHOWN: Final = 8


def is_map(value: Any) -> TypeGuard[Mapping[str, Any]]:
    """Return whether a value is a JSON object; the exact type comes first, as the abstract check is slow."""
    return value.__class__ is dict or isinstance(value, Mapping)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Return whether a value is a JSON array."""
    return isinstance(value, list)


def is_items(value: Any) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Return whether a value written by a caller stands for a JSON array."""
    return isinstance(value, (list, tuple))


class WireMismatch(ValueError):
    """A body is not what its operation answers with."""


def shape(body: Any) -> str:
    """Describe a body by its shape, never by its values: those may be private."""
    if body is None:
        return "null"
    if is_map(body):
        keys = [str(key)[:40] for key in body]
        more = ", ..." if len(keys) > _KEYS_SHOWN else ""
        return f"an object with {', '.join(keys[:_KEYS_SHOWN])}{more}" if keys else "an empty object"
    if is_list(body):
        return f"a list of {len(body)}"
    return "text" if isinstance(body, str) else "a boolean" if isinstance(body, bool) else "a number"
