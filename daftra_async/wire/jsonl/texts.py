"""Whether all texts of a column are written as they came, asked once for the whole column."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

_USUAL_MOMENT: Final = len("2026-01-31 08:00:00")
_SPACE: Final = len("2026-01-31")

_NO_NUMBER: Final = 'eE \t\n\r"[{n'
"""Characters of which one is in all JSON but numbers in plain notation, `true` and `false` included."""


class _Unread(msgspec.Struct):
    """Takes any JSON object: C checks what is in it, and makes nothing of it."""


_check: Final = msgspec.json.Decoder(_Unread).decode
_Moment = Annotated[dt.datetime, msgspec.Meta(tz=False)]


def are_plain_numbers(texts: Sequence[str]) -> bool:
    """Return whether each text is a number in plain notation: `decimal_text(Decimal(text)) == text`.

    JSON spells numbers so: digits without zeros ahead, and a point only between digits.

    Args:
        texts: None of them empty, none longer than `MOST_PRECISE`.
    """
    joined = ",".join(texts)
    if any(mark in joined for mark in _NO_NUMBER):
        return False
    try:
        _check(f'{{"":[{joined}]}}')
    except (msgspec.DecodeError, UnicodeEncodeError):
        return False
    # A comma in a text makes one number more.
    return joined.count(",") == max(len(texts) - 1, 0)


def are_plain_moments(texts: Sequence[str]) -> bool:
    """Return whether each text is a date-time as it is written: `YYYY-MM-DD HH:MM:SS`."""
    if {_USUAL_MOMENT}.union(map(len, texts)) != {_USUAL_MOMENT} or "".join(texts)[_SPACE::_USUAL_MOMENT] != " " * len(texts):
        return False
    try:
        msgspec.convert(texts, list[_Moment])
    except msgspec.ValidationError:
        return False
    return True
