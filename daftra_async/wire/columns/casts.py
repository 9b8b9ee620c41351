"""Arrays of texts and numbers as they were sent, cast in C to the types of columns.

A cast raises one of `REFUSED` where C reads some value in another way than the rules of `wire.scalars`, or not at all.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from daftra_async.wire.columns.arrow import pa, pc
from daftra_async.wire.columns.layout import Kind
from daftra_async.wire.columns.schemas import DIGITS, FRACTION

if TYPE_CHECKING:
    from collections.abc import Callable

REFUSED: Final = (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, OverflowError, ValueError)
_NO_NUMBER: Final = pa.array([""])
_NO_DATE: Final = pa.array(["", "0000-00-00", "0000-00-00 00:00:00"])
_NO_TEXT: Final = pa.scalar(None, pa.string())
_NOTHING: Final = {Kind.DATE: _NO_DATE, Kind.MOMENT: _NO_DATE}
_FIRST_DAY: Final = (dt.date(1, 1, 1) - dt.date(1970, 1, 1)).days
_FIRST_MOMENT: Final = _FIRST_DAY * 86_400_000_000
_USUAL_MOMENT: Final = len("2026-01-31 08:00:00")


def _refuse() -> Any:
    msg = "C reads this in another way"
    raise ValueError(msg)


def _has(sent: Any, characters: bytes) -> bool:
    """Return whether one of some characters is in an array of texts, looked for in the bytes of all of them together."""
    held = sent.buffers()[-1]
    together = b"" if held is None else held.to_pybytes()
    return any(each in together for each in characters)


def _integers(sent: Any) -> Any:
    if pa.types.is_string(sent.type) and not pc.all(pc.ascii_is_decimal(sent)).as_py() and _has(sent, b"xX"):
        _refuse()  # hexadecimal digits
    return sent.cast(pa.int64()) if not pa.types.is_boolean(sent.type) else _refuse()


def _decimals(sent: Any) -> Any:
    # With exponents, or with more digits than a column has, the cast reads beyond a table of its own, and the process may end.
    # With more digits than a column has before the point, it drops the highest bits, and gives another amount.
    if pa.types.is_string(sent.type) and ((pc.max(pc.binary_length(sent)).as_py() or 0) > DIGITS - FRACTION or _has(sent, b"eE")):
        _refuse()
    return sent.cast(_DECIMALS) if not pa.types.is_boolean(sent.type) else _refuse()


def _booleans(sent: Any) -> Any:
    if pa.types.is_integer(sent.type) and not 0 <= pc.min(sent).as_py() <= pc.max(sent).as_py() <= 1:
        _refuse()
    return sent.cast(pa.bool_())


def _days(sent: Any) -> Any:
    days = sent.cast(pa.date32()) if pa.types.is_string(sent.type) else _refuse()
    first = pc.min(days.cast(pa.int32())).as_py()
    return days if first is None or first >= _FIRST_DAY else _refuse()


def _moments(sent: Any) -> Any:
    if not pa.types.is_string(sent.type):
        _refuse()
    sizes = pc.min_max(pc.binary_length(sent)).as_py()
    if sizes["min"] is not None and (sizes["min"], sizes["max"]) != (_USUAL_MOMENT, _USUAL_MOMENT):
        _refuse()
    moments = sent.cast(pa.timestamp("us"))
    first = pc.min(moments.cast(pa.int64())).as_py()
    return moments if first is None or first >= _FIRST_MOMENT else _refuse()


def _strings(sent: Any) -> Any:
    if pa.types.is_string(sent.type) and _has(sent, b"\x00"):
        _refuse()
    return sent.cast(pa.string()) if pa.types.is_string(sent.type) or pa.types.is_integer(sent.type) else _refuse()


_DECIMALS: Final = pa.decimal128(DIGITS, FRACTION)
CASTS: Final[dict[Kind, Callable[[Any], Any]]] = {
    Kind.INTEGER: _integers,
    Kind.DECIMAL: _decimals,
    Kind.BOOLEAN: _booleans,
    Kind.DATE: _days,
    Kind.MOMENT: _moments,
    Kind.TEXT: _strings,
}


def without_blanks(sent: Any, kind: Kind) -> Any:
    """Return texts with null in place of those that stand for none in a column of this kind."""
    return pc.if_else(pc.is_in(sent, _NOTHING.get(kind, _NO_NUMBER)), _NO_TEXT, sent)
