"""The types that the C decoder reads as the slow tier does."""

from __future__ import annotations

import datetime as dt
import functools
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

_NO_FLOAT: Final = Annotated[float, msgspec.Meta(gt=1, lt=0)]
"""What no float is. Beside an integer it keeps C from reading `0.99999999999999999999` or `1e-400` as one through a float."""
_EXACT: Final = 2**53
EXACT_INT: Final = Annotated[int, msgspec.Meta(gt=-_EXACT, lt=_EXACT)] | _NO_FLOAT
"""The integers that C reads as the slow tier does."""
IN_C: Final[dict[Any, Any]] = {
    int: EXACT_INT,
    # Text only, as C would take `10_5`; `numbers` reads it.
    Decimal: str,
    str: str,
    # C would take `"-0"`; `source` knows the usual spellings.
    bool: Any,
    dt.date: dt.date,
    # Numbers become moments with a zone in C.
    dt.datetime: Annotated[dt.datetime, msgspec.Meta(tz=False)],
}
"""Types that the C decoder reads as the slow tier does, except what `source` checks afterwards."""

JSON_SCALARS: Final = frozenset({str, int, bool})
"""Types of values that C may read as a scalar; numbers with a fraction go to the handler."""

FLAGS: Final[dict[Any, bool | None]] = {None: None, "": None, False: False, True: True, "0": False, "1": True}
"""How booleans are usually sent. Numbers are in it too: 0 and 1 are equal to False and True."""


@functools.cache
def reader_of(hint: Any) -> Callable[[bytes], Any]:
    """Return what reads the JSON of one value of a type as the shadows do; made once, which takes longer than reading."""
    return msgspec.json.Decoder(IN_C.get(hint, hint), strict=False).decode
