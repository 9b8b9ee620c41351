"""Read answers of operations that were never seen live by their shape.

Every known envelope is tried: the record itself, v1 (`data`, with the record under its name or without), `payload`, a page or a
list of one, and acknowledgements. What fits none of them is left to the function of the kind that the operation declares, which
says what is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.wrappers import wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.operation import AnyOperation

AROUND: Final = frozenset({"code", "data", "error", "errors", "message", "result", "status", "success", "version"})
"""Keys around a record; an object with no other keys is not a bare record."""
_ENVELOPE: Final = AROUND | {"links", "meta", "pagination", "payload"}
_PAGE: Final = frozenset({"current_page", "last_page", "next_page_url", "per_page", "total"})
_INSIDE: Final = ("data", "payload")
_MOST_ENVELOPES: Final = 5


def record_in(op: AnyOperation, body: Any) -> Mapping[str, Any] | None:
    """Return the record of an answer; None if it holds none or several."""
    inside = body
    for _ in range(_MOST_ENVELOPES):
        if is_list(inside) and len(inside) == 1:
            inside = inside[0]
        elif not is_map(inside) or not inside or _is_acknowledgement(inside):
            return None
        elif _is_around(inside):
            inside = _content(inside)
        else:
            return wrapped(op, inside) or None
    return None


def rows_in(body: Any) -> list[Any] | None:
    """Return the rows of a list without paging; None if the body is not a list."""
    inside = body
    for _ in range(_MOST_ENVELOPES):
        if is_list(inside):
            return inside
        if not is_map(inside):
            return None
        lists = [value for value in inside.values() if is_list(value)]
        inside = _content(inside) if _is_around(inside) else lists[0] if len(inside) == len(lists) == 1 else None
    return None


def contents(body: Any) -> list[Mapping[str, Any]]:
    """Return a body and the objects in its envelopes, the outermost first."""
    found: list[Mapping[str, Any]] = []
    while is_map(body) and len(found) < _MOST_ENVELOPES:
        found.append(body)
        body = _content(body)
    return found


def _content(members: Mapping[str, Any]) -> Any:
    return next((members[key] for key in _INSIDE if members.get(key) is not None), None)


def _is_around(members: Mapping[str, Any]) -> bool:
    """Return whether an object is an envelope; only a record has an id."""
    if "id" in members or not any(key in members for key in _INSIDE):
        return False
    return members.keys() <= _ENVELOPE or bool(members.keys() & _PAGE)


def _is_acknowledgement(members: Mapping[str, Any]) -> bool:
    return members.keys() <= AROUND | {"id"} and "data" not in members and bool(members.keys() & {"code", "message", "result"})
