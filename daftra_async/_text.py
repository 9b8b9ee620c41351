"""How values are written in requests, and how a bad one is refused."""

from __future__ import annotations

import datetime as dt
import enum
import re
from decimal import Decimal
from typing import Final, NoReturn

from daftra_async._numbers import is_short
from daftra_async.errors import ArgumentError

_NAME: Final = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")
# Control characters, line separators of Unicode, and halves of characters, which have no encoding.
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LONGEST: Final = 2000
_DECIMAL: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def refuse(argument: str, problem: str, allowed: str) -> NoReturn:
    """Raise the error of a bad argument."""
    msg = f"{argument}: {problem}; expected {allowed}"
    raise ArgumentError(msg, argument.partition(":")[0])


def has_control(text: str) -> bool:
    """Return whether the text holds characters that could break a header, a path or a log line."""
    return _CONTROL.search(text) is not None


def whole(argument: str, value: object, low: int = 1) -> int:
    """Return a whole number from `low`.

    Raises:
        ArgumentError: it is something else; True and False are no numbers here.
    """
    if not isinstance(value, int) or isinstance(value, bool) or value < low:
        refuse(argument, f"{value!r:.60} was given", f"a whole number from {low}")
    return value


def exact(argument: str, value: object) -> Decimal:
    """Return a number as the Decimal that it is.

    Raises:
        ArgumentError: it is a float (inexact), True or False, text that is no plain decimal number, huge, or of another type.
    """
    match value:
        case float():
            problem = f"the float {value!r} was given, which is not exact"
            refuse(argument, problem, "Decimal('...'), int or text such as '10.50'")
        case int() if not isinstance(value, bool):
            number = Decimal(value)
        case str() if _DECIMAL.fullmatch(value):
            number = Decimal(value)
        case Decimal():
            number = value
        case _:
            number = Decimal("NaN")
    if not is_short(number):
        refuse(argument, f"{value!r:.60} was given", "Decimal, int or text such as '10.50'")
    return number


def field_name(name: object, argument: str) -> str:
    """Return a field name that cannot break out of its brackets.

    Raises:
        ArgumentError: it is empty or holds anything but letters, digits, `_`, `-` and single dots.
    """
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        refuse(argument, f"{name!r:.60} is not a field name", "letters, digits, '_', '-' and dots between them")
    return name


def value_text(value: object, argument: str) -> str:  # noqa: C901, PLR0911, PLR0912  # one line for each type
    """Return how a value is written in a query.

    Raises:
        ArgumentError: it is a float (inexact), None, text with control characters, or of another type.
    """
    match value:
        case enum.Enum():
            return value_text(value.value, argument)
        case bool():
            return "1" if value else "0"
        case str() if has_control(value):
            problem = "text with control characters was given"
        case str() if len(value) > _LONGEST:
            problem = f"text of {len(value)} characters was given, the limit is {_LONGEST}"
        case str():
            return value
        case int():
            return str(value)
        case Decimal() if is_short(value):
            return format(value, "f")
        case Decimal():
            problem = "NaN, Infinity or a huge number was given"
        case dt.datetime():
            return value.strftime("%Y-%m-%d %H:%M:%S")
        case dt.date():
            return value.isoformat()
        case float():
            problem = "a float was given, which is not exact: use Decimal('...') or text"
        case None:
            problem = "None was given: use is_null(), or leave the condition out"
        case _:
            problem = f"{type(value).__name__} was given"
    refuse(argument, problem, "str, int, Decimal, date, datetime, bool or an enum member")
