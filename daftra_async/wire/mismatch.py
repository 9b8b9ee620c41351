"""What is raised for an answer of the wrong shape."""

from __future__ import annotations

from typing import Any, Final

from daftra_async.wire.guards import is_list, is_map

_KEYS_SHOWN: Final = 8


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
