"""Answers by their shape: which envelope, which key around a record, which types.

No value of a record is shown: what leaves this module in words is made of counts, types and described keys.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.catalogue import operations
from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.scalars import to_int

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daftra_async.operation import AnyOperation

OTHER: Final = "another form"
_ANOTHER_KEY: Final = "another key"
_LARAVEL: Final = frozenset({"current_page", "last_page", "next_page_url", "per_page", "total"})
_AROUND: Final = frozenset({"code", "data", "message", "result", "status", "success", "version"})
_LISTS: Final = {"v1-list": "v1", "v2-list": "laravel", "payload-list": "payload"}
_SINGLES: Final = {"v1-single": "v1", "v2-single": "bare", "payload-single": "payload", "bare": "bare"}


@attrs.frozen(kw_only=True)
class Listed:
    """A list answer."""

    envelope: str
    """`v1`, `laravel`, `laravel with meta`, `payload`, `plain` (rows without paging), or another form."""
    key: str | None = None
    """Key around each row; None where the rows are the records, or there are none."""
    rows: tuple[Any, ...] = ()
    """The rows, taken out of their wrappers."""
    total: int | None = None
    """Records on all pages."""
    pages: int | None = None
    paging: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    """What the answer says of its pages."""

    @property
    def name(self) -> str:
        """The form in words: `v1`, `v1 (Invoice)`."""
        return self.envelope if self.key is None else f"{self.envelope} ({self.key})"


def listed(body: Any) -> Listed:
    """Read a list answer of any form."""
    if is_list(body):
        return _with_rows("plain", body, {})
    return _listed(body) if is_map(body) else Listed(envelope=OTHER)


def _listed(body: Mapping[str, Any]) -> Listed:
    payload, meta, pagination = body.get("payload"), body.get("meta"), body.get("pagination")
    if is_map(payload) and is_list(payload.get("data")):
        return _with_rows("payload", payload["data"], _map(payload.get("pagination")))
    rows = body.get("data")
    if is_map(rows) and all(str(key).isdigit() for key in rows):
        rows = list(rows.values())
    if not is_list(rows):
        return Listed(envelope=OTHER)
    if is_map(pagination) or pagination == []:
        return _with_rows("v1", rows, _map(pagination))
    if body.keys() & _LARAVEL:
        return _with_rows("laravel", rows, body)
    return _with_rows("laravel with meta", rows, meta) if is_map(meta) else _with_rows("plain", rows, {})


def _with_rows(envelope: str, rows: list[Any], paging: Mapping[str, Any]) -> Listed:
    keys = {_wrapper(row) for row in rows}
    key = keys.pop() if len(keys) == 1 else None
    return Listed(
        envelope=envelope,
        key=None if key is None else shown_key(key),
        rows=tuple(row if key is None else row[key] for row in rows),
        total=_number(paging, "total_results", "total"),
        pages=_number(paging, "page_count", "last_page"),
        paging=paging,
    )


def _wrapper(row: Any) -> str | None:
    """Return the key around a row: the only one, of an object."""
    if not is_map(row) or "id" in row:
        return None
    objects = [str(key) for key, value in row.items() if is_map(value)]
    return objects[0] if objects and (len(row) == 1 or all(is_list(row[key]) for key in row if key != objects[0])) else None


def rows_of(body: Any) -> tuple[Any, ...] | None:
    """Return the rows of a list answer; None for another answer."""
    found = listed(body)
    return None if found.envelope == OTHER else found.rows


def record_form(body: Any) -> tuple[str, Mapping[str, Any] | None]:
    """Return the form of an answer with one record, in words, and the record."""
    if is_list(body) and len(body) == 1:
        form, record = record_form(body[0])
        return f"list of one, {form}", record
    return _record_form(body) if is_map(body) else (OTHER, None)


def _record_form(body: Mapping[str, Any]) -> tuple[str, Mapping[str, Any] | None]:
    if is_map(body.get("payload")):
        return "payload", _map(body["payload"].get("data"))
    data = body.get("data")
    if is_map(data) and body.keys() <= _AROUND:
        if (key := _wrapper(data)) is not None:
            return f"v1 ({shown_key(key)})", data[key]
        return "v1 without a key", data
    if body.keys() <= _AROUND:
        return ("acknowledgement" if body else "empty"), None
    return "bare", body


def list_form_of(op: AnyOperation) -> str:
    """Return the form that the package assumes for a list; the key is left out where an empty list has none to show."""
    return _LISTS.get(op.response.kind, OTHER)


def record_form_of(op: AnyOperation) -> str:
    """Return the form that the package assumes for an answer with one record."""
    form = _SINGLES.get(op.response.kind, OTHER)
    return f"{form} ({op.response.key})" if form == "v1" else form


def acknowledgement(body: Any) -> str:
    """Return the form of the answer to a write, in words."""
    if not is_map(body):
        return OTHER if body else "empty"
    with_id = " with an id" if body.get("id") is not None else ""
    if "result" in body or "code" in body:
        return f"v1{with_id}"
    if body.keys() <= _AROUND | {"id"}:
        return f"v2{with_id}" if body else "empty"
    return "record" if "id" in body else OTHER


@functools.cache
def _known_keys() -> frozenset[str]:
    answers = [op.response for op in operations()]
    written = [op.request for op in operations() if op.request is not None]
    names = {name for each in answers for name in (each.key, *each.also, each.model)}
    names |= {name for each in written for name in (each.key, *each.siblings)} | {op.entity for op in operations()}
    return frozenset(name for name in names if name is not None)


def shown_key(key: str) -> str:
    """Return a key if the description has it: a key of somebody's own could be anything."""
    return key if key in _known_keys() else _ANOTHER_KEY


def id_of(record: Any) -> str | None:
    """Return the id of a record, of a row in its wrapper, or of the record that an answer names."""
    if not is_map(record):
        return None
    value: Any = record.get("id")
    if value is None:
        inner = record.get("data") if is_map(record.get("data")) else record.get(_wrapper(record) or "")
        return id_of(inner) if is_map(inner) else None
    number, whole = to_int(value)
    return str(number) if whole and number else str(value) if isinstance(value, str) and value.strip() else None


def types_of(values: Iterable[Any]) -> str:
    """Return how many values there are of each JSON type: `9 text, 3 numbers`."""
    counts = Counter(type_of(value) for value in values)
    return ", ".join(f"{number} {name}" for name, number in counts.most_common()) or "nothing"


def type_of(value: Any) -> str:
    """Return the JSON type of a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | Decimal):
        return "number"
    return "text" if isinstance(value, str) else "list" if is_list(value) else "object"


def _map(value: Any) -> Mapping[str, Any]:
    return value if is_map(value) else {}


def _number(paging: Mapping[str, Any], *names: str) -> int | None:
    found = [to_int(paging[name]) for name in names if name in paging]
    return next((number for number, whole in found if whole and number is not None), None)
