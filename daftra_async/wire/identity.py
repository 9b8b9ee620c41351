"""The id of a record, in whatever form a list holds it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final, cast

import msgspec

from daftra_async.wire.jsontext import loads
from daftra_async.wire.record import Record
from daftra_async.wire.scalars import decimal_text, to_int


class _Identity(msgspec.Struct):
    id: Any = None


# Numbers with a fraction stay what was sent, and none is beyond the range of a float.
_IDENTITY: Final = msgspec.json.Decoder(_Identity, float_hook=Decimal)


def id_of(record: Any) -> int | str | None:
    """Return the id of a record, or of JSON (its text, too) in its place; None where it has none that can be compared."""
    if record.__class__ is bytes:
        return _id_in(record)
    if isinstance(record, Record):
        key: Any = getattr(record, "id", None) or record.extra.get("id")
    else:
        key = cast("dict[str, Any]", record).get("id") if isinstance(record, dict) else getattr(record, "id", None)
    return _comparable(key)


def _id_in(text: bytes) -> int | str | None:
    try:
        found = _IDENTITY.decode(text).id
    except (msgspec.DecodeError, UnicodeDecodeError):
        found = _parsed(text).get("id")
    return read_id(found)


def _parsed(text: bytes) -> dict[str, Any]:
    """Return an object that C refuses, such as one with a lone surrogate; empty for anything else."""
    try:
        found = loads(text)
    except ValueError:
        return {}
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}


def read_id(sent: Any) -> int | str | None:
    """Return an id as it was sent as one that can be compared; None for anything else."""
    # Lists send an id as text or as a number, and the models say which of them is meant.
    number, ok = to_int(sent)
    return number if ok and number is not None else _comparable(sent)


def _comparable(key: Any) -> int | str | None:
    """Return an id that is not an integer as it is compared: a fraction as it is written."""
    if key.__class__ is int or key.__class__ is str:
        return key
    if isinstance(key, Decimal):
        return decimal_text(key)
    return key if isinstance(key, int | str) and not isinstance(key, bool) else None
