"""Values that somebody typed, in a shell or in a name such as `invoices:client_id=15`."""

from __future__ import annotations

import datetime as dt
import enum
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async._numbers import number_of
from daftra_async._text import refuse
from daftra_async.wire import hints

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async.operation import Param

_FLAGS: Final = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
_READERS: Final[dict[Any, tuple[Callable[[str], Any], str]]] = {
    bool: (lambda text: _FLAGS[text.lower()], "yes or no"),
    int: (lambda text: number_of(int, text), "a whole number"),
    Decimal: (lambda text: number_of(Decimal, text), "a number such as 10.50"),
    dt.datetime: (dt.datetime.fromisoformat, "a time such as '2026-01-31 08:00:00'"),
    dt.date: (dt.date.fromisoformat, "a date such as 2026-01-31"),
}
_KINDS: Final = {"integer": int, "decimal": Decimal, "date": dt.date, "boolean": bool}
"""Types of parameters; all others are text."""


def read_text(kind: Any, text: str) -> Any:
    """Read a value of a type; a member of an enumeration is given by its name or its value.

    Args:
        kind: The type to read: an enumeration, bool, int, Decimal, date or datetime. For any other type the text is returned.
        text: What was typed.

    Raises:
        ValueError: the text does not spell a value of the type.
    """
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        for member in kind:
            if text.lower() in {member.name.lower(), str(member.value).lower()}:
                return member
        raise ValueError(text)
    if kind not in _READERS:
        return text
    try:
        return _READERS[kind][0](text)
    except (KeyError, ArithmeticError):
        raise ValueError(text) from None


def wanted(kind: Any) -> str:
    """Return what `read_text` takes for a type, for messages."""
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return ", ".join(f"{member.value} ({member.name.lower()})" for member in kind)
    return _READERS[kind][1] if kind in _READERS else "text"


def read_parameter(param: Param, text: str) -> Any:
    """Read the value of a parameter, one item of it where it takes several.

    Raises:
        ArgumentError: it is no such value.
    """
    enumeration = None if param.enum is None else hints.model(param.enum)
    kind = _KINDS.get(param.type, str)
    for each in (kind,) if enumeration is None else (enumeration, kind) if param.open else (enumeration,):
        try:
            return read_text(each, text)
        except ValueError:
            continue
    if param.open:
        return text
    return refuse(param.name, f"{text[:60]!r} was given", wanted(enumeration or kind))
