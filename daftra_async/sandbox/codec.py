"""JSON in and out of the sandbox, exact: numbers with a point are `Decimal` and keep their digits."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Json: TypeAlias = dict[str, Any]

_decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(float_hook=Decimal)
_encoder = msgspec.json.Encoder(decimal_format="number")

DecodeError = msgspec.DecodeError


def loads(text: bytes | str) -> Any:
    """Read JSON; raises `DecodeError` on anything else."""
    return _decoder.decode(text)


def picker(names: Iterable[str]) -> Callable[[bytes], Json]:
    """A reader of JSON objects that takes some members only, which is several times faster; those that are missing are None."""
    wanted = list(dict.fromkeys(names))
    spelt = {f"member_{index}": name for index, name in enumerate(wanted)}
    picked = msgspec.defstruct("Picked", [(name, Any, None) for name in spelt], rename=spelt)
    decoder = msgspec.json.Decoder(picked, float_hook=Decimal)
    return lambda text: dict(zip(wanted, msgspec.structs.astuple(decoder.decode(text)), strict=True))


def dumps(value: object) -> bytes:
    """Write JSON; a `Decimal` becomes a number with exactly its digits."""
    return _encoder.encode(value)


def as_object(value: object) -> Json | None:
    """`value` if it is a JSON object, else None."""
    return cast("Json", value) if isinstance(value, dict) else None


def as_list(value: object) -> list[Any] | None:
    """`value` if it is a JSON array, else None."""
    found = cast("Any", value)
    items: list[Any] | None = found if isinstance(value, list) else None
    return items
