"""What a mock may return: values of the type that the operation returns, or JSON in wire names that is read as in production."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn, cast

from daftra_async import wire
from daftra_async._text import refuse
from daftra_async.http.pdf import is_pdf
from daftra_async.http.raw_answer import RawAnswer
from daftra_async.operation import Ack, Created
from daftra_async.wire import envelopes, hints
from daftra_async.wire.guards import is_items, is_map

if TYPE_CHECKING:
    from daftra_async.operation import AnyOperation
    from daftra_async.wire.record import Record


def answer_value(op: AnyOperation, value: object, where: str = "value") -> Any:
    """Check the prepared answer of an operation that is not a list, and copy it: no two calls share an object.

    Raises:
        ArgumentError: the operation returns nothing like it.
    """
    kind = op.response.kind
    if kind == "bulk-array":
        return rows(op, value, where)
    if kind.endswith(("-created", "-ack")):
        result = Created if kind.endswith("-created") else Ack
        if isinstance(value, result):
            return value
        if is_map(value):
            return _opened(op, value, where)
        _wrong(op, value, where, f"{result.__name__}(...), or the answer in wire names such as {{'id': 7, 'code': 202}}")
    if op.response.model is not None:
        return _record(op, value, where)
    if kind == "raw":
        return copy.deepcopy(value)
    if not is_map(value):
        _wrong(op, value, where, "a mapping")
    return copy.deepcopy(dict(value))


def rows(op: AnyOperation, value: object, where: str = "value") -> list[Any]:
    """Check the records that a list is to give, and copy them.

    Raises:
        ArgumentError: they are not a list of such records.
    """
    if not is_items(value):
        _wrong(op, value, where, f"a list of {op.response.model or 'mappings'}")
    return [_record(op, row, f"{where}[{at}]") for at, row in enumerate(value)]


def free_answer(name: str, value: object, *, raw: bool) -> Any:
    """Check the prepared answer of `DaftraClient.request`; bytes become a `RawAnswer`.

    Raises:
        ArgumentError: it is JSON where `raw=True` was asked for, or bytes where it was not.
    """
    if raw and isinstance(value, bytes):
        return RawAnswer(200, {}, value)
    if raw != isinstance(value, bytes | RawAnswer):
        allowed = "RawAnswer(status, headers, body) or bytes" if raw else "JSON, or the call with raw=True"
        refuse("value", f"{type(value).__name__} was given for {name}{' with raw=True' if raw else ''}", allowed)
    return value


def pdf_answer(name: str, value: object) -> bytes:
    """Check the prepared answer of `DaftraClient.pdf`.

    Raises:
        ArgumentError: it is not a PDF.
    """
    if not isinstance(value, bytes) or not is_pdf(value):
        refuse("value", f"{type(value).__name__} that is not a PDF was given for {name}", "bytes that begin with b'%PDF'")
    return value


def wrapped(rows: list[Any], key: str | None) -> list[Any]:
    """Return the rows of a list under their key, where they were prepared without it."""
    return [row if key is None or key in row else {key: row} for row in rows]


def _record(op: AnyOperation, value: object, where: str) -> Any:
    if op.response.model is None:
        if not is_map(value):
            _wrong(op, value, where, "a mapping in wire names")
        return copy.deepcopy(dict(value))
    model = hints.model(op.response.model)
    allowed = f"{model.__name__}(...), or a mapping in wire names"
    known: set[str] = set()
    if isinstance(value, model):
        made = wire.structure(model, wire.unstructure(value))
        known = {issue.path for issue in cast("Record", value).issues}
    elif is_map(value):
        members = _unwrapped(op, value)
        _refuse_attributes(model, members, where)
        made = wire.structure(model, members)
    else:
        _wrong(op, value, where, allowed)
    for issue in made.issues:
        if issue.path not in known:
            refuse(
                f"{where}: {issue.path}",
                f"{issue.value!r:.60} does not fit it",
                f"{issue.expected}; to test values that do not fit, make the record with structure({model.__name__}, ...)",
            )
    return made


def _unwrapped(op: AnyOperation, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the members of a record that may stand under its key, as on the wire."""
    key = op.response.key
    inner = value.get(key) if key is not None and set(value) == {key} else None
    return cast("Mapping[str, Any]", inner) if isinstance(inner, Mapping) else value


def _refuse_attributes(model: type[Any], members: Mapping[str, Any], where: str) -> None:
    """Refuse names of attributes where names of the wire are needed: they would go unnoticed, as undescribed keys."""
    names = {field.name: hints.wire_name(field) for field in hints.fields_of(model)}
    for name in members:
        if name in names and name not in names.values():
            refuse(where, f"{name!r} is an attribute of {model.__name__}", f"its name on the wire, {names[name]!r}")


def _opened(op: AnyOperation, value: Any, where: str) -> Any:
    try:
        return envelopes.open_answer(op, copy.deepcopy(dict(value)))
    except envelopes.WireMismatch as mismatch:
        refuse(where, str(mismatch), f"an answer of {op.id}")


def _wrong(op: AnyOperation, value: object, where: str, allowed: str) -> NoReturn:
    refuse(where, f"{type(value).__name__} was given for {op.id}", allowed)
