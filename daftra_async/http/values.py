"""Write one Python value as wire text, by the type of its parameter."""

from __future__ import annotations

import datetime as dt
import enum
import importlib
import re
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async._text import exact, has_control, refuse
from daftra_async._words import only_python
from daftra_async.errors import ArgumentError
from daftra_async.operation import PAGE_SIZES

if TYPE_CHECKING:
    from daftra_async.operation import Param

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def to_text(param: Param, value: object) -> str:  # noqa: PLR0911  # one line for each type
    """Write one value of a parameter.

    Raises:
        ArgumentError: the value is not what the parameter takes.
    """
    if value is None:
        refuse(param.name, "None was given", "a value; leave the argument out to send nothing")
    if param.redact:
        return _secret_text(param, value)
    if param.enum is not None and not (param.open and _is_key(value)):
        return _enum(param, value)
    if isinstance(value, enum.Enum):
        value = value.value
    match param.type:
        case "integer":
            return str(_integer(param, value))
        case "id":
            return _id(param.name, value)
        case "boolean":
            return _boolean(param.name, value)
        case "decimal":
            return _decimal(param.name, value)
        case "date":
            return _date(param.name, value)
        case _:
            return _string(param.name, value)


def _is_key(value: object) -> bool:
    """Return whether a value looks like a key that the server could know: `le_workflow-type-entity-36`."""
    return type(value) is str and re.fullmatch(r"[A-Za-z0-9_-]{1,100}", value) is not None


def _secret_text(param: Param, value: object) -> str:
    """Write a value that no error may show."""
    try:
        return to_text(attrs.evolve(param, redact=False), value)
    except ArgumentError:
        pass
    refuse(
        param.name,
        f"the {type(value).__name__} given is refused (it is not shown)",
        f"what a parameter of type {param.type} takes",
    )
    return None


def _enum(param: Param, value: object) -> str:
    models = importlib.import_module("daftra_async.models")
    cls: type[enum.Enum] = getattr(models, param.enum or "")
    if isinstance(value, cls):
        return str(value.value)
    # Iterating gives the documented members only, without those made for unknown values of the server.
    members = list(cls)
    if not isinstance(value, enum.Enum | bool):
        for member in members:
            if type(member.value) is type(value) and member.value == value:
                return str(member.value)
    listed = ", ".join(f"{member.value!r} ({member.name})" for member in members[:40])
    refuse(param.name, f"{value!r:.60} is not a documented value", f"{cls.__name__}({'...'}) or one of {listed}")
    return None


def _integer(param: Param, value: object) -> int:
    low, high = param.minimum, param.maximum
    bounds = "" if low is None and high is None else f" from {low}" if high is None else f" up to {high}" if low is None else None
    allowed = f"a whole number{f' from {low} to {high}' if bounds is None else bounds}"
    if not isinstance(value, int) or isinstance(value, bool):
        refuse(param.name, f"{value!r:.60} was given", allowed)
    if (low is not None and value < low) or (high is not None and value > high):
        # A caller that asks for pages of 5000 probably wants 5000 records in all.
        asks_for_records = param.name in PAGE_SIZES and value > 0
        limit = only_python(f"; '.limit({value})' ends the walk after {value} records")
        more = f" in a page{limit}" if asks_for_records else ""
        refuse(param.name, f"{value} is out of range", f"{allowed}{more}")
    return value


def _id(name: str, value: object) -> str:
    allowed = "a whole number from 1, or text such as 'INV-7' without '/', '?', '#', '..' and control characters"
    match value:
        case bool():
            refuse(name, f"{value} was given", allowed)
        case int() if value >= 1:
            return str(value)
        case str() if value.strip() and value not in {"0", "."} and not has_control(value):
            if ".." in value or any(mark in value for mark in "/\\?#"):
                refuse(name, f"{value!r:.60} was given", allowed)
            return value
        case _:
            refuse(name, f"{value!r:.60} was given", allowed)
    return None


def _boolean(name: str, value: object) -> str:
    if isinstance(value, bool) or (isinstance(value, int) and value in {0, 1}):
        return "1" if value else "0"
    refuse(name, f"{value!r:.60} was given", "True or False (or 1 and 0)")
    return None


def _decimal(name: str, value: object) -> str:
    return format(exact(name, value), "f")


def _date(name: str, value: object) -> str:
    if isinstance(value, dt.date):
        return value.strftime("%Y-%m-%d") if value.year >= 1000 else value.isoformat()[:10]
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return dt.date.fromisoformat(value).isoformat()
        except ValueError:
            pass
    refuse(name, f"{value!r:.60} was given", "a date, a datetime or text such as '2026-01-31'")
    return None


def _string(name: str, value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or has_control(value) or not value.strip():
        refuse(name, f"{value!r:.60} was given", "text that is not empty and holds no control characters")
    return value
