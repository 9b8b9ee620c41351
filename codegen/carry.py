"""`x-daftra-carry`: how an edit writes back what it read, for a property whose written shape is not the one that is read.

Status: {type: string, x-daftra-carry: {from: status}}                       # read under another name
budget: {$ref: ..., x-daftra-carry: {object: {number: budget, currency: budget_currency}}}    # an object made of plain values
assigned_users: {type: array, ..., x-daftra-carry: {each: staff_id}}         # of each record read, one value
tags: {type: array, ..., x-daftra-carry: {none: what is read names no tags}}   # cannot be made; the reason is shown
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from codegen.problems import FragmentError

if TYPE_CHECKING:
    from codegen.fragments import Place

KEY: Final = "x-daftra-carry"
_KINDS: Final = ("from", "object", "each", "none")


def read(node: dict[str, Any], place: Place) -> dict[str, Any] | None:
    """Return how a property is carried, None where it is written as it is read.

    Raises:
        FragmentError: it says none of the four things, or says it wrongly.
    """
    written = node.get(KEY)
    if written is None:
        return None
    kind = next(iter(written)) if isinstance(written, dict) and len(written) == 1 else None  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  # YAML
    fits = dict if kind == "object" else str
    if kind not in _KINDS or not isinstance(written[kind], fits) or not written[kind]:
        raise FragmentError(
            [(place / KEY).problem(f"one of {', '.join(_KINDS)}, with a key, a reason or (object) a map of keys")]
        )
    return {kind: written[kind]}
