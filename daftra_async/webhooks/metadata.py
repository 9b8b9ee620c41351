"""Read tenant, id, action and time of change from headers and records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from daftra_async.wire.moments import to_datetime
from daftra_async.wire.scalars import to_bool, to_int

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from daftra_async.webhooks.names import Action

_TENANT: Final = re.compile(r"[A-Za-z0-9._-]{1,100}")
_TEXT_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_HEADERS: Final = frozenset({"x-site-id", "site-id"})
_LARGEST_ID: Final = 2**63


def header_tenant(headers: object) -> str | None:
    """Return the tenant in the headers, which may be any mapping or list of pairs."""
    given: Any = headers
    try:
        items: Iterable[tuple[Any, Any]] = given.items() if hasattr(given, "items") else given
        pairs = [(_text(name).lower(), _text(value)) for name, value in items]
    except (TypeError, ValueError, AttributeError):  # no headers at all
        return None
    return next((found for name, value in pairs if name in _HEADERS and (found := tenant(value)) is not None), None)


def tenant(value: object) -> str | None:
    """Return the id of an account as text; None if the value is not an id."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    if isinstance(value, int) and abs(value) >= _LARGEST_ID:
        return None
    text = str(value).strip()
    return text if _TENANT.fullmatch(text) and text != "0" else None


def identity(payload: Mapping[str, Any]) -> int | str | None:
    """Return the id of a record: a number, also where it is sent as text, or a short word."""
    value = payload.get("id")
    number, ok = to_int(value)
    if ok and number is not None:
        return number if 0 < number < _LARGEST_ID else None
    return value if isinstance(value, str) and _TEXT_ID.fullmatch(value) else None


def is_deleted(payload: Mapping[str, Any]) -> bool:
    """Return whether `deleted_at` holds a time, or any other value that does not mean "none"."""
    value = payload.get("deleted_at")
    moment, ok = to_datetime(value)
    if ok:
        return moment is not None
    flag, ok = to_bool(value)
    return bool(flag) if ok else bool(value)


def action(payload: Mapping[str, Any]) -> Action | None:
    """Return what happened to a record."""
    if is_deleted(payload):
        return "deleted"
    created, ok = to_datetime(payload.get("created"))
    modified, also = to_datetime(payload.get("modified"))
    if not ok or not also or created is None or modified is None:
        return None
    return "created" if created == modified else "updated"


def version(payload: Mapping[str, Any]) -> str | None:
    """Return the time of the last change, in ISO form."""
    for key in ("deleted_at", "modified"):
        moment, ok = to_datetime(payload.get(key))
        if ok and moment is not None:
            return str(moment.isoformat())
    return None


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
