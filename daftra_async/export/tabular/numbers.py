"""Decimals as text."""

from __future__ import annotations

import decimal
from typing import Any, Final

from daftra_async.wire.columns.arrow import pa, pc
from daftra_async.wire.columns.schemas import DIGITS
from daftra_async.wire.scalars import decimal_text

_ZERO: Final = "0E-10"
"""How Arrow writes it."""
_EXACT: Final = decimal.Context(prec=DIGITS)


def number_texts(numbers: Any) -> Any:
    """Return decimals as text in plain notation, without the zeros that their column has added."""
    if numbers.null_count == len(numbers):
        return pa.nulls(len(numbers), pa.string())
    texts = numbers.cast(pa.string())
    texts = pc.if_else(pc.equal(texts, _ZERO), "0.", texts)
    if pc.any(pc.match_substring(texts, "E")).as_py():  # very small ones
        shortest = [None if each is None else decimal_text(_EXACT.normalize(each)) for each in numbers.to_pylist()]
        return pa.array(shortest, pa.string())
    return pc.ascii_rtrim(pc.ascii_rtrim(texts, "0"), ".")
