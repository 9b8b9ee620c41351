"""Check that an answer holds the requested record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async.operation import UNSET
from daftra_async.wire.guards import WireMismatch, is_map
from daftra_async.wire.record import Record, field_names, slot
from daftra_async.wire.scalars import to_int

if TYPE_CHECKING:
    from daftra_async.operation import AnyOperation

_ACKNOWLEDGED: Final = frozenset({"code", "id", "message", "result", "status", "success"})
"""Keys of an acknowledgement."""


def check_record(op: AnyOperation, record: Any, identity: object) -> None:
    """Refuse a record with another id or of another kind; a field that the answer lacks is not compared.

    Args:
        op: the operation; its `response` says which field holds the id, and what tells its records from others.
        record: the record, or the plain object of the answer.
        identity: the id that was asked for.

    Raises:
        WireMismatch: it is another record, or no record.
    """
    wire = op.response.identity
    if wire is not None and identity is not None:
        held = _value(record, wire)
        if held is not UNSET and not _same(held, identity):
            msg = f"asked for {op.resource} {identity}, and the answer holds {_told(held)}"
            raise WireMismatch(msg)
        if _is_acknowledgement(record):
            msg = f"asked for {op.resource} {identity}, and the answer is an acknowledgement"
            raise WireMismatch(msg)
    check_kind(op, record)


def check_kind(op: AnyOperation, record: Any) -> None:
    """Refuse a record of another kind, where one route serves several.

    Raises:
        WireMismatch: it is of another kind.
    """
    for wire, wanted in op.response.fixed:
        held = _value(record, wire)
        if held is not UNSET and held is not None and str(held) != str(wanted):
            msg = f"{op.resource} have {wire} {wanted}, and record {_told(_value(record, 'id'))} has {wire} {held!r:.60}"
            raise WireMismatch(msg)


def _value(record: Any, wire: str) -> Any:
    if isinstance(record, Record):
        return slot(record, wire) if wire in field_names(type(record)) else record.extra.get(wire, UNSET)
    return record.get(wire, UNSET) if is_map(record) else UNSET


def _same(held: Any, identity: object) -> bool:
    numbers = [to_int(value) for value in (held, str(identity).strip())]
    if all(ok and number for number, ok in numbers):
        return numbers[0] == numbers[1]
    return held not in (None, "") and str(held).strip() == str(identity).strip()


def _told(held: Any) -> str:
    return "no id" if held in (None, "", UNSET) else f"{held!r:.60}" if isinstance(held, int | str) else type(held).__name__


def _is_acknowledgement(record: Any) -> bool:
    """Return whether an answer holds a message and an id, but no record."""
    if isinstance(record, Record):
        keys = {name for name in field_names(type(record)) if slot(record, name) is not UNSET} | record.extra.keys()
        return "message" in record.extra and keys <= _ACKNOWLEDGED
    return is_map(record) and "message" in record and record.keys() <= _ACKNOWLEDGED
