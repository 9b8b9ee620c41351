"""The id of a record, in whatever form a list holds it."""

from __future__ import annotations

from typing import Any, Final, cast

import msgspec

from daftra_async.wire.record import Record
from daftra_async.wire.scalars import to_int


class _Identity(msgspec.Struct):
    id: Any = None


_IDENTITY: Final = msgspec.json.Decoder(_Identity)


def id_of(record: Any) -> int | str | None:
    """Return the id of a record, or of JSON (its text, too) in its place; None where it has none that can be compared."""
    if record.__class__ is bytes:
        return _id_in(record)
    if isinstance(record, Record):
        key: Any = getattr(record, "id", None) or record.extra.get("id")
    else:
        key = cast("dict[str, Any]", record).get("id") if isinstance(record, dict) else getattr(record, "id", None)
    return key if isinstance(key, int | str) else None


def _id_in(text: bytes) -> int | str | None:
    try:
        found = _IDENTITY.decode(text).id
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return read_id(found)


def read_id(sent: Any) -> int | str | None:
    """Return an id as it was sent as one that can be compared; None for anything else."""
    # Lists send an id as text or as a number, and the models say which of them is meant.
    number, ok = to_int(sent)
    return number if ok and number is not None else sent if isinstance(sent, int | str) else None
