"""Records that nobody has filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daftra_async.sandbox.values import blank

if TYPE_CHECKING:
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.spec import Spec


def columns(spec: Spec, entity: str, *, v1: bool) -> Json:
    """Every column of an entity, unset."""
    found = {item.name: blank(item) for item in spec.read_shape(entity, v1=v1).scalars if not item.write_only}
    return {name: int(value) if v1 and isinstance(value, bool) else value for name, value in found.items()}
