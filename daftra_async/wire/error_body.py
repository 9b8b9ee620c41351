"""Failures inside a JSON body, whatever status it came with.

Shapes: v1 `{"result": "failed", "code": 400, "message": ..., "validation_errors": {...}}`; v2 `{"message": ..., "errors":
{"field": [...]}}` (both documented); a v1 failure as the `message` of a v2 one; `{"error": "..."}` with HTTP 200 (seen on live
accounts); OAuth `{"error": ..., "error_description": ...}`. Messages are in the account's language, so only keys and codes are
looked at, never words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import attrs

from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.scalars import to_int

_ENVELOPE: Final = frozenset(
    {
        "code",
        "data",
        "error",
        "error_description",
        "error_type",
        "errors",
        "extra_data",
        "id",
        "message",
        "pagination",
        "result",
        "status",
        "success",
        "validation_errors",
        "version",
    }
)
"""Keys of answers around a record. A bare v2 record may own a `code` too, but has others beside it."""

_FAILED: Final = frozenset({"failed", "fail", "failure", "error"})
_TOLD: Final = frozenset({"code", "error", "error_description", "errors", "message", "result", "validation_errors"})
_MOST_LEVELS: Final = 3


@attrs.frozen(kw_only=True)
class Failure:
    """What the server says went wrong."""

    code: int | None = None
    """Status in the body; it can differ from the HTTP status."""
    message: str = ""
    """Text in the language of the account; empty when there is none."""
    validation_errors: dict[str, list[str]] = attrs.field(factory=dict[str, list[str]])
    """Reasons by field; fields of nested records are dotted (`InvoiceItem.0.quantity`), reasons without a field under `""`."""
    extra: dict[str, Any] = attrs.field(factory=dict[str, Any])
    """What else the body holds (`error_type`, `extra_data`, ...)."""


def failure_of(body: Any) -> Failure | None:
    """Return the failure in a JSON body, or None if the body alone does not show one.

    `{"message": "..."}` alone is None: a v2 write acknowledges with it too, so there the HTTP status decides.
    """
    return describe(body) if is_map(body) and _is_failure(body) else None


def describe(body: Any) -> Failure:
    """Read the message and reasons of a body that is known to be a failure; never raises."""
    if isinstance(body, str):
        return Failure(message=body)
    if not is_map(body):
        return Failure()
    members = body
    for _ in range(_MOST_LEVELS):
        inner = members.get("message")
        if not is_map(inner):
            break
        members = {**members, "message": None, **inner}
    errors: dict[str, list[str]] = {}
    for key in ("validation_errors", "errors"):
        _collect(members.get(key), "", errors)
    return Failure(
        code=_code(members),
        message=_message(members),
        validation_errors=errors,
        extra={
            key: value
            for key, value in members.items()
            if key not in _TOLD or (key == "error" and "error_description" in members)
        },
    )


def _is_failure(body: Mapping[str, Any]) -> bool:
    if isinstance(body.get("message"), Mapping):
        # Only a failure is ever nested there: acknowledgements carry text.
        return True
    return _says_failed(body) or _has_bad_code(body) or _has_error(body) or _has_reasons(body)


def _is_envelope(body: Mapping[str, Any]) -> bool:
    return body.keys() <= _ENVELOPE


def _says_failed(body: Mapping[str, Any]) -> bool:
    result = body.get("result")
    return (
        isinstance(result, str)
        and result.strip().casefold() in _FAILED
        and (_is_envelope(body) or "code" in body or "message" in body)
    )


def _has_bad_code(body: Mapping[str, Any]) -> bool:
    code = _code(body)
    if code is None or 200 <= code < 300 or not _is_envelope(body):
        return False
    # {"id": 7, "code": "16"} is a record of two fields; with a result or a message it is an answer.
    return not body.get("id") or "result" in body or "message" in body


def _has_error(body: Mapping[str, Any]) -> bool:
    error = body.get("error")
    return bool(error) and not body.get("data") and not body.get("id")


def _has_reasons(body: Mapping[str, Any]) -> bool:
    return (
        bool(body.get("errors") or body.get("validation_errors"))
        and _is_envelope(body)
        and not body.get("data")
        and not body.get("id")
    )


def _code(body: Mapping[str, Any]) -> int | None:
    code, ok = to_int(body.get("code"))
    return code if ok else None


def _message(body: Mapping[str, Any]) -> str:
    for key in ("message", "error_description", "error"):
        text = body.get(key)
        if isinstance(text, str) and text.strip():
            return text
        if is_map(text) and text.get("message"):
            return str(text["message"])
    return ""


def _collect(reasons: Any, path: str, into: dict[str, list[str]], level: int = 0) -> None:
    """Flatten reasons of any nesting to dotted fields."""
    if reasons is None or reasons == "":
        return
    if is_map(reasons) and level < 10:
        for key, value in reasons.items():
            _collect(value, f"{path}.{key}" if path else str(key), into, level + 1)
    elif is_list(reasons) and level < 10:
        for at, value in enumerate(reasons):
            # A list of texts holds the reasons of one field; a list of objects, those of lines.
            _collect(value, path if not is_map(value) else f"{path}.{at}" if path else str(at), into, level + 1)
    else:
        into.setdefault(path, []).append(str(reasons))
