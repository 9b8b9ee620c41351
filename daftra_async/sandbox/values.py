"""Single values: how they are taken in from a body, what an unset column holds, and how v1 writes them."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from daftra_async._numbers import number_of
from daftra_async.sandbox.codec import as_list, as_object

if TYPE_CHECKING:
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.dates import DateFormat
    from daftra_async.sandbox.schema import Field

TRUE: Final = frozenset({"1", "true", "on", "yes"})
FALSE: Final = frozenset({"0", "false", "off", "no"})
_DIGITS: Final = frozenset({"0", "1"})
_NO_NUMBER: Final = "Must be a number"
_INTEGER: Final = re.compile(r"[+-]?\d+")


@dataclass(frozen=True)
class Forms:
    """Which forms of values the account takes."""

    dates: DateFormat
    booleans: str = "both"
    decimal_text: str = "accepted"


def take(field: Field, value: Any, forms: Forms) -> Any:  # noqa: PLR0911  # one return a kind
    """A value of a body as it is stored; raises ValueError with the reason if it does not fit.

    Forms are lenient as the real server is: numbers may be text, "" means none, dates may be in the account's format.
    """
    if value is None or field.kind == "any":
        return value
    if field.kind in {"object", "list"}:
        return _structure(field, value)
    if isinstance(value, (dict, list)):
        msg = "Invalid value"
        raise ValueError(msg)  # noqa: TRY004  # refused as a value
    if field.kind == "text":
        return _text(field, value)
    if value == "":
        return None
    if field.kind == "boolean":
        return _boolean(value, forms.booleans)
    if field.kind == "integer":
        return _bounded(field, _integer(value))
    if field.kind == "decimal":
        if forms.decimal_text == "refused" and isinstance(value, str):
            raise ValueError(_NO_NUMBER)
        return _bounded(field, _decimal(value))
    return forms.dates.read(str(value), with_time=field.kind == "date-time")


def blank(field: Field) -> Any:
    """What a column holds that nobody set."""
    if field.default is not None:
        return field.default
    return "" if field.kind == "text" and not field.nullable else None


def as_text(value: Any) -> Any:
    """How a v1 list writes a value: scalars as text, at every depth."""
    if value is None or isinstance(value, str):
        return value
    if (record := as_object(value)) is not None:
        return text_row(record)
    if (items := as_list(value)) is not None:
        return [as_text(item) if isinstance(item, dict) else item for item in items]
    if isinstance(value, bool):
        return "1" if value else "0"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def text_row(record: Json) -> Json:
    """A record as a row of a v1 list."""
    return {name: value if value is None or value.__class__ is str else as_text(value) for name, value in record.items()}


_as_text_in_details: dict[str, bool] = {}


def mixed_row(record: Json) -> Json:
    """A record as a v1 detail: some columns text, some numbers, always the same ones."""
    return {name: _mixed(name, value) for name, value in record.items()}


def _mixed(name: str, value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    if (record := as_object(value)) is not None:
        return mixed_row(record)
    if (items := as_list(value)) is not None:
        return [_mixed(name, item) if isinstance(item, dict) else item for item in items]
    if name not in _as_text_in_details:
        _as_text_in_details[name] = zlib.crc32(name.encode()) % 2 == 0
    return as_text(value) if _as_text_in_details[name] else value


def number(value: Any) -> Decimal:
    """A stored or sent value as a number; none is 0."""
    if value.__class__ is Decimal:
        found: Decimal = value
        return found
    return _decimal(value) if value not in (None, "") else Decimal(0)


def _structure(field: Field, value: Any) -> Any:
    found: Any = as_object(value) if field.kind == "object" else value
    if value in ("", []):
        return None
    if found is None:
        msg = "Invalid value"
        raise ValueError(msg)
    return found


def _text(field: Field, value: Any) -> str:
    text: str = value if isinstance(value, str) else as_text(value)
    if field.max_length is not None and len(text) > field.max_length:
        msg = f"Maximum length is {field.max_length}"
        raise ValueError(msg)
    if field.pattern is not None and text and re.search(field.pattern, text) is None:
        msg = "Invalid format"
        raise ValueError(msg)
    return text


def _boolean(value: Any, spelling: str) -> bool:
    text = "true" if value is True else "false" if value is False else as_text(value).lower()
    if spelling != "both" and (text in _DIGITS) is not (spelling == "digits"):
        msg = "Must be 0 or 1" if spelling == "digits" else "Must be true or false"
        raise ValueError(msg)
    if text in TRUE:
        return True
    if text in FALSE:
        return False
    msg = "Must be 0 or 1"
    raise ValueError(msg)


def _integer(value: Any) -> int:
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        return int(value)
    found = _decimal(value)
    if found != found.to_integral_value():
        msg = "Must be a whole number"
        raise ValueError(msg)
    return int(found)


def _decimal(value: Any) -> Decimal:
    try:
        found = number_of(Decimal, value) if isinstance(value, str) else Decimal(value)
    except (InvalidOperation, TypeError, ValueError) as error:
        raise ValueError(_NO_NUMBER) from error
    if not found.is_finite():
        raise ValueError(_NO_NUMBER)
    return found


def _bounded(field: Field, value: Any) -> Any:
    if field.minimum is not None and value < field.minimum:
        msg = f"Must be at least {field.minimum}"
        raise ValueError(msg)
    if field.maximum is not None and value > field.maximum:
        msg = f"Must be at most {field.maximum}"
        raise ValueError(msg)
    return value
