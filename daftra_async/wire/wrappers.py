"""Records in their v1 wrappers: `{"Invoice": {...}}`, some with relations beside the record, some without a wrapper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async.wire.guards import WireMismatch, is_list, is_map, shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.operation import AnyOperation

BESIDE: Final = "_beside"
"""Key for values beside a record whose names the record itself uses for other values."""


def unwrap_row(op: AnyOperation, row: Any, at: int) -> dict[str, Any]:
    """Return the record of a list row; a row without a known wrapper is the record itself.

    Raises:
        WireMismatch: the row is not an object, or its wrapper is empty.
    """
    if not is_map(row):
        msg = f"expected an object as row {at}, got {shape(row)}"
        raise WireMismatch(msg)
    members: dict[str, Any] = dict(row)
    if "id" in members:  # only a record has an id of its own; a relation may be named like the wrapper
        return members
    if op.doubtful and op.response.key is None:
        return wrapped(op, members) or members
    record = _unwrap(op, members, guess=bool(op.doubtful))
    return members if record is None else record


def unwrap_single(op: AnyOperation, data: Any) -> dict[str, Any]:
    """Return the one record of `data`.

    Raises:
        WireMismatch: there is no record under the key, or it is empty.
    """
    if not is_map(data):
        msg = f"expected {op.response.key}, got {shape(data)}"
        raise WireMismatch(msg)
    members: dict[str, Any] = dict(data)
    record = _unwrap(op, members, guess=bool(op.doubtful))
    if record is None and op.doubtful and "id" in members:
        record = members
    if not record:
        msg = f"no record: expected {op.response.key}, got {shape(members)}"
        raise WireMismatch(msg)
    return record


def wrapped(op: AnyOperation, members: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the record in an object, or the object if it is the record; None if the wrapper is empty."""
    if "id" in members:
        return dict(members)
    names = (op.response.key, *op.response.also, op.response.model, op.entity)
    keys = [key for key in names if key is not None and key in members]
    for key in keys:
        if is_map(members[key]):
            return _merge(dict(members[key]), dict(members), key)
    if keys and not members[keys[0]]:
        return None
    objects = [key for key, value in members.items() if is_map(value)]
    if len(objects) == 1 and all(is_list(value) for key, value in members.items() if key != objects[0]):
        return _merge(dict(members[objects[0]]), dict(members), objects[0])
    # Several objects and nothing else: which is the record, and which its relation?
    return None if len(objects) == len(members) else dict(members)


def is_wrapper(members: Mapping[str, Any]) -> bool:
    """Return whether an object holds another one and nothing else."""
    return len(members) == 1 and is_map(inner := next(iter(members.values()))) and bool(inner)


def _unwrap(op: AnyOperation, members: dict[str, Any], *, guess: bool) -> dict[str, Any] | None:
    keys = [key for key in (op.response.key, *op.response.also) if key is not None]
    for key in keys:
        record = members.get(key)
        if is_map(record):
            return _merge(dict(record), members, key)
    if any(key in members for key in keys):
        # The key is there with null or []: an answer about no record.
        msg = f"no record under {next(key for key in keys if key in members)}"
        raise WireMismatch(msg)
    objects = [key for key, value in members.items() if is_map(value)]
    if guess and keys and len(objects) == 1 and len(members) == 1:
        return _merge(dict(members[objects[0]]), members, objects[0])
    return None


def _merge(record: dict[str, Any], members: dict[str, Any], wrapper: str) -> dict[str, Any]:
    """Put the keys beside a record into it, so that nothing of the row is lost."""
    for key, value in members.items():
        if key == wrapper or (key in record and record[key] == value):
            continue
        if key not in record:
            record[key] = value
        else:
            record.setdefault(BESIDE, {})[key] = value
    return record
