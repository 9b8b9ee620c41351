"""What a body refuses: values that cannot be meant, and unknown names; each with its place in the body.

The checks are part of writing, so a good body is walked once.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async._numbers import MOST_DIGITS, is_short
from daftra_async._suggest import nearest
from daftra_async.operation import UNSET
from daftra_async.wire import hints
from daftra_async.wire.dates import current
from daftra_async.wire.moments import to_datetime
from daftra_async.wire.scalars import decimal_text, to_decimal, to_int

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

CUSTOM_DATA: Final = "_custom_data"
"""End of the keys of custom fields of v2 records; they begin with the name of the entity (documented), so no model has them."""
EXTRA: Final = "extra"
"""Key of a mapping that holds what is not described, as the attribute `extra` of an input does."""

_NUMBER: Final = re.compile(r"\s*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?\s*")
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ].*)?")
_NOTHING: Final = frozenset({"", "0000-00-00", "0000-00-00 00:00:00"})
_SHOWN_NAMES: Final = 5


HUGE: Final = f"a number of more than {MOST_DIGITS} digits was given; check its exponent"


class Refusal(ValueError):
    """A part of a body is refused; the text begins with its path in wire names: `InvoiceItem[0].unit_price`."""

    def __init__(self, problem: str, *steps: str) -> None:
        path = "".join(step if step.startswith("[") else f".{step}" for step in steps).removeprefix(".")
        super().__init__(f"{path}: {problem}" if path else problem)
        self._problem = problem
        self.steps = steps
        """Keys and `[positions]` on the way to it, from outside."""

    def under(self, *steps: str) -> Refusal:
        """Return the same refusal, seen from further out."""
        return self.at(*steps, *self.steps)

    def at(self, *steps: str) -> Refusal:
        """Return the same refusal with another path."""
        return Refusal(self._problem, *steps)


def placed(error: TypeError | ValueError, step: str) -> Refusal:
    """Return what was refused below a field or an item, with the place."""
    return error.under(step) if isinstance(error, Refusal) else Refusal(str(error), step)


def amount(write: Callable[[Any], Any], *, hidden: bool) -> Callable[[Any], Any]:
    """Return the writer of an exact number, such as money: a `Decimal`, a whole number, or text that spells a number."""

    def written(value: Any) -> Any:
        if value.__class__ is Decimal:
            if value.is_finite() and not is_short(value):
                raise Refusal(HUGE)
            return decimal_text(value)
        if value.__class__ is int:
            return value
        if isinstance(value, float):
            raise Refusal(_about_float(value, hidden=hidden))
        if isinstance(value, str) and value and _NUMBER.fullmatch(value) is None:
            msg = f"{_shown(value, hidden=hidden)} is not a number; pass Decimal('10.50'), an int, or text such as '10.50'"
            raise Refusal(msg)
        if isinstance(value, str) and not to_decimal(value)[1]:
            raise Refusal(HUGE)
        return write(value)

    return written


def whole(write: Callable[[Any], Any], *, hidden: bool) -> Callable[[Any], Any]:
    """Return the writer of a whole number, an id for example; text is sent as it is, once it is known to spell one."""

    def written(value: Any) -> Any:
        if isinstance(value, float):
            fits = math.isfinite(value) and value.is_integer() and not hidden
            shown = "a float was given" if hidden else f"the float {value!r} was given"
            msg = f"{shown}, and the field is a whole number; pass {int(value) if fits else 'an int'}"
            raise Refusal(msg)
        if isinstance(value, str) and value and not (_NUMBER.fullmatch(value) and to_int(value)[1]):
            msg = f"{_shown(value, hidden=hidden)} is not a whole number; pass an int, or text such as '15'"
            raise Refusal(msg)
        return write(value)

    return written


def day(write: Callable[[Any], Any], pattern: str | None, *, hidden: bool) -> Callable[[Any], Any]:
    """Return the writer of a date or a date-time; text is sent as it is, once it is known to be a date.

    Args:
        write: Writes the value.
        pattern: For dates written in the account's format: text in that format passes too.
        hidden: No error shows the value.
    """

    def written(value: Any) -> Any:
        if value is None or isinstance(value, dt.date):
            return write(value)
        own = None if pattern is None else current().own(pattern)
        if not isinstance(value, str) or not (is_date_text(value, pattern) or is_date_text(value, own)):
            msg = f"{_shown(value, hidden=hidden)} is not a date; pass a date, a datetime, or text such as '2026-01-31'"
            raise Refusal(msg)
        return write(value)

    return written


def is_date_text(text: str, pattern: str | None = None) -> bool:
    """Return whether text is a date or date-time that exists, in ISO form or in the given pattern; empty ones count too."""
    if text in _NOTHING:
        return True
    return (pattern is not None or _ISO.fullmatch(text) is not None) and to_datetime(text, pattern)[1]


def check_exclusive(pairs: Iterable[tuple[str, str]], written: Mapping[str, Any]) -> None:
    """Refuse two fields of which the API takes one, where both hold something other than zero.

    Raises:
        Refusal: they do.
    """
    for one, other in pairs:
        if one in written and other in written and _counts(written[one]) and _counts(written[other]):
            msg = f"{one} and {other} are set, and the API takes one of them; leave the other out"
            raise Refusal(msg)


def refuse_names(cls: type[Any], names: Sequence[str], known: Iterable[str], attributes: Mapping[str, str]) -> Refusal:
    """Return what is wrong with names of a mapping that no field has.

    Args:
        cls: The input model.
        names: The unknown names.
        known: Wire names of the model.
        attributes: Wire names by attribute, where they differ.
    """
    renamed = [name for name in names if name in attributes]
    if renamed:
        return Refusal(f"{renamed[0]!r} is called {attributes[renamed[0]]!r} on the wire; a mapping is written in wire names")
    fixed = _read_only(cls)
    wrong = [name for name in names if name not in fixed]
    if not wrong:
        listed = ", ".join(map(repr, names[: _SHOWN_NAMES * 2]))
        what = "is read-only: the server sets it" if len(names) == 1 else "are read-only: the server sets them"
        return Refusal(f"{listed} {what}. Leave such fields out; edit() changes a record that was read and keeps the rest")
    told = [f"{name!r:.60}{f' (did you mean {near[0]!r}?)' if (near := nearest(name, known)) else ''}" for name in wrong]
    rest = f" and {len(told) - _SHOWN_NAMES} more" if len(told) > _SHOWN_NAMES else ""
    plural = "s" if len(told) > 1 else ""
    first = wrong[0][:60]
    return Refusal(
        f"unknown field{plural} {', '.join(told[:_SHOWN_NAMES])}{rest} in {cls.__name__};"
        f" to send it anyway, put it into extra: {{{EXTRA!r}: {{{first!r}: ...}}}}"
    )


def _read_only(cls: type[Any]) -> frozenset[str]:
    """Return the wire names of the record that an input writes."""
    try:
        record = hints.model(cls.__name__.removesuffix("Input"))
    except AttributeError:
        return frozenset()
    return frozenset(hints.wire_name(field) for field in hints.fields_of(record)) | {"id", "site_id", "created", "modified"}


def _about_float(value: float, *, hidden: bool) -> str:
    if not math.isfinite(value):
        return f"{value} is not a number; pass Decimal('10.50')"
    near = "..." if hidden else decimal_text(Decimal(f"{value:.12g}"))
    return f"{'a float' if hidden else f'the float {value!r}'} was given, which is not exact; pass Decimal('{near}') or text"


def _shown(value: Any, *, hidden: bool) -> str:
    return f"the {type(value).__name__} given (not shown)" if hidden else f"{value!r:.60}"


def _counts(value: Any) -> bool:
    if value is None or value is UNSET or value is False or value == "":
        return False
    try:
        return Decimal(str(value)) != 0
    except ArithmeticError:
        return True
