"""JSON text to plain values and back, with every number exact.

Decoding runs in C (msgspec). What msgspec refuses but the grammar of JSON allows (an integer of thousands of digits, half a
surrogate pair in an escape) or what senders add (a byte order mark) goes through the standard library once more, so that one
odd value does not cost the page.
"""

from __future__ import annotations

import decimal
import json
from decimal import Decimal
from typing import Any, Final

import msgspec

from daftra_async.wire import nesting
from daftra_async.wire.guards import is_items, is_map
from daftra_async.wire.nesting import MOST_LEVELS

_DECODER: Final = msgspec.json.Decoder(Any, float_hook=Decimal)


def _as_text(value: Any) -> Any:
    if isinstance(value, nesting.NestedText):
        return str(value)
    msg = f"{type(value).__name__} has no JSON form"
    raise TypeError(msg)


def _as_sent(value: Any) -> Any:
    return msgspec.Raw(value.encode()) if isinstance(value, nesting.NestedText) else _as_text(value)


_ENCODER: Final = msgspec.json.Encoder(decimal_format="number", enc_hook=_as_text)
_WHOLE: Final = msgspec.json.Encoder(decimal_format="number", enc_hook=_as_sent)


def loads(text: bytes | str, *, levels: int = MOST_LEVELS) -> Any:
    """Decode JSON; a number with a fraction or an exponent becomes a `Decimal` made from its text, never through float.

    A number too large for `Decimal` (an exponent of more than 18 digits) is kept as its text, and so is what is nested deeper
    than 64 levels.

    Args:
        text: JSON.
        levels: Objects and lists within one another that are decoded.

    Raises:
        ValueError: the text is not JSON, is not UTF-8, has more than 10 000 levels, or holds NaN or Infinity.
    """
    try:
        value = _decode(text)
    except RecursionError:
        pass
    else:
        if not nesting.is_deep(value, levels):
            return value
    try:
        return nesting.shallow(text.encode() if isinstance(text, str) else text, levels, _decode)
    except RecursionError:
        msg = "JSON is nested too deeply"
        raise ValueError(msg) from None


def _decode(text: bytes | str) -> Any:
    try:
        return _DECODER.decode(text)
    except (msgspec.DecodeError, UnicodeError, ValueError, decimal.DecimalException):
        return _loads_slowly(text)


def dumps(value: Any, *, whole: bool = False) -> bytes:
    """Encode JSON, a `Decimal` as a number with its exact text.

    The value is JSON-ready, as `unstructure` and `write_body` return it: they refuse NaN and Infinity, which this does not see.

    Args:
        value: What to write.
        whole: Write what was nested too deeply to be read as it was sent, not as the text that stands for it.

    Raises:
        TypeError: a value has no JSON form.
    """
    encoder = _WHOLE if whole else _ENCODER
    try:
        return encoder.encode(value)
    except UnicodeEncodeError:
        return encoder.encode(_escape_surrogates(value))


def _loads_slowly(text: bytes | str) -> Any:
    if isinstance(text, str):
        text = text.removeprefix("\ufeff")
    return json.loads(text, parse_float=_decimal, parse_int=_integer, parse_constant=_refuse)


def _decimal(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except decimal.InvalidOperation:
        return text


def _integer(text: str) -> int | Decimal | str:
    try:
        return int(text)
    except ValueError:  # Python's guard against quadratic conversion (4 300 digits); Decimal converts in linear time
        return _decimal(text)


def _refuse(name: str) -> Any:
    msg = f"{name} is not JSON"
    raise ValueError(msg)


def _escape_surrogates(value: Any) -> Any:
    """Put text that UTF-8 cannot hold behind its JSON escape, the only form it can be sent in."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return msgspec.Raw(json.dumps(value).encode())
        return value
    if is_map(value):
        escaped = {key: _escape_surrogates(item) for key, item in value.items()}
        keys = {key: _escape_surrogates(key) for key in escaped}
        if all(isinstance(key, str) for key in keys.values()):
            return escaped
        # The encoder takes no escaped key, so the object is put together here.
        members = b",".join(_ENCODER.encode(keys[key]) + b":" + _ENCODER.encode(item) for key, item in escaped.items())
        return msgspec.Raw(b"{" + members + b"}")
    if is_items(value):
        return [_escape_surrogates(item) for item in value]
    return value
