"""Compare values of a record with those asked for.

Both sides are brought to the same form by the rules that read answers: `"0015"` and 15 are one id, `"10.0"` and `Decimal(10)` one
amount, an enumeration member is its value. Text is compared without the blanks around it, and by case. Null, an empty text, a
date of zeros and a missing key are all "nothing": the server uses them for one another (seen on live accounts).
"""

from __future__ import annotations

import datetime as dt
import enum
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async._text import refuse
from daftra_async.wire import hints, moments, scalars
from daftra_async.wire.guards import is_list

if TYPE_CHECKING:
    from collections.abc import Callable

_RULES: Final[dict[type, Callable[[Any], scalars.Result]]] = {
    bool: scalars.to_bool,
    int: scalars.to_int,
    Decimal: scalars.to_decimal,
    str: scalars.to_text,
}
TIMES: Final = frozenset({dt.date, dt.datetime})
_ALLOWED: Final[dict[type, str]] = {
    bool: "True, False or None",
    int: "a whole number, its text, an enumeration member or None",
    Decimal: "Decimal, int, text such as '10.50' or None; a float is not exact",
    str: "text, a whole number, an enumeration member or None",
    dt.date: "a date, text such as '2026-01-31' or None",
    dt.datetime: "a datetime, a date for the whole day, text such as '2026-01-31 15:00:00' or None",
}


def kind_of(hint: Any) -> type | None:
    """Return the scalar type that values of a field are compared as, None for relations, lists and maps."""
    kinds = [kind for member in hints.alternatives(hint) if (kind := _scalar(member)) is not None]
    return Decimal if Decimal in kinds else next(iter(kinds), None)


def _scalar(member: Any) -> type | None:
    if isinstance(member, type) and issubclass(member, enum.Enum):
        return int if issubclass(member, int) else str
    return next((kind for kind in (*_RULES, *TIMES) if kind is member), None)


def keys_of(kind: type, value: Any, date_format: str | None = None) -> tuple[object, ...]:
    """Return the forms that a value of a record can be asked for in; none for a value that does not fit its field.

    A date-time is asked for by itself or by its day. A field that holds several values is asked for by each.
    """
    if is_list(value):
        return tuple(key for item in value for key in keys_of(kind, item, date_format))
    if kind in TIMES:
        moment, ok = moments.to_datetime(value, date_format)
        if not ok or moment is None:
            return (None,) if ok else ()
        return (moment, moment.date()) if kind is dt.datetime else (moment.date(),)
    plain, ok = _plain(kind, value)
    return (plain,) if ok else ()


def wanted(kind: type, value: Any, name: str, *, date_format: str | None = None, hidden: bool = False) -> Any:
    """Return the form of a value that is asked for.

    Args:
        kind: What `kind_of` says of the field.
        value: The value.
        name: The argument, for the error.
        date_format: The account's date format, as a `strptime` pattern.
        hidden: Keep the value out of the error.

    Raises:
        ArgumentError: no such field can hold the value.
    """
    found, ok = _moment(kind, value, date_format) if kind in TIMES else _plain(kind, value)
    if not ok or isinstance(value, float):
        refuse(name, f"the {type(value).__name__} given does not fit" if hidden else f"{value!r:.60} was given", _ALLOWED[kind])
    return found


def _plain(kind: type, value: Any) -> scalars.Result:
    if isinstance(value, enum.Enum):
        value = value.value
    if kind is int and isinstance(value, bool):
        value = int(value)
    result, ok = _RULES[kind](value)
    if isinstance(result, str):
        result = result.strip() or None
    return result, ok


def _moment(kind: type, value: Any, date_format: str | None) -> scalars.Result:
    """Read a day or a moment: a date-time can be asked for by either, a date by its day only."""
    moment, ok = moments.to_datetime(value, date_format)
    if not ok or moment is None:
        return moment, ok
    if kind is dt.date:
        return moment.date(), moment.time() == dt.time.min
    named = isinstance(value, dt.datetime) or (isinstance(value, str) and ":" in value)
    return (moment if named else moment.date()), True
