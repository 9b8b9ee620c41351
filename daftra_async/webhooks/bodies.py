"""Bodies of deliveries: JSON, or a form as PHP writes it."""

from __future__ import annotations

from typing import Any, Final, cast
from urllib.parse import parse_qsl

from daftra_async.wire import loads
from daftra_async.wire.guards import is_list, is_map

_MOST_FIELDS: Final = 5000
_MOST_LEVELS: Final = 8
_JSON_FIELDS: Final = frozenset({"payload", "data", "body", "json", "event", "record"})
"""Form fields that hold a JSON text by habit of senders."""


def read(body: object) -> tuple[Any, str | None]:
    """Return the JSON object of a body and None, or what could be read and why it is not an object."""
    if is_map(body):
        return dict(body), None
    if isinstance(body, bytearray | memoryview):
        body = bytes(cast("Any", body))
    if not isinstance(body, bytes | str):
        return body, f"the body is {type(body).__name__}"
    if not body.strip():
        return body, "the body is empty"
    # JSON first, whatever the content type says: clients of PHP send it as a form when they are not told otherwise.
    try:
        value = loads(body)
    except ValueError:
        return _text(body)
    return _object(value)


def _text(body: bytes | str) -> tuple[Any, str | None]:
    """Read what is not JSON."""
    text = body if isinstance(body, str) else body.decode("utf-8", "replace")
    if text.lstrip().startswith("<"):
        return body, "the body is HTML or XML"
    form = _form(text.strip())
    if form is None:
        return body, "the body is neither JSON nor a form"
    name, value = next(iter(form.items()))
    if len(form) > 1 or name not in _JSON_FIELDS or not isinstance(value, str):
        return form, None
    try:
        return _object(loads(value))
    except ValueError:
        return form, f"the form field {name} holds no JSON"


def _object(value: Any) -> tuple[Any, str | None]:
    if is_list(value):
        # A batch has never been seen; one record in a list has one meaning only.
        if len(value) == 1 and is_map(value[0]):
            return value[0], None
        return value, f"the body is a list of {len(value)}"
    return value, None if is_map(value) else f"the body is a JSON {type(value).__name__}"


def _form(text: str) -> dict[str, Any] | None:
    """Read `Invoice[id]=1&InvoiceItem[0][item]=x`, None where the text is no form."""
    if "=" not in text or any(mark in text for mark in ' \n{}<>"'):
        return None
    try:
        pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return None
    form: dict[str, Any] = {}
    for name, value in pairs:
        _put(form, name, value)
    return {name: _listed(value) for name, value in form.items()}


def _put(form: dict[str, Any], name: str, value: str) -> None:
    head, bracket, rest = name.partition("[")
    steps = [head, *rest.removesuffix("]").split("][")] if head and bracket and rest.endswith("]") else [name]
    if len(steps) > _MOST_LEVELS:
        steps = [name]
    here = form
    for step in steps[:-1]:
        inner = here.get(_index(here, step))
        if not isinstance(inner, dict):
            inner = {}
            here[_index(here, step)] = inner
        here = cast("dict[str, Any]", inner)
    here[_index(here, steps[-1])] = value


def _index(here: dict[str, Any], step: str) -> str:
    return step or str(len(here))  # `name[]` is the next of a list


def _listed(value: Any) -> Any:
    """Turn objects with the keys 0, 1, 2, ... into lists."""
    if not isinstance(value, dict):
        return value
    members = cast("dict[str, Any]", value)
    inner = {name: _listed(item) for name, item in members.items()}
    return list(inner.values()) if list(inner) == [str(at) for at in range(len(inner))] else inner
