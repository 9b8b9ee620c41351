"""What differs between our records and those of a peer."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generated_client import UNSET

from daftra_async.wire import hints


def difference(cls: type, ours: Any, theirs: Any, where: str = "") -> str | None:
    """Return where two records differ, None when all fields are equal; a key that was not sent counts as None."""
    for field in hints.fields_of(cls):
        mine, other = getattr(ours, field.name), getattr(theirs, field.name)
        other = None if other is UNSET else other
        at = f"{where}.{field.name}"
        hint = hints.single(hints.hints_of(cls)[field.name])
        kind, item = hints.item_of(hint)
        found: str | None = None
        if mine is None or other is None:
            found = None if mine is other else f"{at}: {mine!r} and {other!r}"
        elif kind is list and hints.is_model(item):
            if len(mine) != len(other):
                return f"{at}: {len(mine)} and {len(other)} records"
            inner = (difference(item, a, b, f"{at}[{n}]") for n, (a, b) in enumerate(zip(mine, other, strict=True)))
            found = next((text for text in inner if text), None)
        elif hints.is_model(hint):
            found = difference(hint, mine, other, at)
        elif mine != other or (isinstance(mine, Decimal) and not isinstance(other, Decimal)):
            found = f"{at}: {mine!r} and {other!r}"
        if found:
            return found
    return None
